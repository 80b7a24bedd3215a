/// One claim under edit: its file as found, and as it shall be.
struct ClaimEditor {
  let path: String
  private let notebook: Notebook
  private let before: String
  var document: Document
  /// The claim as found.
  let claim: Claim

  /// Opens a claim; what a hand left out and can be found is filled in with the first edit.
  ///
  /// - Throws: when there is no such claim, or its file cannot be read.
  init(_ id: String, in notebook: Notebook, _ catalog: any Catalog) throws(Problem) {
    let path = try notebook.path(of: id, in: catalog)
    guard Layout.kind(of: path) == .claim, let text = try notebook.text(of: path) else {
      throw Problem("“\(id)” is not a claim", at: .init(path))
    }
    self.path = path
    self.notebook = notebook
    before = text
    document = Document(text)
    claim = try ClaimFile.read(document, path: path)
  }

  /// The change of this one file; without files when nothing was edited.
  func change(_ label: String, orIdle idle: String) -> Change {
    let files = [Change.File(path, before: before, after: document.text)]
    let change = Change(label, files).withoutIdleFiles
    return change.files.isEmpty ? Change(idle, []) : change
  }

  /// - Throws: when the claim has another status by now than the one that was seen.
  func expect(status: Status?) throws(Problem) {
    guard let status, status != claim.status else { return }
    throw Problem(
      "\(Excerpt.of(claim)) is \(claim.status.rawValue) by now, not \(status.rawValue)",
      at: .init(path), hint: "It was changed elsewhere: read it again, then judge it")
  }

  mutating func judge(
    _ status: Status, type: ClaimType?, confidence: Int?, words: String?, on day: Day
  ) throws(Problem) {
    if let confidence, !(0...100 ~= confidence) {
      throw Problem("\(confidence)% is no probability", hint: "Give a whole number from 0 to 100")
    }
    let words = words.flatMap { $0.trimmingBlanks.isEmpty ? nil : $0.trimmingBlanks }
    if let type, type != claim.type { try set("type", .text(type.rawValue)) }
    let isNews = confidence.map { $0 != claim.confidence } ?? false
    guard status != claim.status || isNews || words != nil else { return }
    record(Turn(day, status, confidence: confidence ?? claim.confidence, words: words))
    try set("status", .text(status.rawValue))
    if let confidence, isNews { try set("confidence", .number(confidence)) }
  }

  mutating func setDue(_ due: Day?, on day: Day) throws(Problem) {
    guard due != claim.due else { return }
    if !claim.evidence.isEmpty {
      let old = claim.due?.description ?? "none"
      let words = "due \(old) -> \(due?.description ?? "none")"
      record(Turn(day, claim.status, confidence: claim.confidence, words: words))
    }
    try set("due", due.map { .bare($0.description) })
  }

  mutating func setTitle(_ title: String?) throws(Problem) {
    let title = title.flatMap { $0.trimmingBlanks.isEmpty ? nil : $0.trimmingBlanks }
    try set("title", title.map { .text($0) })
  }

  mutating func setTags(_ tags: [String]) throws(Problem) {
    guard tags != claim.tags else { return }
    try set("tags", .list(tags))
  }

  mutating func setNotes(_ text: String) {
    guard BodyLines.trimmed(text) != claim.notes else { return }
    ClaimFile.setNotes(text, in: &document)
  }

  /// Fills in what a claim written by hand left out: its id, and where its words stand.
  mutating func fillIn(in catalog: any Catalog) throws(Problem) {
    if document["id"] == nil { try set("id", .text(claim.id)) }
    guard claim.spans.isEmpty, !claim.quotes.isEmpty, let id = claim.post,
      let post = try? notebook.post(id, in: catalog).post,
      case .found(let spans) = Reanchoring.place(claim, in: post)
    else { return }
    try place(spans, Post.rev(of: post.text))
  }

  mutating func place(_ spans: [Range<Int>], _ rev: String) throws(Problem) {
    var placed = claim
    placed.spans = spans
    try set("at", placed.at.map { .text($0) })
    try set("rev", .text(rev))
  }

  /// Appends to History; a status that was set by hand gets its own line first.
  mutating func record(_ turn: Turn) {
    let isByHand =
      claim.history.last.map { $0.status != claim.status } ?? (document["status"] != nil)
    if isByHand {
      let nanoseconds = notebook.stamp(of: path)?.modified
      let day = nanoseconds.map { Instant(seconds: $0 / 1_000_000_000).day } ?? turn.day
      let old = Turn(day, claim.status, confidence: claim.confidence, words: "by hand")
      ClaimFile.append(old, to: &document)
    }
    ClaimFile.append(turn, to: &document)
  }

  mutating func set(_ key: String, _ field: Document.Field?) throws(Problem) {
    try document.set(key, field, order: ClaimFile.order)
  }
}
