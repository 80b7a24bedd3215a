/// All that a notebook holds about a ticker, an author or a tag, as far as a page shows it.
public struct SubjectPage: Hashable, Sendable {
  /// How long the parts of a page may be, so that no page grows with the notebook.
  public enum Limit {
    /// Claims and posts that are listed.
    public static let rows = 200
    /// Posts of others that mention an author.
    public static let mentions = 40
    /// Posts whose texts are read for numbers.
    public static let texts = 400
    /// Bytes of UTF-8 of those texts, after which no further one is begun.
    public static let bytes = 400_000
    /// Names, and subjects beside this one, of each kind.
    public static let beside = 8
  }

  /// Another name that an author went by.
  public struct Name: Hashable, Sendable {
    /// As shown with the posts.
    public var name: String
    /// Posts that show it.
    public var posts: Int

    /// A name that so many posts show.
    public init(_ name: String, posts: Int) {
      self.name = name
      self.posts = posts
    }
  }

  /// What the page is about, as it is written most recently.
  public var subject: Subject
  /// All posts, as the list shows them.
  public var posts = 0
  /// Posts of those without a date.
  public var undated = 0
  /// The day of the oldest dated post.
  public var first: Day?
  /// The day of the newest dated post.
  public var last: Day?
  /// Names of the author, most used first.
  public var names: [Name] = []
  /// What a tag means; nil without a definition.
  public var definition: String?
  /// Where the author can be seen, when their posts say it.
  public var link: String?
  /// Posts, claims and verdicts by week.
  public var activity = Activity()
  /// How its claims stand.
  public var track = Track()
  /// Claims: open ones first, those due soonest at the top; then the newest.
  public var claims: [ClaimRow] = []
  /// Posts, newest first.
  public var rows: [PostRow] = []
  /// Posts of others that mention the author, newest first.
  public var mentions: [PostRow] = []
  /// How many there are of those.
  public var mentionCount = 0
  /// Numbers in its posts, by unit.
  public var numbers: [NumberSeries] = []
  /// The newest posts whose texts were read for numbers.
  public var readForNumbers = 0
  /// Who and what else stands in its posts, most often first, a kind after the other.
  public var beside: [SubjectCount] = []

  /// A page on which nothing stands yet.
  public init(_ subject: Subject) {
    self.subject = subject
  }

  /// Whether the notebook knows nothing of it.
  public var isEmpty: Bool {
    posts == 0 && track.claims == 0 && definition == nil && mentionCount == 0
  }

  /// Finds the posts of others that mention the author, as nearly as words can.
  public var mentionQuery: Query {
    let handle = subject.name.drop { $0 == "@" }
    return .and([.phrase(String(handle)), .not(subject.query)])
  }
}
