/// Reads the front matter of one file as typed values; what is wrong is thrown with its line.
struct Fields {
  let document: Document
  let path: String

  /// - Throws: when the document cannot be taken for whole.
  init(_ document: Document, path: String) throws(Problem) {
    self.document = document
    self.path = path
    if let line = ConflictMarkers.firstLine(in: document.text) { throw Self.conflict(path, line) }
    if let problem = document.problem { throw problem.inFile(path) }
  }

  /// A document whose body may hold conflict marks because it is somebody else's text.
  init(evidence document: Document, path: String) throws(Problem) {
    self.document = document
    self.path = path
    let front = document.slice(0..<document.bodyStart)
    if let line = ConflictMarkers.firstLine(in: front) { throw Self.conflict(path, line) }
    if let problem = document.problem { throw problem.inFile(path) }
    guard document.header != nil else {
      throw Problem(
        "there is no front matter", at: .init(path, line: 1),
        hint: "A record begins with a line that holds only ---")
    }
  }

  static func conflict(_ path: String, _ line: Int) -> Problem {
    Problem(
      "git left a conflict here", at: .init(path, line: line),
      hint: "Keep one side, and delete the lines <<<<<<<, ======= and >>>>>>>")
  }

  func problem(_ message: String, _ entry: Document.Entry, hint: String? = nil) -> Problem {
    Problem(message, at: .init(path, line: entry.line), hint: hint)
  }

  /// - Throws: when `kind:` says something else than the folder.
  func check(kind: RecordKind) throws(Problem) {
    guard let entry = document.entry("kind"), entry.value != .none else { return }
    guard entry.value == .scalar(kind.rawValue) else {
      throw problem(
        "this is not a \(kind.rawValue), though it lies in \(kind.folder)/", entry,
        hint: "Write `kind: \(kind.rawValue)`, or move the file")
    }
  }

  func text(_ key: String) throws(Problem) -> String? {
    guard let entry = document.entry(key) else { return nil }
    return try text(entry)
  }

  func text(_ entry: Document.Entry) throws(Problem) -> String? {
    switch entry.value {
    case .none: return nil
    case .scalar(let text): return text
    case .list(let items):
      guard items.count <= 1 else { throw problem("`\(entry.key)` has more than one value", entry) }
      return items.first
    }
  }

  /// A list; one value without a list is a list of one.
  func list(_ entry: Document.Entry) -> [String] {
    switch entry.value {
    case .none: []
    case .scalar(let text): [text]
    case .list(let items): items
    }
  }

  /// Tags in their order, each once, without a leading `#`.
  func tags(_ entry: Document.Entry) -> [String] {
    var seen: Set<String> = []
    return list(entry).map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  func value<Value>(
    _ entry: Document.Entry, _ what: String, hint: String, _ make: (String) -> Value?
  ) throws(Problem) -> Value? {
    guard let text = try text(entry), !text.isEmpty else { return nil }
    guard let value = make(text) else {
      throw problem("`\(entry.key)` is not \(what): \(text)", entry, hint: hint)
    }
    return value
  }

  func day(_ entry: Document.Entry) throws(Problem) -> Day? {
    try value(entry, "a day", hint: "A day is written 2026-11-15") { Day($0) }
  }

  func number(_ entry: Document.Entry) throws(Problem) -> Int? {
    try value(entry, "a number", hint: "Write digits only") { Int($0) }
  }

  func link(_ entry: Document.Entry) throws(Problem) -> String? {
    try text(entry).map(Link.target)
  }
}

extension Problem {
  /// The same problem, said of a file.
  package func inFile(_ path: String) -> Problem {
    var problem = self
    problem.place = Place(path, line: place?.line, column: place?.column)
    return problem
  }
}
