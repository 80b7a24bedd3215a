import PostilCore
import Testing

@testable import postil

@Suite struct ListLineTests {
  private static var row: PostRow {
    var row = PostRow(id: "x-1", excerpt: "First line\r\n\u{1B}[31mred\tand 日本語の長い文 👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀")
    row.author = "@someone\u{202E}\nelse"
    row.posted = .day(Day(number: 20_000))
    row.marks = ["?": 2, "+": 1, "~": 12]
    return row
  }

  @Test(arguments: 1...120)
  func `a row takes no more than the terminal has`(cells: Int) {
    let line = PostLine(Self.row).text(cells: cells)
    #expect(Glyph.width(of: line) <= cells)
    #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" })
  }

  @Test func `without a terminal five fields, the id first`() {
    let fields = PostLine(Self.row).text(cells: nil).split(separator: "\t")
    #expect(fields.count == 5)
    #expect(fields.first == "x-1")
    #expect(fields[3] == "2?+12~")
  }
}
