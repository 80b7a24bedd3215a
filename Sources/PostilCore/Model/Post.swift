/// What somebody wrote, where and when: evidence, never edited (`posts/`).
public struct Post: Hashable, Sendable {
  /// The file's base name; see the prefixes in the notebook format ("Posts").
  public var id: String
  /// The native identity, when `id` cannot hold it.
  public var key: String?
  /// Where it was posted: `x`, `stocktwits`, `web` and so on.
  public var platform: String?
  /// The handle with its `@`, or whatever name the source gave.
  public var author: String?
  /// The display name.
  public var name: String?
  /// When it was posted.
  public var posted: Moment?
  /// The date as the source wrote it, when it could not be read in full.
  public var postedRaw: String?
  /// `day`, `minute` or `zone-unknown`; nil when the instant is known to the second.
  public var postedPrecision: String?
  /// The title, of feeds, articles and mails.
  public var title: String?
  /// The canonical address.
  public var url: String?
  /// When it was taken down.
  public var captured: Instant?
  /// Every place it was imported from, `file#inner:line`.
  public var via: [String] = []
  /// Hex SHA-256 of the UTF-8 bytes of `text`.
  public var sha256: String = ""
  /// The id of the post it answers.
  public var replyTo: String?
  /// The id of the first post of its thread.
  public var thread: String?
  /// Its place in the thread, `2/5`.
  public var part: String?
  /// The id of the post that it quotes.
  public var quotes: String?
  /// The id of the post it repeats.
  public var repostOf: String?
  /// Expanded URLs in order of appearance.
  public var links: [String] = []
  /// Addresses of pictures and films, in order.
  public var media: [String] = []
  /// How many liked it when it was captured; nil is not zero.
  public var likes: Int?
  /// How many repeated it when it was captured; nil is not zero.
  public var reposts: Int?
  /// How many answered it when it was captured; nil is not zero.
  public var replies: Int?
  /// How many quoted it when it was captured; nil is not zero.
  public var quotesCount: Int?
  /// How many saw it when it was captured; nil is not zero.
  public var views: Int?
  /// The language, as the source names it.
  public var lang: String?
  /// `truncated` or `placeholder`; nil when whole.
  public var state: String?
  /// Who could see it: `public`, `unlisted`, `followers`, `direct`.
  public var visibility: String?
  /// Labels of the source, such as a sentiment.
  public var labels: [String] = []
  /// The text, byte for byte; offsets into it are Unicode code points.
  public var text: String

  /// A post of which only the text is known.
  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}
