/// What can be looked up about a notebook without reading all of it.
///
/// The core defines it; the index implements it. Nothing in it is truth: the files are.
public protocol Catalog: Sendable {
  /// How much there is; counted over the whole notebook.
  func totals(today: Day) throws(Problem) -> Totals
  /// How many rows the list of the posts that `query` finds has.
  func count(_ query: Query, folding: Folding, today: Day) throws(Problem) -> Int
  /// A window of that list. A group stands where its lead would; when the query does not find that
  /// one, where the earliest post of it that it finds would.
  func posts(_ query: Query, sort: PostSort, folding: Folding, window: Range<Int>, today: Day)
    throws(Problem) -> [PostRow]
  /// Where a post, or the row that it folds into, stands in that list; nil when it has none.
  func position(
    of post: String, in query: Query, sort: PostSort, folding: Folding, today: Day
  ) throws(Problem) -> Int?
  /// The claims that `query` finds, as rows of the ledger.
  func claims(_ query: Query, sort: ClaimSort, today: Day) throws(Problem) -> [ClaimRow]
  /// The file of a record, relative to the notebook's root, by its base name or `key:`.
  func path(of id: String) throws(Problem) -> String?
  /// Ids of all captures of a post, oldest first, itself included (`x-1`, `x-1~2`).
  func captures(of post: String) throws(Problem) -> [String]
  /// Ids of the claims on a post, in order of their first span.
  func claims(on post: String) throws(Problem) -> [String]
  /// Ids of the posts of its author's thread, first to last and itself among them: joined by
  /// `reply-to:` to posts of the same author, or by the same `thread:` where none is answered. None
  /// when it stands alone.
  func thread(of post: String) throws(Problem) -> [String]
  /// Ids of the other posts that say the same, earliest first: reposts, and copies by their words.
  func copies(of post: String) throws(Problem) -> [String]
  /// Ids of stored posts that quote it.
  func quoting(_ post: String) throws(Problem) -> [String]
  /// Ids of records that link to it with `[[…]]`.
  func backlinks(to id: String) throws(Problem) -> [String]
  /// The records of some names, in the order of the names: base names, `key:`s, tags, and addresses
  /// of posts. A name without a record is left out.
  func places(named names: [String]) throws(Problem) -> [Place]
  /// Who refers to a record: links of notes and claims, evidence, posts that quote or answer it;
  /// not what hangs on the record itself. Newest first.
  func places(referringTo id: String) throws(Problem) -> [Place]
  /// How many do, for each of some records that any refers to.
  func references(to ids: [String]) throws(Problem) -> [String: Int]
  /// Records to link to, by what was typed of their name, title or words; best first, and of those
  /// as good as each other the one changed last.
  func places(like typed: String, limit: Int) throws(Problem) -> [Place]
  /// Every tag in use or defined and every name above one, most used first.
  func tags() throws(Problem) -> [TagCount]
  /// Files of the claims and notes that carry a tag or one below it, by these very names and not by
  /// an alias; case and accents do not count. In the order of their paths.
  func records(tagged name: String) throws(Problem) -> [String]
  /// All that the page of a subject shows, except where its author can be seen.
  func page(of subject: Subject, today: Day) throws(Problem) -> SubjectPage
  /// At most `limit` subjects whose name has the letters of `typed` in order, with a sign only those of
  /// its kind; exact names first, then those that begin so, then the ones with most posts.
  func subjects(matching typed: String, limit: Int) throws(Problem) -> [SubjectCount]
  /// The keys and saved queries of the notebook; with what its fields may hold, which is counted,
  /// only when asked.
  func lexicon(values: Bool) throws(Problem) -> QueryLexicon
  /// Whether `reading.log` last called the post read.
  func isRead(_ post: String) throws(Problem) -> Bool
  /// Asks several questions of one moment, which costs less than asking one by one.
  func together<Answer>(_ questions: () throws(Problem) -> Answer) throws(Problem) -> Answer
}

extension Catalog {
  /// Asks them one by one.
  public func together<Answer>(_ questions: () throws(Problem) -> Answer) throws(Problem)
    -> Answer
  {
    try questions()
  }

  /// Nothing known.
  public func lexicon(values: Bool) throws(Problem) -> QueryLexicon { QueryLexicon() }

  /// How many posts `query` finds.
  public func count(_ query: Query, today: Day) throws(Problem) -> Int {
    try count(query, folding: .none, today: today)
  }

  /// A window of the posts that `query` finds, each a row of its own.
  public func posts(_ query: Query, sort: PostSort, window: Range<Int>, today: Day)
    throws(Problem) -> [PostRow]
  {
    try posts(query, sort: sort, folding: .none, window: window, today: today)
  }

  /// Where a post stands in that list; nil when the query does not find it.
  public func position(of post: String, in query: Query, sort: PostSort, today: Day)
    throws(Problem) -> Int?
  {
    try position(of: post, in: query, sort: sort, folding: .none, today: today)
  }
}

/// How much a notebook holds.
public struct Totals: Hashable, Sendable, Codable {
  /// Posts as a list shows them: later captures of the same post are not counted.
  public var posts = 0
  /// Posts that `is:unread` finds.
  public var unread = 0
  /// Posts that `is:untagged` finds.
  public var untagged = 0
  /// Claims by status; a status without any may be missing.
  public var claims: [Status: Int] = [:]
  /// Claims that `is:due` finds.
  public var due = 0

  /// Nothing yet.
  public init() {}

  /// Claims of every status.
  public var allClaims: Int { claims.values.reduce(0, +) }
}

/// The order of a list of posts; a minus of `Bool` is not needed: each order has its reverse.
public struct PostSort: Hashable, Sendable, Codable {
  /// What it goes by.
  public enum Key: String, CaseIterable, Codable, Sendable {
    case date, author, unread, claims, due, relevance, ticker, thread
  }

  /// What it goes by.
  public var key: Key
  /// Last first.
  public var isReversed: Bool
  /// Whether headings cut it into groups of what it goes by (`PostGrouping`).
  public var isGrouped = false

  /// Newest first by default; `author` is A to Z, `unread` unread first, `claims` most first,
  /// `due` those with the open claim that is due first, and those without one last, `relevance` those
  /// that fit the words of the query best; without words that is by date. `ticker` goes by the first
  /// one that a post names, those without last, `thread` by the threads, newest first, each from its
  /// first post on.
  public init(_ key: Key = .date, isReversed: Bool = false) {
    self.key = key
    self.isReversed = isReversed
  }
}

/// The order of the ledger.
public struct ClaimSort: Hashable, Sendable, Codable {
  /// What it goes by.
  public enum Key: String, CaseIterable, Codable, Sendable {
    case due, date, author, status
  }

  /// What it goes by.
  public var key: Key
  /// Last first.
  public var isReversed: Bool

  /// `due`: earliest first, those without last; `date`: newest post first.
  public init(_ key: Key = .due, isReversed: Bool = false) {
    self.key = key
    self.isReversed = isReversed
  }
}

/// A post as one row of a list.
public struct PostRow: Hashable, Sendable, Codable {
  /// The base name of its oldest stored capture.
  public var id: String
  /// As in `Post.author`.
  public var author: String?
  /// As in `Post.name`.
  public var name: String?
  /// As in `Post.posted`.
  public var posted: Moment?
  /// As in `Post.title`.
  public var title: String?
  /// The first 400 code points of the text, verbatim; of the raw file when it could not be read.
  public var excerpt: String
  /// How many claims stand on it, its later captures and whatever folds into it, by `Claim.mark`.
  public var marks: [String: Int]
  /// The tags of its margin in the order written, without the star.
  public var tags: [String]
  /// Whether `reading.log` last called it read.
  public var isRead: Bool
  /// Whether its margin carries `Note.star`.
  public var isStarred: Bool
  /// Whether it says which post it repeats.
  public var isRepost: Bool
  /// Whether it says which post it answers.
  public var isReply: Bool
  /// The group it belongs to; nil when it stands alone.
  public var group: Group?
  /// Whether it stands beneath the row that its group folds into.
  public var isBeneath: Bool
  /// The part of the list that it stands in, when the list is grouped.
  public var section: PostSection?

  /// A row with nothing but its words.
  public init(id: String, excerpt: String) {
    self.id = id
    self.excerpt = excerpt
    marks = [:]
    tags = []
    isRead = false
    isStarred = false
    isRepost = false
    isReply = false
    isBeneath = false
  }

  /// How many posts fold into this row; 0 when none does.
  public func folded(by folding: Folding) -> Int {
    guard folding.isOn, !isBeneath, let group, !folding.opened.contains(group.lead) else {
      return 0
    }
    return group.count - 1
  }
}

/// A claim as one row of the ledger.
public struct ClaimRow: Hashable, Sendable, Codable {
  /// The base name of its file.
  public var id: String
  /// Its title, or its first quote.
  public var words: String
  /// Its status, or that of the head of its family (`same`).
  public var status: Status
  /// As in `Claim.type`.
  public var type: ClaimType
  /// As in `Claim.due`.
  public var due: Day?
  /// Probability in percent.
  public var confidence: Int?
  /// The id of the post it stands in.
  public var post: String?
  /// Who wrote that post.
  public var author: String?
  /// When that post was written.
  public var posted: Moment?
  /// As in `Claim.tags`.
  public var tags: [String]
  /// Whether anything stands under `## Notes`.
  public var hasNote: Bool
  /// Lines of evidence, its own or those of the head of its family.
  public var evidence: Int
  /// Code point at which its first span begins in the post.
  public var start: Int?

  /// A row with nothing but its words and where it stands.
  public init(id: String, words: String, status: Status, type: ClaimType) {
    self.id = id
    self.words = words
    self.status = status
    self.type = type
    tags = []
    hasNote = false
    evidence = 0
  }

  /// The letter shown for it, as `Claim.mark`.
  public var mark: Character { status == .open && type == .forecast ? ">" : status.mark }
}

/// A tag with the number of posts and claims that carry it.
public struct TagCount: Hashable, Sendable, Codable {
  /// The name with its place in the hierarchy; an alias counts for the tag it stands for.
  public var name: String
  /// Posts whose margin carries it.
  public var posts: Int
  /// Claims that carry it.
  public var claims: Int
  /// Free notes that carry it.
  public var notes = 0
  /// Posts whose margin carries it or a tag below it.
  public var allPosts: Int
  /// Claims that carry it or a tag below it.
  public var allClaims: Int
  /// Free notes that carry it or a tag below it.
  public var allNotes = 0
  /// What its file in `tags/` says it means; nil without a file.
  public var definition: String?
  /// The letter that picks it in the palette.
  public var key: String?
  /// A colour role of the theme.
  public var color: String?
  /// Whether it is neither used nor defined, and only stands above others.
  public var isImplied = false
  /// Other names that lead to it, as its file has them.
  public var aliases: [String] = []

  /// A tag in use.
  public init(name: String, posts: Int, claims: Int) {
    self.name = name
    self.posts = posts
    self.claims = claims
    allPosts = posts
    allClaims = claims
  }
}
