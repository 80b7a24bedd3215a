/// A sentence as rules look at it.
struct SentenceReading {
  private let sentence: Range<Int>
  private let segments: Segments
  private let words: [SentenceWord]
  private let quantities: ArraySlice<Quantity>
  /// Where a day to come is named.
  private let date: Range<Int>?
  let isQuestion: Bool

  init(
    _ sentence: Range<Int>, of segments: Segments, words: ArraySlice<Range<Int>>,
    quantities: ArraySlice<Quantity>, posted: Day?
  ) {
    self.sentence = sentence
    self.segments = segments
    self.quantities = quantities
    var last = sentence.upperBound - 1
    while last > sentence.lowerBound, "”\"')]’".unicodeScalars.contains(segments.scalars[last]) {
      last -= 1
    }
    isQuestion = segments.scalars[last] == "?" || segments.scalars[last] == "？"
    date = posted.flatMap { Self.day(in: segments.text(sentence), sentence, after: $0) }
    let isShouted = !words.contains { range in
      range.count > 1 && segments.scalars[range].allSatisfy(\.isLowerASCII)
    }
    var numbers = quantities
    self.words = words.enumerated().map { place, range in
      numbers = numbers.drop { $0.range.upperBound <= range.lowerBound }
      return Self.word(
        range, of: segments, isFirst: place == 0, isShouted: isShouted,
        quantity: numbers.first.flatMap { $0.range.overlaps(range) ? $0 : nil })
    }
  }

  private static func day(in text: String, _ sentence: Range<Int>, after posted: Day)
    -> Range<Int>?
  {
    let due = DueDate.implied(by: text, posted: posted).first {
      $0.day > posted && isTelling($0.words)
    }
    guard let due else { return nil }
    let scalars = Array(text.unicodeScalars)
    let found = Occurrences(of: Array(due.words.unicodeScalars), in: scalars).first { _ in true }
    return found.map {
      $0.lowerBound + sentence.lowerBound..<$0.upperBound + sentence.lowerBound
    }
  }

  /// Whether words name a day to come by themselves: `by March`, `Q4 2026`, `08/29`; not `Q4`.
  private static func isTelling(_ words: String) -> Bool {
    words.contains(" ") || words.utf8.count { 48...57 ~= $0 } > 1
  }

  private static func word(
    _ range: Range<Int>, of segments: Segments, isFirst: Bool, isShouted: Bool,
    quantity: Quantity?
  ) -> SentenceWord {
    // No phrase holds a word that long; links are.
    guard range.count <= 40 else { return SentenceWord(range: range, keys: []) }
    let written = segments.text(range)
    var word = written.lowercased()
    for ending in ["'s", "’s"] where word.hasSuffix(ending) { word.removeLast(2) }
    var keys = [word]
    if let quantity {
      keys += ["<number>", "<\(quantity.unit.dimension.rawValue)>"]
    } else if isName(written, word, isFirst: isFirst, isShouted: isShouted) {
      keys.append("<name>")
    }
    return SentenceWord(range: range, keys: keys)
  }

  private static func isName(_ written: String, _ word: String, isFirst: Bool, isShouted: Bool)
    -> Bool
  {
    guard let first = written.unicodeScalars.first else { return false }
    if first == "$" || first == "@" { return written.utf8.count > 1 }
    guard first.properties.isUppercase, word.utf8.count > 1, !isShouted else { return false }
    return !isFirst || !common.contains(word)
  }

  /// Words that begin many sentences and name nobody.
  private static let common: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "it", "its", "he", "she", "they", "we",
    "you", "i'm", "i’m", "i've", "i’ve", "my", "our", "your", "their", "his", "her", "if", "and",
    "but", "or", "so", "as", "at", "by", "for", "from", "in", "on", "of", "to", "with", "when",
    "while", "what", "why", "how", "who", "where", "there", "here", "then", "now", "not", "no",
    "yes", "just", "also", "after", "before", "because", "some", "all", "any", "many", "most",
    "more", "people", "things", "is", "are", "was", "will", "would", "could", "should", "can",
    "let", "let's", "let’s", "don't", "don’t", "never", "always", "maybe", "still", "even",
    "since", "once", "only", "every", "each", "first", "second", "one", "two", "last", "next",
    "today", "tomorrow", "yesterday", "it's", "it’s", "that's", "that’s", "rt",
  ]

  /// What a rule finds here; nil when it finds nothing.
  func place(for rule: SuggestionRule) -> Range<Int>? {
    if rule.findsDates, let date, !isCancelled(date, by: rule) { return date }
    if let found = quantities.first(where: { counts($0, for: rule) }) { return found.range }
    guard !rule.words.isEmpty else { return nil }
    var index = 0
    while index < words.count {
      if let other = rule.unless.match(at: index, of: words) {
        index = other.upperBound
      } else if let found = rule.words.match(at: index, of: words), has(rule.needs, beside: found) {
        return words[found.lowerBound].range
          .lowerBound..<words[found.upperBound - 1].range
          .upperBound
      } else {
        index += 1
      }
    }
    return nil
  }

  private func isCancelled(_ place: Range<Int>, by rule: SuggestionRule) -> Bool {
    guard let first = words.firstIndex(where: { $0.range.overlaps(place) }),
      let last = words.lastIndex(where: { $0.range.overlaps(place) })
    else { return false }
    // The words right before and behind say what the day is to what is said.
    let around = max(0, first - 1)...min(words.count - 1, last + 1)
    return around.contains { rule.unless.match(at: $0, of: words) != nil }
  }

  private func counts(_ quantity: Quantity, for rule: SuggestionRule) -> Bool {
    guard let least = rule.quantities[quantity.unit.dimension], let numbers = quantity.numbers
    else { return false }
    return abs(numbers.upperBound.double) >= least
  }

  private func has(_ needs: [SuggestionRule.Need], beside phrase: Range<Int>) -> Bool {
    needs.isEmpty
      || needs.contains { need in
        switch need {
        case .name:
          words.indices.contains { !phrase.contains($0) && words[$0].keys.contains("<name>") }
            || words[phrase].contains { $0.keys.contains("<name>") && phrase.count > 1 }
        case .quantity: quantities.contains { $0.unit != .none }
        case .money: quantities.contains { $0.unit.dimension == .money }
        case .date: date != nil
        }
      }
  }
}
