import PostilCore
import TestSupport
import Testing

@Suite struct SuggestionTests {
  private func rules(_ text: String, posted: String? = "2025-11-03") -> [String] {
    Suggestion.all(in: Segments(text), posted: posted.flatMap { Day($0) })
      .flatMap(\.reasons).map(\.rule)
  }

  @Test func `every rule has a name of its own and says what it finds`() {
    let rules = SuggestionRule.all
    #expect(rules.count == 5)
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(rules.allSatisfy { !$0.says.isEmpty })
  }

  @Test(arguments: [
    ("They pay 20% in advance.", ["quantity"]),
    ("- 5-year average term", ["quantity"]),
    ("There were over 400 people on site.", ["quantity"]),
    ("It is cheaper than gas.", ["comparison"]),
    ("Northwind signed a lease with Orbis.", ["deal"]),
    ("The first hall is due by March 2026.", ["date"]),
    ("Momentum carries into March 2026.", []),
    ("Everyone holds short dated 01/29 calls.", []),
    ("People may come back over the next 1-3 years.", []),
    ("Northwind expects to break even.", ["promise"]),
    ("@orbis will deliver 200MW by Q3 2026.", ["promise", "date", "quantity"]),
    ("I was there three years.", []),
    ("More than 5 of us.", []),
    ("Rather than that.", []),
    ("Will Northwind pay 20%?", []),
    ("Q4 was fine today.", []),
    ("", []),
  ])
  func `a sentence is suggested for what it holds`(text: String, expected: [String]) {
    #expect(rules(text) == expected)
  }

  @Test func `without the day of posting no day is to come`() {
    #expect(rules("It is due by March 2026.", posted: nil).isEmpty)
    #expect(rules("It is due by March 2026.", posted: "2026-04-01") == [])
  }

  @Test func `a reason shows words of its own sentence, whatever the text`() {
    var chance = SeededNumbers(9)
    let pieces = [
      "$9bn ", "than ", "Orbis ", "signed a ", "will be ", "by March 2026", ". ", "\n", "? ", "\"",
      "漢字。", "👩‍💻", "e\u{301}", "as ", "(", ")", "more than ", "5", "% ", "“", "”", "\r\n", " ",
    ]
    for _ in 0..<1_500 {
      let text = (0..<Int.random(in: 0...30, using: &chance))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &chance)] }.joined()
      let segments = Segments(text)
      let all = Suggestion.all(in: segments, posted: Day(number: 20_000))
      #expect(all.map(\.sentence).allSatisfy(segments.sentences.contains))
      #expect(
        zip(all, all.dropFirst()).allSatisfy { $0.sentence.lowerBound < $1.sentence.lowerBound })
      for suggestion in all {
        #expect(!suggestion.reasons.isEmpty)
        #expect(suggestion.reasons.allSatisfy { $0.range.overlaps(suggestion.sentence) })
      }
    }
    for piece in pieces {
      _ = Suggestion.all(
        in: Segments(String(repeating: piece, count: 4_000)), posted: Day(number: 20_000))
    }
  }

  @Test func `a span of a claim takes its sentence out`() {
    let segments = Segments("It costs $5M. It pays 5%. It has 3 MW. It weighs 9 tons.")
    let all = Suggestion.all(in: segments, posted: nil)
    #expect(all.count == 4)
    var chance = SeededNumbers(11)
    for _ in 0..<500 {
      let spans = (0..<Int.random(in: 0...4, using: &chance)).map { _ in
        let start = Int.random(in: 0..<segments.scalars.count - 1, using: &chance)
        return start..<Int.random(in: start + 1..<segments.scalars.count, using: &chance)
      }
      let left = Suggestion.untagged(all, spans: spans)
      #expect(left == all.filter { one in !spans.contains { $0.overlaps(one.sentence) } })
    }
  }
}
