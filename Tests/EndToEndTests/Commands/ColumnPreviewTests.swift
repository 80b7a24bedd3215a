import Testing

@testable import postil

struct ColumnPreviewTests {
  @Test(arguments: [40, 50, 80, 100, 140, 300])
  func `what can be typed breaks between words`(width: Int) {
    let lines = ColumnPreview.footer(width: width)
    #expect(lines.allSatisfy { $0.count < width && $0.hasPrefix("  ") })
    let words = lines.joined(separator: " ").split(separator: " ")
    #expect(words == ColumnPreview.footer(width: 10_000).joined().split(separator: " "))
    #expect(words.first == "y" && words.last == "nothing")
  }
}
