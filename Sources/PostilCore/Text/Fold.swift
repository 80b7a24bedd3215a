/// Text with case and diacritics taken away: how words are compared when they are searched.
public enum Fold {
  /// Lower case, without the diacritics of Latin letters and without combining marks.
  ///
  /// At least what SQLite's `unicode61` tokenizer folds with `remove_diacritics 2`, so a hit that the
  /// index found is also found in the text.
  public static func folded(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar) { view.append($0) } }
    return String(view)
  }

  /// Where a word stands in a text when both are folded: half-open, code points, not overlapping.
  public static func places(of word: some StringProtocol, in text: [Unicode.Scalar])
    -> [Range<Int>]
  {
    var pattern: [Unicode.Scalar] = []
    for scalar in word.unicodeScalars { append(scalar) { pattern.append($0) } }
    let trace = Trace(text)
    return Occurrences(of: pattern, in: trace.scalars).map(trace.place)
  }

  /// A folded text that knows where each of its scalars comes from.
  struct Trace {
    private(set) var scalars: [Unicode.Scalar] = []
    private var origins: [Int] = []
    private var count = 0

    init(_ text: some Sequence<Unicode.Scalar>) {
      for scalar in text {
        Fold.append(scalar) {
          scalars.append($0)
          origins.append(count)
        }
        count += 1
      }
    }

    /// Where a range of it stands in the text itself; code points.
    func place(of range: Range<Int>) -> Range<Int> {
      // Marks that were folded away belong to the letter before them.
      let end = range.upperBound < origins.count ? origins[range.upperBound] : count
      return origins[range.lowerBound]..<max(origins[range.upperBound - 1] + 1, end)
    }
  }

  /// Gives what a scalar folds to, scalar by scalar.
  static func append(_ scalar: Unicode.Scalar, to add: (Unicode.Scalar) -> Void) {
    switch scalar.value {
    case 0x41...0x5A:
      add(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0..<0x80:
      add(scalar)
    case 0x300...0x36F:
      break
    // Punctuation, Han, kana, Hangul and emoji have no case, and asking the tables costs much.
    case 0x2010...0x205E, 0x2E80...0xA63F, 0xAC00...0xD7A3, 0x1F000...0x1FAFF:
      add(scalar)
    case 0xC0...0x24F:
      latin[Int(scalar.value - 0xC0)].forEach(add)
    case 0x1E00...0x1EFF:
      latin[Int(scalar.value - 0x1E00) + 0x190].forEach(add)
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        // The Ångström sign is an å, which folds once more.
        if lower == scalar { add(lower) } else { append(lower, to: add) }
      }
    }
  }

  /// What U+00C0–U+024F and then U+1E00–U+1EFF fold to.
  private static let latin = [0xC0...0x24F, 0x1E00...0x1EFF].flatMap {
    (range: ClosedRange<UInt32>) in
    range.map { Unicode.Scalar($0).map(base) ?? [] }
  }

  /// The letter in the name of `LATIN SMALL LETTER E WITH ACUTE`, or the scalar in lower case.
  private static func base(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    let words = lower.first?.properties.name?.split(separator: " ") ?? []
    guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
      words[3].utf8.count == 1
    else { return lower.filter { !(0x300...0x36F ~= $0.value) } }
    return Array(words[3].lowercased().unicodeScalars)
  }
}
