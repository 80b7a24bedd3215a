import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

struct ColumnMappingTests {
  private static let table = """
    Wann,Wer,Inhalt,Kommentar
    2025-11-03 14:26,ada,Power is the bottleneck.,short
    2025-11-04 09:00,bob,"Not yet, wait for the filing.",x

    """

  @Test func `a mapping says what columns mean`() throws {
    let box = try ImportSandbox()
    let source = Source(name: "a.csv", bytes: Array(Self.table.utf8))
    let mapping = try ColumnMapping(parsing: "text=Inhalt, date=wann,handle=Wer")
    var options = ImportOptions(now: box.now)
    options.columns = mapping
    let plan = try importing([source], from: "csv", options: options, into: box.notebook)
    if let change = plan.change { try box.notebook.apply(change) }
    let posts = box.posts.values.sorted { $0.text > $1.text }
    #expect(posts.map(\.text) == ["Power is the bottleneck.", "Not yet, wait for the filing."])
    #expect(posts.map(\.author) == ["@ada", "@bob"])
    #expect(posts.map { $0.posted?.description.prefix(10) } == ["2025-11-03", "2025-11-04"])
  }

  @Test func `a column that is called like what another means is not taken for it`() throws {
    let mapping = try ColumnMapping(parsing: "text=Body")
    #expect(try mapping.renamed(["text", "Body", "id"]) == ["not text", "text", "id"])
  }

  @Test(arguments: ["", "text", "colour=Body", "text=A,b"])
  func `what is no mapping is refused`(words: String) {
    #expect(throws: Problem.self) { try ColumnMapping(parsing: words) }
  }

  @Test func `a column that is not there is refused with those that are`() throws {
    let mapping = try ColumnMapping(parsing: "text=Body")
    let problem = #expect(throws: Problem.self) { try mapping.renamed(["Inhalt", "Wer"]) }
    #expect(problem?.hint == "Inhalt, Wer")
  }

  @Test func `a table of an unknown kind is offered with what its values suggest`() throws {
    let table = try #require(
      UnknownTable(Source(name: "a.csv", bytes: Array(Self.table.utf8))))
    #expect(table.columns == ["Wann", "Wer", "Inhalt", "Kommentar"])
    #expect(table.values[1] == ["ada", "bob"])
    #expect(table.guess.columns[.date] == "Wann")
    #expect(table.guess.columns[.text] == "Inhalt")
  }

  @Test(arguments: [
    "Power, chips, land.\n\nAll of them, in time.\nSo it is, in this order, always.\n",
    "Power, chips, land.\nAll of them, in time.\nSo it is, in this order, always.\n",
  ])
  func `prose with commas is no table`(prose: String) {
    #expect(UnknownTable(Source(name: "a.txt", bytes: Array(prose.utf8))) == nil)
  }
}
