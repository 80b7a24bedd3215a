/// Texts that follow each other, as the posts of a thread do, with the numbered sources in them.
public struct CitedTexts: Sendable {
  /// Where a citation or a source stands.
  public struct Spot: Hashable, Sendable {
    /// Which of the texts.
    public var text: Int
    /// Half-open, code points.
    public var range: Range<Int>

    /// A range of a text.
    public init(text: Int, range: Range<Int>) {
      self.text = text
      self.range = range
    }
  }

  private let texts: [[Unicode.Scalar]]
  /// The last and the first source of each number in each text.
  private let sources: [[Int: (first: Range<Int>, last: Range<Int>)]]

  /// Reads the sources of all texts; linear in their length.
  public init(_ texts: [[Unicode.Scalar]]) {
    self.texts = texts
    sources = texts.map { text in
      Citation.Source.all(in: text).reduce(into: [:]) { found, source in
        found[source.number, default: (source.range, source.range)].last = source.range
      }
    }
  }

  /// Where a number leads that is cited at an offset of a text: to the last source of that number in
  /// the same text behind the citation, else to the first in a later text; nil when there is none.
  public func target(of number: Int, in text: Int, at offset: Int) -> Spot? {
    guard texts.indices.contains(text) else { return nil }
    if let own = sources[text][number]?.last, own.lowerBound > offset {
      return Spot(text: text, range: own)
    }
    for later in sources.indices.dropFirst(text + 1) {
      if let found = sources[later][number] { return Spot(text: later, range: found.first) }
    }
    return nil
  }

  /// The first citation that leads to a source within some words of a text; nil when none does.
  public func citing(_ words: Spot) -> Spot? {
    guard texts.indices.contains(words.text) else { return nil }
    let numbers = sources[words.text].filter {
      $0.value.first.overlaps(words.range) || $0.value.last.overlaps(words.range)
    }.keys
    guard !numbers.isEmpty else { return nil }
    for text in 0...words.text {
      for citation in Citation.all(in: texts[text]) {
        for number in citation.numbers where numbers.contains(number) {
          let target = target(of: number, in: text, at: citation.range.upperBound)
          if let target, target.text == words.text, target.range.overlaps(words.range) {
            return Spot(text: text, range: citation.range)
          }
        }
      }
    }
    return nil
  }
}
