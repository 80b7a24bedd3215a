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

  @Test func `spans set anywhere in any text are found there again, word for word`() throws {
    var dice = FilesDice(7)
    let pieces = [
      "Revenue", " ", "電力。", "e\u{301}", "👩🏽‍💻", "🇺🇸", "\n", "–", "$3.2B", "क्षि", "\u{200D}", "가",
    ]
    try box.add(
      SamplePosts.plain(
        "x-9", "Begin " + (0..<60).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()))
    var new = NewClaim(post: "x-9")
    new.spans = [Span(0..<5)]
    try perform(.addClaim(new))
    let id = try claim().id
    for _ in 0..<60 {
      let text = try box.notebook.dossier(of: "x-9", in: catalog).post.text
      let count = text.unicodeScalars.count
      let cuts = Set((0..<6).map { _ in Int.random(in: 0...count, using: &dice) }).sorted()
      let spans = stride(from: 0, to: cuts.count - 1, by: 2).map { Span(cuts[$0]..<cuts[$0 + 1]) }
      // Two ends in one character: such spans are refused.
      guard let wanted = try? Spans.aligned(spans.map(\.range), in: text) else { continue }
      guard !wanted.isEmpty else { continue }
      try perform(.setSpans(claim: id, spans))
      let found = try #require(try box.notebook.dossier(of: "x-9", in: catalog).claims.first)
      #expect(found.id == id && !found.isLost)
      #expect(found.spans == wanted)
      let scalars = Array(text.unicodeScalars)
      #expect(found.quotes == wanted.map { Spans.words($0, in: scalars) })
    }
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
