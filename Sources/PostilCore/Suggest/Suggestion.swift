/// A sentence that is probably worth a tag, and why.
public struct Suggestion: Hashable, Sendable {
  /// What one rule found.
  public struct Reason: Hashable, Sendable {
    /// The name of the rule.
    public let rule: String
    /// What it looks for, in words.
    public let says: String
    /// What it found: half-open, code points of the text.
    public let range: Range<Int>
  }

  /// The sentence: half-open, code points of the text.
  public let sentence: Range<Int>
  /// One for each rule that found something, in the order of the rules; never empty.
  public let reasons: [Reason]

  /// The first reason of a rule that is not hidden.
  public func reason(hiding hidden: Set<String>) -> Reason? {
    reasons.first { !hidden.contains($0.rule) }
  }

  /// Those of some suggestions, in order, whose sentences no span of a claim overlaps.
  public static func untagged(_ all: [Suggestion], spans: some Sequence<Range<Int>>)
    -> [Suggestion]
  {
    var spans = spans.sorted { $0.lowerBound < $1.lowerBound }[...]
    // Of the spans so far, where the furthest ends: a long one may lie around others.
    var end = 0
    return all.filter { suggestion in
      while let span = spans.first, span.lowerBound < suggestion.sentence.upperBound {
        end = max(end, span.upperBound)
        spans.removeFirst()
      }
      return end <= suggestion.sentence.lowerBound
    }
  }

  /// The sentences of a text that rules find something in, in order; linear in its length.
  ///
  /// Days to come are after the day `posted`; without it they are not looked for.
  public static func all(
    in segments: Segments, posted: Day?, rules: [SuggestionRule] = SuggestionRule.all
  ) -> [Suggestion] {
    all(
      in: segments, quantities: Quantity.all(in: segments.scalars), posted: posted, rules: rules)
  }

  /// The same with the quantities of the text, where they are known already.
  public static func all(
    in segments: Segments, quantities: [Quantity], posted: Day?,
    rules: [SuggestionRule] = SuggestionRule.all
  ) -> [Suggestion] {
    var quantities = quantities[...]
    var words = segments.words[...]
    var found: [Suggestion] = []
    for sentence in segments.sentences {
      quantities = quantities.drop { $0.range.upperBound <= sentence.lowerBound }
      words = words.drop { $0.upperBound <= sentence.lowerBound }
      let inside = SentenceReading(
        sentence, of: segments, words: words.prefix { $0.lowerBound < sentence.upperBound },
        quantities: quantities.prefix { $0.range.lowerBound < sentence.upperBound },
        posted: posted)
      // A question claims nothing.
      guard !inside.isQuestion else { continue }
      let reasons = rules.compactMap { rule in
        inside.place(for: rule).map {
          Reason(rule: rule.name, says: rule.says, range: $0)
        }
      }
      if !reasons.isEmpty { found.append(Suggestion(sentence: sentence, reasons: reasons)) }
    }
    return found
  }
}
