/// Words that somebody looks for, and where they stand in a text.
public struct SoughtWords: Hashable, Sendable {
  /// What counts as standing there.
  public enum Manner: Hashable, Sendable {
    /// Any part of the text.
    case part
    /// A word; with `*` at its end, every word that begins so.
    case word
    /// Words one behind the other.
    case phrase
    /// What a regular expression fits (`Pattern`).
    case pattern
  }

  /// As typed.
  public var text: String
  /// What counts as standing there.
  public var manner: Manner

  /// Words to be looked for.
  public init(_ text: String, _ manner: Manner) {
    self.text = text
    self.manner = manner
  }

  /// Whether the full text index can rank posts by them.
  public var isRanked: Bool { manner != .pattern && !isOfSymbols }

  /// Whether no letter and no digit is in it.
  public var isOfSymbols: Bool { !text.unicodeScalars.contains(where: WordPlaces.isLetter) }

  /// Whether it is a word that may go on.
  public var isPrefix: Bool { manner == .word && text.hasSuffix("*") }

  /// Without the `*`.
  public var stem: String { isPrefix ? String(text.dropLast()) : text }

  /// Where they stand, case and accents aside: half-open, code points, not overlapping. In scripts
  /// without spaces every part of a text counts.
  public func places(in text: [Unicode.Scalar]) -> [Range<Int>] {
    guard manner != .pattern else {
      // One that costs too much is lit nowhere.
      return (try? Pattern(self.text).places(in: text)) ?? []
    }
    guard manner != .part, !isOfSymbols, !Unspaced.stands(in: stem) else {
      return Fold.places(of: stem, in: text)
    }
    return WordPlaces(text).places(of: WordPlaces(stem.unicodeScalars), isPrefix: isPrefix)
  }

  /// Those of the places that reach into a range, without looking through all of a long text.
  public func places(in text: [Unicode.Scalar], around range: Range<Int>) -> [Range<Int>] {
    guard manner != .pattern else { return places(in: text, reaching: range) }
    // Between the words of a phrase there may be more than a blank.
    let reach = stem.unicodeScalars.count * 2 + 16
    var low = max(0, range.lowerBound - reach)
    var high = min(text.count, range.upperBound + reach)
    // No word is cut: the rest of it could look like another one.
    while low > 0, range.lowerBound - low < Self.longestWord, WordPlaces.isLetter(text[low - 1]) {
      low -= 1
    }
    while high < text.count, high - range.upperBound < Self.longestWord,
      WordPlaces.isLetter(text[high])
    {
      high += 1
    }
    return places(in: Array(text[low..<high])).map { $0.lowerBound + low..<$0.upperBound + low }
  }

  private static let longestWord = 400

  /// What an expression fits may reach over lines: some of them on each side are looked through.
  private func places(in text: [Unicode.Scalar], reaching range: Range<Int>) -> [Range<Int>] {
    let reach = 2_000
    var low = max(0, range.lowerBound - reach)
    var high = min(text.count, range.upperBound + reach)
    while low > 0, range.lowerBound - low < 2 * reach, text[low - 1] != "\n" { low -= 1 }
    while high < text.count, high - range.upperBound < 2 * reach, text[high] != "\n" { high += 1 }
    return places(in: Array(text[low..<high])).map { $0.lowerBound + low..<$0.upperBound + low }
  }
}

extension Query {
  /// The words, phrases and expressions that it wants, each once, in its order; not those that it does not want.
  /// What saved queries want is not known here.
  public var soughtWords: [SoughtWords] {
    var found: [SoughtWords] = []
    collect(&found, isWanted: true)
    return found
  }

  /// Whether its words, or those of the saved queries in it, make an order by relevance.
  public var isRanked: Bool {
    !savedNames.isEmpty || soughtWords.contains(where: \.isRanked)
  }

  private func collect(_ found: inout [SoughtWords], isWanted: Bool) {
    func add(_ words: SoughtWords) {
      if isWanted, !words.stem.isEmpty, !found.contains(words) { found.append(words) }
    }
    switch self {
    case .word(let word): add(SoughtWords(word, .word))
    case .phrase(let words): add(SoughtWords(words, .phrase))
    case .pattern(let source): add(SoughtWords(source, .pattern))
    case .not(let query): query.collect(&found, isWanted: !isWanted)
    case .inside(_, let query): query.collect(&found, isWanted: isWanted)
    case .near(let terms, _), .and(let terms), .or(let terms):
      for term in terms { term.collect(&found, isWanted: isWanted) }
    default: break
    }
  }
}
