/// Looks for every damage in a notebook.
public enum Check {
  /// Reads every record and says all that is wrong, in order of files and lines; none when clean.
  ///
  /// `progress` is called with (done, of) every few hundred files; the check stops early when it
  /// answers false. A change that a crash interrupted should be recovered first (`UndoLog.recover`).
  public static func check(
    _ notebook: Notebook, progress: (Int, Int) -> Bool = { _, _ in true }
  ) -> [Problem] {
    do throws(Problem) {
      let walk = try Walk(notebook.root, RecordKind.allCases.map(\.folder))
      var checker = Checker(notebook, walk)
      try checker.readAll(progress)
      checker.compareAll()
      return checker.problems.sorted { Self.order($0) < Self.order($1) }
    } catch {
      return [error]
    }
  }

  private static func order(_ problem: Problem) -> (String, Int, Int, String) {
    let place = problem.place
    return (place?.file ?? "", place?.line ?? 0, place?.column ?? 0, problem.message)
  }
}

/// What is found out on the way through a notebook: first each file by itself, then all together.
struct Checker {
  let notebook: Notebook
  private let walk: Walk
  private(set) var problems: [Problem] = []

  /// The files of each base name, in order.
  private(set) var names: [String: [String]] = [:]
  /// `key:` of posts whose id cannot hold it.
  private(set) var keys: Set<String> = []
  private(set) var tags: [(tag: TagDefinition, path: String)] = []
  private(set) var claims: [(claim: Claim, document: Document, path: String)] = []
  private(set) var margins: [(note: Note, document: Document, path: String)] = []
  /// Saved queries by name; what they may name.
  private(set) var queries: [(name: String, document: Document, path: String)] = []
  private(set) var lexicon = QueryLexicon()
  private(set) var links: [(id: String, path: String, line: Int)] = []

  init(_ notebook: Notebook, _ walk: Walk) {
    self.notebook = notebook
    self.walk = walk
  }

  mutating func readAll(_ progress: (Int, Int) -> Bool) throws(Problem) {
    let paths = walk.stamps.map(\.path).sorted()
    for (index, path) in paths.enumerated() {
      if index % 500 == 0, !progress(index, paths.count) {
        throw Problem("the check was stopped", hint: "\(index) of \(paths.count) files were read")
      }
      names[Layout.id(of: path), default: []].append(path)
      do throws(Problem) {
        try read(path)
      } catch {
        add(error)
      }
    }
    for path in walk.others { checkOther(path) }
    checkReadingLog()
    _ = progress(paths.count, paths.count)
  }

  mutating func compareAll() {
    checkNames()
    checkTags()
    for (claim, document, path) in claims { checkClaim(claim, document, path) }
    for (note, document, path) in margins { checkMargin(note, document, path) }
    for (name, document, path) in queries { checkQuery(name, document, path) }
    for link in links { checkLink(link.id, link.path, link.line) }
  }

  mutating func add(_ problem: Problem) { problems.append(problem) }

  mutating func add(_ message: String, _ path: String, _ line: Int? = nil, hint: String? = nil) {
    add(Problem(message, at: .init(path, line: line), hint: hint))
  }

  private mutating func read(_ path: String) throws(Problem) {
    guard let text = try notebook.text(of: path) else { return }
    let document = Document(text)
    switch Layout.kind(of: path) {
    case .post:
      let post = try PostFile.read(document, path: path)
      if let key = post.key { keys.insert(key) }
      let own = document.entries.lazy.map { $0.key.lowercased() }.filter(Query.isOwnKey)
      for key in own where !lexicon.keys.contains(key) { lexicon.keys.append(key) }
      checkPost(post, document, path)
    case .claim:
      claims.append((try ClaimFile.read(document, path: path), document, path))
      gatherLinks(document, path)
    case .note:
      let note = try NoteFile.read(document, path: path)
      if note.post != nil || note.id.hasPrefix("on-") { margins.append((note, document, path)) }
      gatherLinks(document, path)
    case .tag:
      tags.append((try TagFile.read(document, path: path), path))
      gatherLinks(document, path)
    case .query:
      let query = try QueryFile.read(document, path: path)
      lexicon.saved[query.name] = query.query
      queries.append((query.name, document, path))
      gatherLinks(document, path)
    case nil: break
    }
    checkID(document, path)
  }

  private mutating func gatherLinks(_ document: Document, _ path: String) {
    let found = Link.inMarkdown(document.body)
    guard !found.isEmpty else { return }
    let start = document.line(at: document.bodyStart)
    links += found.map { ($0.id, path, start + $0.line - 1) }
  }
}
