import PostilCore

/// Takes records one by one, and says at the end what they were.
struct RecordIntake {
  private let source: Source
  private let options: ImportOptions
  private var posts: [Post] = []
  private var passed = 0
  private var skipped: [(line: Int, reason: String)] = []
  private var damaged = 0
  private var brokenIDs: [Int] = []
  private var shifted: [Int] = []
  /// Names of the first record without a text.
  private var names: [String] = []

  init(_ source: Source, _ options: ImportOptions) {
    self.options = options
    self.source = source
  }

  var place: Problem.Place { source.place() }

  mutating func take(_ element: JSONElements.Element) {
    switch element.value {
    case .success(let value): take(LooseRecord(value), line: element.line)
    case .failure(let damage):
      damaged += 1
      skip(damage.reason, line: element.line)
    }
  }

  mutating func take(_ record: LooseRecord, line: Int) {
    guard let found = RecordPost(record, via: "\(source.baseName):\(line)") else {
      if names.isEmpty { names = record.json.members.prefix(8).map(\.name) }
      skip(reason(for: record.json), line: line)
      return
    }
    if found.hasBrokenID { brokenIDs.append(line) }
    if found.looksShifted { shifted.append(line) }
    posts.append(found.post)
  }

  mutating func skip(_ reason: String, line: Int) { skipped.append((line, reason)) }

  private func reason(for json: JSONValue) -> String {
    if case .object = json {} else if json != .null { return "no object" }
    if let error = json["error"]?.words { return "an error record: \(error.prefix(80))" }
    let names = json.members.prefix(4).map(\.name).joined(separator: ", ")
    return names.isEmpty ? "no text" : "no text among \(names)"
  }

  /// Hands over what was taken so far, once it is clear that these are posts.
  mutating func pass(into intake: inout Intake) throws(Problem) {
    guard posts.count >= Self.enough else { return }
    try judge()
    passed += posts.count
    for var post in posts {
      post.fill(options)
      try intake.add(post)
    }
    posts = []
  }

  /// Records after which it is clear what they are.
  private static let enough = 500

  /// - Throws: when there are records but no posts, or more is damaged than not.
  private func judge() throws(Problem) {
    let count = posts.count + passed
    if damaged > 2, damaged > count {
      throw Problem(
        "\(damaged) of \(damaged + count) records are damaged: probably another format",
        at: source.place(skipped.first?.line), hint: "first: \(skipped.first?.reason ?? "")")
    }
    if count == 0, !names.isEmpty {
      throw Problem(
        "holds \(skipped.count) records and no posts: \(names.joined(separator: ", "))",
        at: source.place(), hint: "a text is called text, full_text, content, body or the like")
    }
  }

  /// Hands over the rest.
  ///
  /// - Throws: when there are records but no posts, or more is damaged than not.
  mutating func finish(into intake: inout Intake) throws(Problem) {
    try judge()
    for var post in posts {
      post.fill(options)
      try intake.add(post)
    }
    posts = []
    for (line, reason) in skipped { intake.skip(reason, at: source.place(line)) }
    if let line = brokenIDs.first {
      intake.warn(
        """
        \(counted(brokenIDs.count, "id has", "ids have")) lost digits, as spreadsheets do to \
        them, which makes them useless
        """,
        at: source.place(line))
    }
    if let line = shifted.first {
      intake.warn(
        """
        the columns of \(counted(shifted.count, "record")) look shifted: counts hold words and \
        are not taken
        """,
        at: source.place(line))
    }
  }
}
