import Testing

@testable import postil

@Suite struct TagWordsTests {
  @Test func `tags stand before the dashes, the query behind`() throws {
    let words = try TagWords(["+a", "-b", "+power/btm", "--", "tag:x", "-is:unread"])
    #expect(words.add == ["a", "power/btm"])
    #expect(words.remove == ["b"])
    #expect(words.query == "tag:x -is:unread")
  }

  @Test(arguments: [
    [], ["+a"], ["--", "x"], ["+a", "--"], ["a", "--", "x"], ["+", "--", "x"], ["--x", "y"],
  ])
  func `anything less is a usage error`(words: [String]) {
    #expect(throws: (any Error).self) { try TagWords(words) }
  }
}
