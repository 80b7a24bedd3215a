/// A record as something to go to or to link to, in one line.
public struct Place: Hashable, Sendable {
  /// How a record refers to another one.
  public enum Relation: String, Sendable {
    case links, evidence, same, drawn, quotes, answers
    /// It shares something with it; it names it without a link.
    case related, mentions
  }

  /// The name that links to it; the name of a tag with its place in the hierarchy.
  public var id: String
  /// What it is.
  public var kind: RecordKind
  /// Its title, or what it says; the title and the definition of a tag.
  public var words: String
  /// Who wrote the post that it is or belongs to.
  public var author: String?
  /// When that was written.
  public var posted: Moment?
  /// The post that it is or belongs to.
  public var post: String?
  /// Code point at which a claim begins in that post.
  public var start: Int?
  /// How it refers to what was asked about.
  public var relation: Relation?
  /// What it shares with what was asked about, the weightiest first; the name that it mentions.
  public var reasons: [String] = []
  /// The name it was asked for by, when it was asked by name.
  public var asked: String?

  /// A record of which only its name is known.
  public init(id: String, kind: RecordKind, words: String) {
    self.id = id
    self.kind = kind
    self.words = words
  }
}
