/// What can be asked of a notebook.
///
/// One tree for the prompt, the filter, the command line, exports and tagging. Days that move with
/// today stay as typed, so that a saved query means the same tomorrow.
public indirect enum Query: Hashable, Sendable {
  case all
  /// Full text over a post, its claims and its notes; folded for case and accents.
  case word(String)
  case phrase(String)
  /// A regular expression (`Pattern`) that stands in one of these texts.
  case pattern(String)
  /// Words or phrases in one text with at most so many words between the first and the last.
  case near([Query], within: Int)
  case field(Field, String)
  case state(PostState)
  /// A post that has such a thing.
  case has(Part)
  /// Posted on the first day of `When` or later; a post without a date is never found by it.
  case since(When)
  /// Posted on the last day of `When` or earlier; a post without a date is never found by it.
  case until(When)
  case days(DayField, Days)
  /// A number in the text of a post, with its unit.
  case number(Numbers)
  /// A claim with a probability in this range of percent.
  case confidence(ClosedRange<Int>)
  /// Another key of a post's front matter, in lower case, with a value.
  case key(String, KeyValue)
  /// A query of what hangs together with the post.
  case inside(Scope, Query)
  /// The query in a file under `queries/`.
  case saved(String)
  case not(Query)
  case and([Query])
  case or([Query])

  /// A field that is compared with a value.
  public enum Field: String, CaseIterable, Sendable {
    case author, name, platform, ticker, mention, hashtag, link, tag, status, type, id, thread
  }

  /// A field that is compared with days.
  public enum DayField: String, CaseIterable, Sendable {
    case posted, captured, due
  }

  /// What `is:` can ask. A star alone does not make a post tagged; see `dueHorizon` for `due`.
  public enum PostState: String, CaseIterable, Sendable {
    case tagged, untagged, read, unread, starred, claim, due, overdue, reply, repost
  }

  /// What `has:` can ask. A note has words: those of the margin, or those under a claim.
  public enum Part: String, CaseIterable, Sendable {
    case claim, note, link, media, evidence, citation, number, due
  }

  /// What a query in braces is about: any post of the thread, one claim on the post, or the post
  /// itself. In the last two, words and tags are those of the claim or post alone.
  public enum Scope: String, CaseIterable, Sendable {
    case thread, claim, post
  }

  /// An open claim is `due` when its day is at most so many days ahead, or over; it is `overdue`
  /// when its day is over.
  public static let dueHorizon = 7

  /// The names of all fields, as they are typed before the colon.
  public static let fieldNames: [String] =
    Field.allCases.map(\.rawValue) + DayField.allCases.map(\.rawValue)
    + ["is", "has", "since", "until", "number", "confidence", "claim", "post", "query"]
}
