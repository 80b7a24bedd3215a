import PostilCore
import Testing

@Suite struct CSVExportTests {
  @Test(arguments: 0..<200)
  func `a row a claim, read back as it was`(seed: Int) throws {
    var noise = ExportNoise(seed: seed)
    let dossiers = (0..<4).map { noise.dossier($0) }
    let rows = parse(try export(dossiers))
    let claims = dossiers.flatMap(\.claims)
    #expect(rows.count == claims.count + 1)
    #expect(Set(rows.map(\.count)).count == 1)
    let column = try #require(rows.first?.firstIndex(of: "quote"))
    for (row, claim) in zip(rows.dropFirst(), claims) {
      let quote = Array(Visible.text(claim.quotes[0]).unicodeScalars)
      let cell = Array(row[column].unicodeScalars)
      #expect(cell == quote || cell == ["'"] + quote)
    }
  }

  @Test(arguments: 0..<200)
  func `no cell begins a formula`(seed: Int) throws {
    var noise = ExportNoise(seed: seed)
    let cells = parse(try export((0..<4).map { noise.dossier($0) })).flatMap(\.self)
    let starts = Set("=+-@\t\r\n".unicodeScalars)
    #expect(!cells.contains { $0.unicodeScalars.first.map(starts.contains) ?? false })
  }

  @Test func `posts without claims have no row`() throws {
    let dossier = Dossier(post: Post(id: "x-1", text: "a"), path: "posts/x-1.md")
    #expect(parse(try export([dossier])).count == 1)
  }

  private func export(_ dossiers: [Dossier]) throws -> String {
    try Exporters.named("csv").export(
      dossiers, about: ExportInfo(title: "t", query: nil, today: Day(number: 20_500)))
  }

  /// RFC 4180, strictly.
  private func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"": cell.append(scalars.removeFirst())
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(String(cell))
        cell = .init()
      case ("\r", false) where scalars.first == "\n":
        scalars.removeFirst()
        rows.append(row + [String(cell)])
        row = []
        cell = .init()
      default: cell.append(scalar)
      }
    }
    return rows
  }
}
