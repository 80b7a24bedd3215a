public import PostilCore

/// Everything that a filter finds, as the thing that a verb acts on.
public struct Matches: Hashable, Sendable {
  /// What is found by it.
  public enum Kind: Hashable, Sendable {
    case posts
    case claims
  }

  /// Posts of the list, or claims of the ledger.
  public var kind: Kind
  /// The filter.
  public var query: Query
  /// How many there were when the person asked.
  public var count: Int
  /// Whether that is the number of records: rows of the list may stand for several posts.
  public var isCounted: Bool
  /// How many the notebook holds.
  public var total: Int

  /// `1234 posts`.
  var words: String {
    guard isCounted else { return "\(kind)" }
    return plural(count, kind == .posts ? "post" : "claim")
  }

  /// In percent of the notebook, rounded up.
  var share: Int { total > 0 ? min(100, (count * 100 + total - 1) / total) : 100 }

  /// Whether to ask first: more than fifty, or more than a twentieth of the notebook and not a
  /// handful that one sees at a glance.
  var isLarge: Bool { count > 50 || (count > 3 && count * 20 > total) }
}

/// What is done to every match.
public enum BulkVerb: Hashable, Sendable {
  /// Makes a claim of each post, or judges each claim.
  case judge(Status, ClaimType)
  /// Adds and takes away topics.
  case topics(add: [String], remove: [String])
  /// Stars the posts.
  case star
  /// Removes the claims.
  case remove

  /// What it does, as a question begins: `#power on`.
  var words: String {
    switch self {
    case .judge(.open, .forecast): "> forecast on"
    case .judge(let status, _): "\(status.mark) \(status.rawValue) on"
    case .topics(let add, let remove):
      (add.map { "#\($0)" } + remove.map { "no #\($0)" }).joined(separator: " ") + " on"
    case .star: "a star on"
    case .remove: "remove"
    }
  }
}
