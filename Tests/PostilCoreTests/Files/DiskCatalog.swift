@testable import PostilCore

/// A catalog that reads the whole notebook at every question; only what files ask of it.
struct DiskCatalog: Catalog {
  let notebook: Notebook
  /// The thread as an index knows it, unreadable posts among its own.
  var knownThread: [String]?

  private func records() throws(Problem) -> [(path: String, record: AnyRecord)] {
    try notebook.stamps().map(\.path).sorted().compactMap { path in
      (try? notebook.record(at: path)).map { (path, $0) }
    }
  }

  private var allPosts: [Post] {
    get throws(Problem) {
      try records().compactMap { if case .post(let post) = $0.record { post } else { nil } }
    }
  }

  func path(of id: String) throws(Problem) -> String? {
    try records().first { path, record in
      if case .post(let post) = record, post.key == id { return true }
      return Layout.id(of: path) == id
    }?.path
  }

  func captures(of post: String) throws(Problem) -> [String] {
    try allPosts.map(\.id).filter { Layout.firstCapture(of: $0) == Layout.firstCapture(of: post) }
  }

  func claims(on post: String) throws(Problem) -> [String] {
    try records().compactMap {
      if case .claim(let claim) = $0.record, claim.post == post { claim.id } else { nil }
    }
  }

  func thread(of post: String) throws(Problem) -> [String] {
    if let knownThread { return knownThread }
    let thread = try allPosts.first { $0.id == post }?.thread
    return try allPosts.filter { $0.thread != nil && $0.thread == thread && $0.id != post }.map(
      \.id)
  }

  func quoting(_ post: String) throws(Problem) -> [String] {
    try allPosts.filter { $0.quotes == post }.map(\.id)
  }

  func backlinks(to id: String) throws(Problem) -> [String] { [] }
  func isRead(_ post: String) throws(Problem) -> Bool { try notebook.reading()[post] ?? false }
  func totals(today: Day) throws(Problem) -> Totals { Totals() }
  func places(named names: [String]) throws(Problem) -> [Place] { [] }
  func places(referringTo id: String) throws(Problem) -> [Place] { [] }
  func references(to ids: [String]) throws(Problem) -> [String: Int] { [:] }
  func places(like typed: String, limit: Int) throws(Problem) -> [Place] { [] }
  func copies(of post: String) throws(Problem) -> [String] { [] }
  func count(_ query: Query, folding: Folding, today: Day) throws(Problem) -> Int {
    try allPosts.count
  }
  func posts(_ query: Query, sort: PostSort, folding: Folding, window: Range<Int>, today: Day)
    throws(Problem) -> [PostRow]
  { [] }
  func position(
    of post: String, in query: Query, sort: PostSort, folding: Folding, today: Day
  ) throws(Problem) -> Int? { nil }
  func claims(_ query: Query, sort: ClaimSort, today: Day) throws(Problem) -> [ClaimRow] { [] }

  func tags() throws(Problem) -> [TagCount] {
    var tags: [String: TagCount] = [:]
    for (_, record) in try records() {
      switch record {
      case .claim(let claim):
        for tag in claim.tags {
          tags[tag, default: TagCount(name: tag, posts: 0, claims: 0)].claims += 1
        }
      case .note(let note):
        for tag in note.tags {
          tags[tag, default: TagCount(name: tag, posts: 0, claims: 0)].posts += 1
        }
      case .tag(let tag):
        tags[tag.name, default: TagCount(name: tag.name, posts: 0, claims: 0)].definition = tag.text
        tags[tag.name]?.aliases = tag.aliases
        tags[tag.name]?.key = tag.key.map(String.init)
      default: break
      }
    }
    return tags.values.sorted { $0.name < $1.name }
  }

  func records(tagged name: String) throws(Problem) -> [String] {
    try records().compactMap { path, record in
      let tags =
        switch record {
        case .claim(let claim): claim.tags
        case .note(let note): note.tags
        default: [String]()
        }
      let isMeant = { (tag: String) in
        Fold.folded(tag) == Fold.folded(name) || TagName.isBelow(tag, name)
      }
      return tags.contains(where: isMeant) ? path : nil
    }
  }
  func page(of subject: Subject, today: Day) throws(Problem) -> SubjectPage { SubjectPage(subject) }
  func subjects(matching typed: String, limit: Int) throws(Problem) -> [SubjectCount] { [] }
}
