/// What can be looked up about a notebook without reading all of it.
///
/// The core defines it; the index implements it. Nothing in it is truth: the files are.
public protocol Catalog: Sendable {
  /// How much there is; counted over the whole notebook.
  func totals(today: Day) throws(Problem) -> Totals
  /// How many posts `query` finds.
  func count(_ query: Query, today: Day) throws(Problem) -> Int
  /// A window of the posts that `query` finds, as rows of a list.
  func posts(_ query: Query, sort: PostSort, window: Range<Int>, today: Day) throws(Problem)
    -> [PostRow]
  /// Where a post stands in that list; nil when the query does not find it.
  func position(of post: String, in query: Query, sort: PostSort, today: Day) throws(Problem)
    -> Int?
  /// The claims that `query` finds, as rows of the ledger.
  func claims(_ query: Query, sort: ClaimSort, today: Day) throws(Problem) -> [ClaimRow]
  /// The file of a record, relative to the notebook's root, by its base name or `key:`.
  func path(of id: String) throws(Problem) -> String?
  /// Ids of all captures of a post, oldest first, itself included (`x-1`, `x-1~2`).
  func captures(of post: String) throws(Problem) -> [String]
  /// Ids of the claims on a post, in order of their first span.
  func claims(on post: String) throws(Problem) -> [String]
  /// Ids of the other posts of its thread in order of time: same `thread:`, or joined by `reply-to:`.
  func thread(of post: String) throws(Problem) -> [String]
  /// Ids of stored posts that quote it.
  func quoting(_ post: String) throws(Problem) -> [String]
  /// Ids of records that link to it with `[[…]]`.
  func backlinks(to id: String) throws(Problem) -> [String]
  /// Every tag in use or defined, most used first.
  func tags() throws(Problem) -> [TagCount]
  func isRead(_ post: String) throws(Problem) -> Bool
}

/// How much a notebook holds.
public struct Totals: Hashable, Sendable, Codable {
  public var posts = 0
  public var unread = 0
  public var untagged = 0
  public var claims: [Status: Int] = [:]
  public var due = 0

  public init() {}

  public var allClaims: Int { claims.values.reduce(0, +) }
}

/// The order of a list of posts; a minus of `Bool` is not needed: each order has its reverse.
public struct PostSort: Hashable, Sendable, Codable {
  public enum Key: String, CaseIterable, Codable, Sendable {
    case date, author, unread, claims
  }

  public var key: Key
  public var isReversed: Bool

  /// Newest first by default; `author` is A to Z, `unread` unread first, `claims` most first.
  public init(_ key: Key = .date, isReversed: Bool = false) {
    self.key = key
    self.isReversed = isReversed
  }
}

/// The order of the ledger.
public struct ClaimSort: Hashable, Sendable, Codable {
  public enum Key: String, CaseIterable, Codable, Sendable {
    case due, date, author, status
  }

  public var key: Key
  public var isReversed: Bool

  /// `due`: earliest first, those without last; `date`: newest post first.
  public init(_ key: Key = .due, isReversed: Bool = false) {
    self.key = key
    self.isReversed = isReversed
  }
}

/// A post as one row of a list.
public struct PostRow: Hashable, Sendable, Codable {
  public var id: String
  public var author: String?
  public var name: String?
  public var posted: Moment?
  public var title: String?
  /// The first 400 code points of the text, verbatim.
  public var excerpt: String
  /// How many claims stand on it, by the letter of their status (`>` counts as `?`… `Claim.mark`).
  public var marks: [String: Int]
  public var tags: [String]
  public var isRead: Bool
  public var isStarred: Bool
  public var isRepost: Bool
  public var isReply: Bool

  public init(id: String, excerpt: String) {
    self.id = id
    self.excerpt = excerpt
    marks = [:]
    tags = []
    isRead = false
    isStarred = false
    isRepost = false
    isReply = false
  }
}

/// A claim as one row of the ledger.
public struct ClaimRow: Hashable, Sendable, Codable {
  public var id: String
  /// Its title, or its first quote.
  public var words: String
  public var status: Status
  public var type: ClaimType
  public var due: Day?
  public var confidence: Int?
  public var post: String?
  public var author: String?
  public var posted: Moment?
  public var tags: [String]
  public var hasNote: Bool
  public var evidence: Int
  /// Code point at which its first span begins in the post.
  public var start: Int?

  public init(id: String, words: String, status: Status, type: ClaimType) {
    self.id = id
    self.words = words
    self.status = status
    self.type = type
    tags = []
    hasNote = false
    evidence = 0
  }

  public var mark: Character { status == .open && type == .forecast ? ">" : status.mark }
}

/// A tag with the number of posts and claims that carry it.
public struct TagCount: Hashable, Sendable, Codable {
  public var name: String
  public var posts: Int
  public var claims: Int
  public var definition: String?
  public var key: String?

  public init(name: String, posts: Int, claims: Int) {
    self.name = name
    self.posts = posts
    self.claims = claims
  }
}
