/// Whether two texts say the same: their words, without case, diacritics, blanks and links.
public enum SameWords {
  /// Fewer letters and digits are the same by chance: `gm`, `this`, `sold.`
  public static let least = 24

  /// 16 hex digits, the same for all texts that say the same; nil for one too short to tell.
  ///
  /// `RT @x:` before the words does not count.
  public static func key(of text: String) -> String? {
    var words = text.unicodeScalars.split { $0.properties.isWhitespace }
      .map { Fold.folded(String($0)) }
      .filter { !$0.hasPrefix("https://") && !$0.hasPrefix("http://") }[...]
    if words.first == "rt", let handle = words.dropFirst().first, handle.hasPrefix("@") {
      words = words.dropFirst(2)
    }
    var count = 0
    for word in words {
      count += word.unicodeScalars.count { $0.properties.isAlphabetic || isDigit($0) }
    }
    guard count >= least else { return nil }
    return String(ContentHash.sha256(of: words.joined(separator: " ")).prefix(16))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil
  }
}
