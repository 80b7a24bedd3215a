/// Whether two texts say the same: their words, without case, diacritics, blanks and links.
public enum SameWords {
  /// Fewer letters and digits are the same by chance: `gm`, `this`, `sold.`
  public static let least = 24

  /// 16 hex digits, the same for all texts that say the same; nil for one too short to tell.
  ///
  /// `RT @x:` before the words does not count.
  public static func key(of text: String) -> String? { key(of: Array(text.unicodeScalars)) }

  /// The same for a text in code points.
  public static func key(of text: [Unicode.Scalar]) -> String? {
    var words = words(of: text)[...]
    let blank = UInt8(ascii: " ")
    if words.starts(with: "rt @".utf8) {
      let end = words.dropFirst(4).firstIndex(of: blank).map { $0 + 1 }
      words = words[(end ?? words.endIndex)...]
    }
    guard hasEnough(words) else { return nil }
    return words.withUnsafeBytes { ContentHash.sha256(of: $0, digits: 16) }
  }

  /// The folded words that are no links, each but the first behind one blank; UTF-8.
  private static func words(of text: [Unicode.Scalar]) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(text.count + 1)
    var start: Int?
    for scalar in text {
      if scalar.isBlank {
        start.map { endWord(from: $0, in: &words) }
        start = nil
        continue
      }
      if start == nil {
        start = words.count
        words.append(UInt8(ascii: " "))
      }
      if scalar.isASCII {
        let isCapital = "A"..."Z" ~= scalar
        words.append(UInt8(truncatingIfNeeded: scalar.value) | (isCapital ? 0x20 : 0))
      } else {
        Fold.append(scalar) { words.append(contentsOf: String($0).utf8) }
      }
    }
    start.map { endWord(from: $0, in: &words) }
    return Array(words.dropFirst())
  }

  private static func endWord(from start: Int, in words: inout [UInt8]) {
    let word = words[(start + 1)...]
    guard word.first == UInt8(ascii: "h"), links.contains(where: word.starts) else { return }
    words.removeLast(words.count - start)
  }

  private static let links = [Array("https://".utf8), Array("http://".utf8)]

  private static func hasEnough(_ words: ArraySlice<UInt8>) -> Bool {
    var count = 0
    for scalar in String(decoding: words, as: UTF8.self).unicodeScalars {
      let counts =
        scalar.isASCII
        ? scalar.isLetterASCII || scalar.isDigit
        : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      count += counts ? 1 : 0
      if count == least { return true }
    }
    return false
  }
}
