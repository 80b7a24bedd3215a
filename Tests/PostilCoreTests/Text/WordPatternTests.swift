import TestSupport
import Testing

@testable import PostilCore

@Suite struct WordPatternTests {
  private let pieces = [
    "syn", "Sýn", "SYN", "synth", "s\u{301}yn\u{308}", "syntax", "asyn", " ", "  ", "-", "_",
    "'", "9", "中", "ア", "한", "ก", "é", "\u{301}", "№", "½", "²", "😀", "\n", "ß", "ı", "K", "Å", "#",
  ]

  @Test func `an expression for a word finds what the words of the index find`() throws {
    var numbers = SeededNumbers(7)
    for (word, isPrefix) in [
      ("syn", true), ("syn", false), ("synth", true), ("9", true), ("k", true),
    ] {
      let pattern = try Pattern(
        ofAnyLength: try #require(WordPattern.source(of: word, isPrefix: isPrefix)))
      let words = WordPlaces(word.unicodeScalars)
      for _ in 0..<3_000 {
        let text = (0..<Int.random(in: 0...6, using: &numbers))
          .map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
        let isFound = !WordPlaces(text.unicodeScalars).places(of: words, isPrefix: isPrefix).isEmpty
        #expect(
          try pattern.matches(text) == isFound, "\(word) \(isPrefix) in \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: ["", "é", "a b", "中", "don't", String(repeating: "a", count: 41)])
  func `there is none for a word with other letters`(word: String) {
    #expect(WordPattern.source(of: word, isPrefix: true) == nil)
  }
}
