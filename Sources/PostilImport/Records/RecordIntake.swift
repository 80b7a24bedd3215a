import PostilCore

/// Takes records one by one, and says at the end what they were.
struct RecordIntake {
  private let source: Source
  private let options: ImportOptions
  private let preferred: (any RecordFormat.Type)?
  private var posts: [Post] = []
  private var embedded: [Post] = []
  private var annotations: [Annotation] = []
  private var passed = 0
  private var skipped: [(line: Int, reason: String)] = []
  private var warned: [(line: Int, words: String)] = []
  private var left: [String: Int] = [:]
  private var damaged = 0
  private var brokenIDs: [Int] = []
  private var shifted: [Int] = []
  private var failure: Problem?
  /// Shapes of records that no format knows: most records of a file are alike.
  private var unknown: Set<Int> = []
  /// Names of the first record without a text.
  private var names: [String] = []

  /// Takes records by the format that the source is of, as far as it knows them.
  init(_ source: Source, _ options: ImportOptions, as preferred: (any RecordFormat.Type)? = nil) {
    self.options = options
    self.source = source
    self.preferred = preferred
  }

  mutating func take(_ element: JSONElements.Element) {
    switch element.value {
    case .success(let value): take(value, line: element.line)
    case .failure(let damage):
      damaged += 1
      skip(damage.reason, line: element.line)
    }
  }

  mutating func take(_ record: JSONValue, line: Int, isTable: Bool = false) {
    var yield = RecordYield(file: source.baseName, line: line)
    yield.isTable = isTable
    let shape = preferred == nil ? record.shape : 0
    if preferred != nil || !unknown.contains(shape) {
      guard RecordFormats.read(record, preferring: preferred, into: &yield) == nil else {
        adopt(yield)
        return
      }
      if preferred == nil { unknown.insert(shape) }
    }
    if let kind = RecordRefusal.kind(of: record) {
      left[kind, default: 0] += 1
      return
    }
    guard let found = RecordPost(RecordFormats.loose(record), via: "\(source.baseName):\(line)")
    else {
      if names.isEmpty { names = record.members.prefix(8).map(\.name) }
      skip(reason(for: record), line: line)
      return
    }
    if found.hasBrokenID { brokenIDs.append(line) }
    if found.looksShifted { shifted.append(line) }
    var post = found.post
    if post.media.isEmpty { post.media = PlainMedia.named(in: record) }
    posts.append(post)
    embedded += found.quoted(in: source.baseName)
  }

  private mutating func adopt(_ yield: RecordYield) {
    // Of several posts in one record each is known by its place in it.
    posts +=
      yield.posts.count == 1
      ? yield.posts
      : yield.posts.enumerated().map { number, post in
        var post = post
        post.via = post.via.map { "\($0)#\(number + 1)" }
        return post
      }
    // A page lists its own posts again beside the others, and earlier versions of them.
    embedded += yield.embedded.filter { post in
      !yield.posts.contains { $0.id == post.id && $0.text.utf8.elementsEqual(post.text.utf8) }
    }
    for reason in yield.skipped { skip(reason, line: yield.line) }
    warned += yield.warnings.map { (yield.line, $0) }
    left.merge(yield.left, uniquingKeysWith: +)
    annotations += yield.annotations
    failure = failure ?? yield.failure
  }

  mutating func skip(_ reason: String, line: Int) { skipped.append((line, reason)) }

  private func reason(for json: JSONValue) -> String {
    guard case .object = json else { return "no object" }
    if let error = json["error"]?.words { return "an error record: \(error.prefix(80))" }
    let names = json.members.prefix(4).map(\.name).joined(separator: ", ")
    return names.isEmpty ? "no text" : "no text among \(names)"
  }

  /// Hands over what was taken so far, once it is clear that these are posts.
  mutating func pass(into intake: inout Intake) throws(Problem) {
    guard posts.count >= Self.enough else { return }
    try judge()
    try hand(to: &intake)
  }

  /// Records after which it is clear what they are.
  private static let enough = 500

  private mutating func hand(to intake: inout Intake) throws(Problem) {
    passed += posts.count
    for var post in posts {
      post.fill(options)
      try intake.add(post)
    }
    for post in embedded { try intake.embed(post) }
    for annotation in annotations { intake.annotate(annotation) }
    (posts, embedded, annotations) = ([], [], [])
  }

  /// - Throws: when there are records but no posts, or more is damaged than not.
  private func judge() throws(Problem) {
    if let failure { throw failure }
    let count = posts.count + passed
    if damaged > 2, damaged > count {
      throw Problem(
        "\(damaged) of \(damaged + count) records are damaged: probably another format",
        at: source.place(skipped.first?.line), hint: "first: \(skipped.first?.reason ?? "")")
    }
    guard count == 0 else { return }
    if skipped.isEmpty, let most = left.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
      let what = counted(most.value, most.key, RecordRefusal.plural(most.key))
      throw Problem("holds \(what), no posts", at: source.place())
    }
    if !names.isEmpty {
      throw Problem(
        "holds \(counted(skipped.count, "record")) and no posts: \(names.joined(separator: ", "))",
        at: source.place(), hint: "a text is called text, full_text, content, body or the like")
    }
  }

  /// Hands over the rest.
  ///
  /// - Throws: when there are records but no posts, or more is damaged than not.
  mutating func finish(into intake: inout Intake) throws(Problem) {
    try judge()
    try hand(to: &intake)
    for (line, reason) in skipped { intake.skip(reason, at: source.place(line)) }
    for (line, words) in warned { intake.warn(words, at: source.place(line)) }
    for (kind, count) in left.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      intake.remark(counted(count, kind, RecordRefusal.plural(kind)) + " left out")
    }
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
