/// What somebody wrote, where and when: evidence, never edited (`posts/`).
public struct Post: Hashable, Sendable {
  /// The file's base name; see the prefixes in the notebook format ("Posts").
  public var id: String
  /// The native identity, when `id` cannot hold it.
  public var key: String?
  public var platform: String?
  /// The handle with its `@`, or whatever name the source gave.
  public var author: String?
  /// The display name.
  public var name: String?
  public var posted: Moment?
  /// The date as the source wrote it, when it could not be read in full.
  public var postedRaw: String?
  /// `day`, `minute` or `zone-unknown`; nil when the instant is known to the second.
  public var postedPrecision: String?
  public var title: String?
  public var url: String?
  public var captured: Instant?
  /// Every place it was imported from, `file#inner:line`.
  public var via: [String] = []
  /// Hex SHA-256 of the UTF-8 bytes of `text`.
  public var sha256: String = ""
  public var replyTo: String?
  public var thread: String?
  public var part: String?
  /// The id of the post that it quotes.
  public var quotes: String?
  public var repostOf: String?
  /// Expanded URLs in order of appearance.
  public var links: [String] = []
  public var media: [String] = []
  public var likes: Int?
  public var reposts: Int?
  public var replies: Int?
  public var quotesCount: Int?
  public var views: Int?
  public var lang: String?
  /// `truncated` or `placeholder`; nil when whole.
  public var state: String?
  public var visibility: String?
  public var labels: [String] = []
  /// The text, byte for byte; offsets into it are Unicode code points.
  public var text: String

  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}
