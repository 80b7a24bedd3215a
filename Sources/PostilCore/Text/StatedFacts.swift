/// What words state that no other words may state instead: numbers with their units, periods,
/// cashtags, mentions, names and negations, in order.
enum StatedFacts {
  /// A fact and how it is written.
  private struct Fact {
    enum Kind: Hashable {
      case number(ClosedRange<Amount>, per: String?, unit: String, Quantity.Bound, isAbout: Bool)
      case period(Quantity.Period)
      case word(String)
      case negation
    }

    let kind: Kind
    let qualifier: String?
    let written: String

    func isSame(_ other: Fact) -> Bool { kind == other.kind && qualifier == other.qualifier }
  }

  /// What two texts state otherwise, from the first such fact of both to the last; nil for nothing.
  ///
  /// The order counts: who sells to whom is told by nothing else.
  static func difference(_ old: String, _ new: String) -> (old: String, new: String)? {
    let (one, other) = (Text(old), Text(new))
    let names = one.names.union(other.names)
    let (old, new) = (one.facts(names), other.facts(names))
    let least = min(old.count, new.count)
    var start = 0
    while start < least, old[start].isSame(new[start]) { start += 1 }
    guard start < max(old.count, new.count) else { return nil }
    var end = 0
    while end < least - start, old[old.count - 1 - end].isSame(new[new.count - 1 - end]) {
      end += 1
    }
    func middle(_ facts: [Fact]) -> String {
      facts[start..<facts.count - end].map(\.written).joined(separator: ", ")
    }
    return (middle(old), middle(new))
  }

  /// A word without case and the marks around it, nor the `'s` of a name.
  static func bare(_ word: some StringProtocol) -> String {
    let isPart: (Unicode.Scalar) -> Bool = { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.isEmojiPresentation || "$@%€£¥".unicodeScalars.contains(scalar)
    }
    let view = String(word).replacing("’", with: "'").unicodeScalars
    guard let start = view.firstIndex(where: isPart), let end = view.lastIndex(where: isPart) else {
      return ""
    }
    let folded = Fold.folded(String(view[start...end]))
    return folded.hasSuffix("'s") ? String(folded.dropLast(2)) : folded
  }

  /// A text in words, of which some are part of an entity or a quantity.
  private struct Text {
    private struct Word {
      let range: Range<Int>
      let written: String
      let bare: String
      /// Whether it is one wherever it stands in lower case too.
      let isName: Bool
    }

    private let scalars: [Unicode.Scalar]
    private let entities: [Entity]
    private let quantities: [Quantity]
    private let words: [Word]

    init(_ text: String) {
      scalars = Array(text.unicodeScalars)
      entities = Entity.all(in: scalars)
      quantities = Quantity.all(in: scalars, entities)
      let taken = (entities.filter { $0.kind != .hashtag }.map(\.range) + quantities.map(\.range))
        .sorted { $0.lowerBound < $1.lowerBound }
      words = Self.words(of: scalars, outside: taken)
    }

    /// The words that are written as names are, folded.
    var names: Set<String> { Set(words.lazy.filter(\.isName).map(\.bare)) }

    func facts(_ names: Set<String>) -> [Fact] {
      var facts: [(place: Int, fact: Fact)] = []
      for entity in entities where entity.kind == .cashtag || entity.kind == .mention {
        facts.append((entity.range.lowerBound, fact(.word(Fold.folded(entity.text)), entity.range)))
      }
      for quantity in quantities {
        facts.append((quantity.range.lowerBound, fact(of: quantity)))
      }
      for word in words {
        let kind: Fact.Kind? =
          StatedWords.isNegation(word.bare)
          ? .negation
          : names.contains(word.bare) || StatedWords.isNumber(word.bare) ? .word(word.bare) : nil
        guard let kind else { continue }
        facts.append(
          (word.range.lowerBound, Fact(kind: kind, qualifier: nil, written: word.written)))
      }
      return facts.sorted { $0.place < $1.place }.map(\.fact)
    }

    private func fact(
      _ kind: Fact.Kind, _ range: Range<Int>, qualifier: String? = nil
    ) -> Fact {
      let written = String(scalars: scalars[range]).split(whereSeparator: \.isWhitespace)
      return Fact(kind: kind, qualifier: qualifier, written: written.joined(separator: " "))
    }

    private func fact(of quantity: Quantity) -> Fact {
      let kind: Fact.Kind =
        switch quantity.value {
        case .period(let period): .period(period)
        case .number(let numbers):
          .number(
            quantity.baseNumbers ?? numbers, per: quantity.per.map(Fold.folded),
            unit: Fold.folded(quantity.unit.base), quantity.bound,
            isAbout: quantity.isApproximate)
        }
      return fact(kind, quantity.range, qualifier: quantity.qualifier.map(Fold.folded))
    }

    /// The words between blanks that no taken range touches.
    private static func words(of scalars: [Unicode.Scalar], outside taken: [Range<Int>]) -> [Word] {
      var words: [Word] = []
      var ranges = taken[...]
      var index = 0
      while index < scalars.count {
        if let range = ranges.first, range.lowerBound <= index {
          index = max(index, range.upperBound)
          ranges = ranges.dropFirst()
          continue
        }
        guard !scalars[index].properties.isWhitespace else {
          index += 1
          continue
        }
        let start = index
        let limit = ranges.first?.lowerBound ?? scalars.count
        let isLetter = Unspaced.holds(scalars[index])
        index += 1
        while index < limit, !scalars[index].properties.isWhitespace,
          Unspaced.holds(scalars[index]) == isLetter
        {
          index += 1
        }
        words.append(word(scalars, start..<index))
      }
      return words.filter { !$0.bare.isEmpty }
    }

    private static func word(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Word {
      let written = String(scalars: scalars[range])
      let bare = StatedFacts.bare(written)
      let letters = scalars[range].filter(\.properties.isAlphabetic)
      let isShort = letters.count > 1 && !letters.contains(where: \.properties.isLowercase)
      // Where there are no capitals, nothing tells a name from another word: each may be one.
      let isCapital =
        letters.first.map { !$0.properties.isLowercase || $0.properties.isCaseIgnorable } ?? false
      let hasInner = letters.dropFirst().contains(where: \.properties.isUppercase)
      let hasDigits = scalars[range].contains { $0.properties.numericType != nil }
      return Word(
        range: range, written: written, bare: bare,
        isName: hasDigits || isShort || ((isCapital || hasInner) && !StatedWords.isCommon(bare)))
    }
  }
}
