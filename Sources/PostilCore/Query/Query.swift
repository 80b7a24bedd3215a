/// What can be asked of a notebook.
///
/// One tree for the prompt, the filter, the command line, exports and tagging. The first grammar
/// only joins by AND; `or` and nesting are in the tree so that the parser can grow into them.
public indirect enum Query: Hashable, Sendable {
  case all
  /// Full text over a post, its claims and its notes; folded for case and accents.
  case word(String)
  case phrase(String)
  case field(Field, String)
  case state(PostState)
  /// Posted on or after / before the day.
  case since(Day)
  case until(Day)
  case not(Query)
  case and([Query])
  case or([Query])

  /// A field that is compared with a value.
  public enum Field: String, CaseIterable, Sendable {
    case author, tag, status, type, ticker, id
  }

  /// What `is:` can ask.
  public enum PostState: String, CaseIterable, Sendable {
    case tagged, untagged, unread, starred, claim, due, overdue
  }
}
