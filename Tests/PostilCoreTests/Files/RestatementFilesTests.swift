import Testing

@testable import PostilCore

/// Claims whose words the author wrote again, in the files.
@Suite struct RestatementFilesTests {
  private let box: FilesSandbox
  private let now = Instant(seconds: 1_773_576_000)
  private var catalog: DiskCatalog { DiskCatalog(notebook: box.notebook) }
  private static let old = "Big news. Northwind sold power for $1.2B in Q3. We keep the land."

  init() throws {
    box = try FilesSandbox()
    try box.add(SamplePosts.plain("x-1", Self.old))
  }

  @discardableResult private func perform(_ edit: Edit) throws -> Change {
    var dice = FilesDice(1)
    let change = try box.notebook.change(for: edit, at: now, in: catalog, using: &dice)
    try box.notebook.apply(change)
    return change
  }

  private func claim() throws -> Claim {
    let paths = try box.notebook.stamps().map(\.path).filter { $0.hasPrefix("claims/") }
    guard case .claim(let claim) = try box.notebook.record(at: try #require(paths.first)) else {
      throw Problem("no claim")
    }
    return claim
  }

  /// A claim on the words of the first text, and the page of a second one.
  private func dossier(_ quotes: [String], now text: String) throws -> Dossier {
    var new = NewClaim(post: "x-1")
    let scalars = Array(Self.old.unicodeScalars)
    new.spans = quotes.flatMap { Anchor.places(of: $0, in: scalars).map(Span.init) }
    try perform(.addClaim(new))
    try box.add(SamplePosts.plain("x-1~2", text))
    var dossier = try box.notebook.dossier(of: "x-1~2", in: catalog)
    dossier.seekRestatements()
    return dossier
  }

  private static let quote = "Northwind sold power for $1.2B in Q3"

  @Test func `a change that is confirmed is told in History, and undone in one step`() throws {
    let text = "Correction: Northwind sold power for $1.3B in Q3. We keep the land."
    let dossier = try dossier([Self.quote], now: text)
    let before = try box.files()
    let id = try claim().id
    let found = try #require(dossier.restatements[id])
    #expect(found.summary.hasPrefix("CHANGED: “$1.2B” became “$1.3B”: “Northwind sold power"))
    let change = try perform(.reanchor(claim: id, post: "x-1~2", found.spans.map(Span.init)))
    let claim = try claim()
    #expect(claim.post == "x-1~2" && claim.rev == Post.rev(of: text))
    #expect(claim.quotes == ["Northwind sold power for $1.3B in Q3"])
    #expect(claim.history.suffix(2).map { $0.words?.prefix(7) } == ["words «", "edited:"])
    #expect(claim.history.last?.words == "edited: $1.2B -> $1.3B")
    #expect(try box.notebook.dossier(of: "x-1~2", in: catalog).claims.map(\.isLost) == [false])
    try box.notebook.apply(change.inverse)
    #expect(try box.files() == before)
  }

  @Test func `the page of the old text knows what the newest one says instead`() throws {
    _ = try dossier([Self.quote, "We keep the land"], now: "Nothing of it. We keep the land.")
    try box.add(
      SamplePosts.plain("x-1~3", "Northwind sold power for $1.4B in Q3. We keep the land."))
    var dossier = try box.notebook.dossier(of: "x-1", in: catalog)
    #expect(dossier.newer.isEmpty)
    dossier.seekRestatements()
    #expect(dossier.restatements.isEmpty)
    #expect(dossier.newer.values.map(\.change?.words) == ["“$1.2B” became “$1.4B”"])
  }

  @Test func `a rewording that is taken says no more than the words before and after`() throws {
    let dossier = try dossier(
      [Self.quote], now: "Big news. Northwind sold electricity for $1.2B in Q3.")
    let id = try claim().id
    let found = try #require(dossier.restatements[id])
    #expect(found.change == nil)
    #expect(found.summary == "reworded: “Northwind sold electricity for $1.2B in Q3”")
    try perform(.reanchor(claim: id, post: "x-1~2", found.spans.map(Span.init)))
    #expect(try claim().history.count == 2)
    #expect(try claim().history.last?.words?.hasPrefix("words «") == true)
  }

  @Test func `words elsewhere that a person chooses are no edit of the author`() throws {
    let text = "Correction: Northwind sold power for $1.3B in Q3. It cost $1.1B."
    _ = try dossier([Self.quote], now: text)
    let place = try #require(
      Anchor.places(of: "It cost $1.1B", in: Array(text.unicodeScalars)).first)
    try perform(.reanchor(claim: try claim().id, post: "x-1~2", [Span(place)]))
    #expect(try claim().history.contains { $0.words?.hasPrefix("edited") == true } == false)
  }

  @Test func `of several spans each finds its words, in order or not at all`() throws {
    let dossier = try dossier(
      [Self.quote, "We keep the land"],
      now: "Northwind sold power for $1.3B in Q3. More soon. We keep the land.")
    let id = try claim().id
    let found = try #require(dossier.restatements[id])
    #expect(found.spans.count == 2)
    #expect(found.change?.words == "“$1.2B” became “$1.3B”")
    let quotes = [Self.quote, "We keep the land"]
    #expect(Restatement(of: quotes, in: "We keep the land. Northwind sold power for $1.3B.") == nil)
  }

  @Test(arguments: [
    "Northwind sold power for $1.2B in Q3", "Big news. We keep the land.", "",
    "Northwind sold power for $1.2B in Q3. Northwind sold power for $1.2B in Q3.",
  ])
  func `nothing is proposed where the words stand or nothing is like them`(text: String) {
    #expect(Restatement(of: [Self.quote], in: text) == nil)
  }

  @Test(arguments: ["", "🇺🇸", "e\u{301} ", "👩🏽‍💻 ", "\r\n", "電力。"])
  func `the words are whole characters of the text, wherever they stand`(start: String) throws {
    let text = start + "Northwind sold power for $1.3B in Q3" + start
    let found = try #require(Restatement(of: [Self.quote], in: text))
    let scalars = Array(text.unicodeScalars)
    #expect(found.spans.allSatisfy { Anchor.isGraphemeAligned($0, in: scalars) })
    #expect(Spans.words(found.spans[0], in: scalars).contains("power for $1.3B in"))
  }

  @Test func `what is looked for on one page has an end`() {
    var room = 10
    let ground = Restatement.Ground("Northwind sold power for $1.3B in Q3")
    #expect(Restatement(of: [Self.quote], in: ground, room: &room) == nil)
    #expect(room == 10)
  }

  @Test(arguments: [
    (
      "$1.2B", "$1.3B",
      "CHANGED in x-1, “$1.2B” became “$1.3B”: “Northwind sold power for $1.3B in Q3”"
    ),
    ("power", "energy", "reworded in x-1: “Northwind sold energy for $1.2B in Q3”"),
  ])
  func `check names what became of words in a post that was edited`(
    old: String, new: String, message: String
  ) throws {
    var made = NewClaim(post: "x-1")
    made.quote = Self.quote
    try perform(.addClaim(made))
    let path = Layout.path(ofPost: "x-1", posted: SamplePosts.plain("x-1", "").posted)
    let file = try #require(try box.notebook.text(of: path))
    try box.write(file.replacing(old, with: new), to: path)
    let found = Check.check(box.notebook).filter { $0.place?.file.hasPrefix("claims/") ?? false }
    #expect(found.map(\.message) == [message])
    #expect(found.first?.hint?.contains("t =") == true)
    // The page shows it as such too, although the post's hash is that of the old text.
    var dossier = try box.notebook.dossier(of: "x-1", in: catalog)
    dossier.seekRestatements()
    #expect(dossier.restatements.count == 1)
    let id = try claim().id
    let spans = try #require(dossier.restatements[id]).spans.map(Span.init)
    try perform(.reanchor(claim: id, post: "x-1", spans))
    #expect(
      Check.check(box.notebook).filter { $0.place?.file.hasPrefix("claims/") ?? false } == [])
  }
}
