internal import PostilCore

/// How well a name answers to what was typed, for lists that are narrowed by typing.
///
/// Case and accents do not count. Each comparison takes time linear in the name.
enum Fuzzy {
  /// The ranks, the best first.
  enum Rank: Int, Comparable {
    case whole, beginning, wordBeginning, inside, initials, scattered

    static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
  }

  /// How a name answers to one word; nil when it does not. Nothing typed fits everything.
  static func rank(_ typed: String, in name: String) -> Rank? {
    let pattern = Array(Fold.folded(typed).unicodeScalars)
    let text = Array(Fold.folded(name).unicodeScalars)
    guard !pattern.isEmpty else { return .beginning }
    if text.starts(with: pattern) { return text.count == pattern.count ? .whole : .beginning }
    let letters = Array(name.unicodeScalars)
    let places = Fold.places(of: typed, in: letters)
    if places.contains(where: { isStart($0.lowerBound, in: letters) }) { return .wordBeginning }
    if !places.isEmpty { return .inside }
    if hasInitials(pattern, text) { return .initials }
    var rest = text[...]
    for scalar in pattern {
      guard let found = rest.firstIndex(of: scalar) else { return nil }
      rest = rest[(found + 1)...]
    }
    return .scattered
  }

  /// How a name answers to several words, each of which must fit; lower is better.
  static func score(_ words: [String], in name: String) -> Int? {
    var total = 0
    for word in words {
      guard let rank = rank(word, in: name) else { return nil }
      total += rank.rawValue
    }
    return total
  }

  /// Whether each letter begins a word of the text or follows the letter before it, as `pobt` in
  /// `power/btm`. The first way that fits is taken, so this never looks back.
  private static func hasInitials(_ pattern: [Unicode.Scalar], _ text: [Unicode.Scalar]) -> Bool {
    var next = 0
    var wasTaken = false
    for (index, scalar) in text.enumerated() where next < pattern.count {
      let fits = scalar == pattern[next] && (wasTaken || isStart(index, in: text))
      if fits { next += 1 }
      wasTaken = fits
    }
    return next == pattern.count
  }

  private static func isStart(_ index: Int, in text: [Unicode.Scalar]) -> Bool {
    index == 0 || !isLetter(text[index - 1])
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
