/// The kinds of records, each with its folder.
public enum RecordKind: String, CaseIterable, Codable, Sendable {
  case post, claim, note, tag, query

  /// The folder under the notebook's root.
  public var folder: String {
    switch self {
    case .post: "posts"
    case .claim: "claims"
    case .note: "notes"
    case .tag: "tags"
    case .query: "queries"
    }
  }
}
