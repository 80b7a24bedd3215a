import PostilCore
import TestSupport
import Testing

/// How good the rules are, on sentences of real posts that were tagged by hand before them.
@Suite(.enabled(if: Samples.arePresent)) struct SuggestionScoreTests {
  private func scores(_ sentences: [TaggedSentence]) -> [String: Score] {
    var scores: [String: Score] = [:]
    for sentence in sentences {
      let rules = Set(sentence.suggestion?.reasons.map(\.rule) ?? [])
      for rule in SuggestionRule.all {
        scores[rule.name, default: Score()].count(
          wanted: sentence.kinds.contains(rule.name), found: rules.contains(rule.name))
      }
      scores["all", default: Score()].count(
        wanted: !sentence.kinds.subtracting(["other"]).isEmpty, found: !rules.isEmpty)
      scores["worth a tag", default: Score()].count(
        wanted: !sentence.kinds.isEmpty, found: !rules.isEmpty)
    }
    return scores
  }

  private func print(_ scores: [String: Score], _ title: String) {
    for name in SuggestionRule.all.map(\.name) + ["all", "worth a tag"] {
      Swift.print("suggestions, \(title), \(name): \(scores[name]?.words ?? "none")")
    }
  }

  @Test func `the sentences tagged by hand are found as well as they were`() throws {
    let sentences = try TaggedSentence.all("sentences.tsv")
    #expect(sentences.count == 200)
    let even = sentences.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    let odd = sentences.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    print(scores(even), "the half they were tuned on")
    print(scores(odd), "the other half")
    print(scores(sentences), "both")
    for (name, floor) in floors {
      let score = scores(sentences)[name] ?? Score()
      #expect(score.precision >= floor.precision, "\(name): \(score.words)")
      #expect(score.recall >= floor.recall, "\(name): \(score.words)")
    }
  }

  /// What both halves together must reach. There are too few deals, promises and days to come among
  /// the 200 for figures of their own.
  private let floors = [
    "all": (precision: 0.75, recall: 0.85), "quantity": (precision: 0.9, recall: 0.9),
    "comparison": (precision: 0.8, recall: 0.7), "worth a tag": (precision: 0.8, recall: 0.65),
  ]
}
