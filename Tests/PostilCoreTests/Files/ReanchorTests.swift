import Testing

@testable import PostilCore

@Suite struct ReanchorTests {
  private let box: FilesSandbox
  private let now = Instant(seconds: 1_773_576_000)
  private var catalog: DiskCatalog { DiskCatalog(notebook: box.notebook) }

  init() throws {
    box = try FilesSandbox()
    try box.add(SamplePosts.plain("x-1", "Revenue of $1.2B in Q3, and capex of $3B. More soon."))
    try box.add(SamplePosts.plain("x-1~2", "Sales were $1.3B in Q3."))
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

  private func made() throws -> String {
    var new = NewClaim(post: "x-1")
    new.spans = [Span(0..<16)]
    new.confidence = 70
    try perform(.addClaim(new))
    return try claim().id
  }

  @Test func `words are added as a quote of their own, and taken again`() throws {
    let id = try made()
    let added = try perform(.setSpans(claim: id, [Span(0..<16), Span(28..<40)]))
    #expect(added.label.hasPrefix("added words to"))
    #expect(try claim().quotes == ["Revenue of $1.2B", "capex of $3B"])
    #expect(try claim().at == "0-16 28-40")
    let taken = try perform(.setSpans(claim: id, [Span(28..<40)]))
    #expect(taken.label.hasPrefix("took words from"))
    #expect(try claim().quotes == ["capex of $3B"])
    #expect(try perform(.setSpans(claim: id, [Span(28..<41)])).label.hasPrefix("moved the borders"))
    #expect(try claim().history.count == 1)
  }

  @Test func `borders moved after evidence exists are on record`() throws {
    let id = try made()
    let path = Layout.path(ofClaim: id)
    let text = try #require(try box.notebook.text(of: path))
    try box.write(text + "\n## Evidence\n\n- supports [[x-2]]\n", to: path)
    try perform(.setSpans(claim: id, [Span(0..<22)]))
    #expect(
      try claim().history.last?.words == "words «Revenue of $1.2B» -> «Revenue of $1.2B in Q3»")
  }

  @Test func `a lost claim goes over to words of the later capture, and History says so`() throws {
    let id = try made()
    let before = try box.files()
    let dossier = try box.notebook.dossier(of: "x-1~2", in: catalog)
    #expect(dossier.claims.map(\.isLost) == [true])
    let change = try perform(.reanchor(claim: id, post: "x-1~2", [Span(0..<16)]))
    let claim = try claim()
    #expect(claim.post == "x-1~2")
    #expect(claim.quotes == ["Sales were $1.3B"])
    #expect(claim.status == .open && claim.confidence == 70 && claim.history.count == 2)
    #expect(
      claim.history.last
        == Turn(
          now.day, .open, confidence: 70, words: "words «Revenue of $1.2B» -> «Sales were $1.3B»"))
    #expect(try box.notebook.dossier(of: "x-1~2", in: catalog).claims.map(\.isLost) == [false])
    #expect(try perform(.reanchor(claim: id, post: "x-1~2", [Span(0..<16)])).files.isEmpty)
    try box.notebook.apply(change.inverse)
    #expect(try box.files() == before)
  }

  @Test func `of claims that begin alike the longer comes first, lost ones last`() {
    func claim(_ id: String, _ span: Range<Int>?) -> Claim {
      var claim = Claim(id: id)
      claim.post = "x-1"
      claim.quotes = ["words"]
      claim.spans = span.map { [$0] } ?? []
      return claim
    }
    let claims = [claim("a", nil), claim("b", 3..<5), claim("c", 3..<9), claim("d", 0..<1)]
    #expect(claims.sorted(by: Notebook.stands).map(\.id) == ["d", "c", "b", "a"])
  }
}
