import PostilCore
import Testing

@testable import PostilScreen

@Suite struct KeyScriptTests {
  @Test func `lines hold keys, words to type, and comments`() throws {
    let script = try KeyScript(
      parsing: "# reading\n<Enter> j t s  # the first\r\n\ntype +2w  # due\n<Enter>\nt <#>\n",
      file: "a")
    let typed = try #require([Key](named: "<Enter> j t s + 2 w"))
    let end = try #require([Key](named: "<Enter> t <#>"))
    #expect(script.keys.prefix(typed.count) == typed[...])
    #expect(script.keys.suffix(end.count) == end[...])
  }

  @Test func `of a session with its screens only the keys count`() throws {
    let text = "A title j j\n=== size 64x14\n=== post x-9 @m 2026-11-20\nj j\n=== keys j k\n| j |\n"
    let script = try KeyScript(parsing: text, file: "a")
    #expect(script.keys == [.character("j"), .character("k")])
    #expect(script.size == Size(rows: 14, columns: 64))
    #expect(
      try KeyScript(parsing: "size 80x24\nj\n", file: "a").size == Size(rows: 24, columns: 80))
  }

  @Test func `what is no key is named with its line`() {
    #expect(throws: Problem.self) { try KeyScript(parsing: "j\nnokey\n", file: "a") }
    do throws(Problem) {
      _ = try KeyScript(parsing: "j\n\nj nokey\n", file: "a.keys")
    } catch {
      #expect(error.place?.line == 3)
      #expect(error.place?.file == "a.keys")
    }
  }
}
