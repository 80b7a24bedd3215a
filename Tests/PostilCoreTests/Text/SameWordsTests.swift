import PostilCore
import Testing

@Suite struct SameWordsTests {
  private let words = "The auction cleared at 333 dollars per megawatt-day."

  @Test(arguments: [
    "the AUCTION cleared\nat 333 dollars  per megawatt-day. https://t.co/a1",
    "RT @x: The auction cleared at 333 dollars per megawatt-day.",
    "https://a.example Thé auction cleared at 333 dollars per megawatt-day.",
  ])
  func `case, blanks, links and who repeats it do not count`(text: String) {
    #expect(SameWords.key(of: text) == SameWords.key(of: words))
  }

  @Test(arguments: [
    "The auction cleared at 334 dollars per megawatt-day.",
    "The auction never cleared at 333 dollars per megawatt-day.",
  ])
  func `a number or a word does`(text: String) {
    #expect(SameWords.key(of: text) != SameWords.key(of: words))
  }

  @Test(arguments: ["", "gm", "Sold. https://example.com/a-long-address-that-says-nothing", "🚀🚀🚀"])
  func `what is too short says nothing`(text: String) {
    #expect(SameWords.key(of: text) == nil)
  }
}
