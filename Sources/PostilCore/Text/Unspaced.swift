/// Scripts that do not put spaces between words, or that put endings on them (Korean), so that a part
/// of a run must be found.
public enum Unspaced {
  /// Whether a text has letters of such a script.
  public static func stands(in text: String) -> Bool {
    // Below U+0E00, in UTF-8 below E0 B8, no such script begins.
    text.utf8.contains { $0 >= 0xE0 } && text.unicodeScalars.contains(where: holds)
  }

  /// Whether a letter is of such a script.
  public static func holds(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xE00 && ranges.contains { $0 ~= scalar.value }
  }

  /// Code points of such scripts.
  static let ranges: [ClosedRange<UInt32>] = [
    0x0E00...0x0EFF, 0x1000...0x11FF, 0x1780...0x17FF,  // Thai, Lao, Burmese, Jamo, Khmer
    0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF,  // Han, kana, Hangul
    0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF,
  ]

  /// The text with every such letter a word of its own, and what is glued to it too.
  public static func separated(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var wasLetter = false
    for scalar in text.unicodeScalars {
      let isLetter = holds(scalar)
      if isLetter || wasLetter { result.append(" ") }
      result.append(scalar)
      wasLetter = isLetter
    }
    return String(result)
  }
}
