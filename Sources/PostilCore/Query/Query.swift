/// What can be asked of a notebook.
///
/// One tree for the prompt, the filter, the command line, exports and tagging. Days that move with
/// today stay as typed, so that a saved query means the same tomorrow.
public indirect enum Query: Hashable, Sendable {
  case all
  /// Full text over a post, its claims and its notes; folded for case and accents.
  case word(String)
  case phrase(String)
  case field(Field, String)
  case state(PostState)
  /// Posted on the first day of `When` or later; a post without a date is never found by it.
  case since(When)
  /// Posted on the last day of `When` or earlier; a post without a date is never found by it.
  case until(When)
  case not(Query)
  case and([Query])
  case or([Query])

  /// A field that is compared with a value.
  public enum Field: String, CaseIterable, Sendable {
    case author, tag, status, type, ticker, id
  }

  /// What `is:` can ask. A star alone does not make a post tagged; see `dueHorizon` for `due`.
  public enum PostState: String, CaseIterable, Sendable {
    case tagged, untagged, unread, starred, claim, due, overdue
  }

  /// An open claim is `due` when its day is at most so many days ahead, or over; it is `overdue`
  /// when its day is over.
  public static let dueHorizon = 7
}
