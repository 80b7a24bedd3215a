/// Foreign text without the code points that command a terminal or reorder what is read.
///
/// Control characters become their pictures (`␛`), C1 and bidi controls their numbers (`⟨U+202E⟩`):
/// visible, and harmless wherever the text is shown next.
public enum Visible {
  /// The text with its line ends and tabs kept as they are.
  public static func text(_ text: String) -> String {
    replaced(text) { $0 == "\n" || $0 == "\r" || $0 == "\t" }
  }

  /// The text on one line: every run of line ends, tabs and spaces is one space.
  public static func line(_ text: String) -> String {
    var joined = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !scalar.properties.isWhitespace || scalar == "\u{A0}" {
        joined.append(scalar)
      } else if joined.last != " " {
        joined.append(" ")
      }
    }
    if joined.last == " " { joined.removeLast() }
    if joined.first == " " { joined.removeFirst() }
    return replaced(String(joined)) { _ in false }
  }

  /// What stands for a scalar that must not be shown as itself; nil when it may.
  static func sign(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    // C1 controls; line and paragraph separators; embeddings, overrides and isolates (UAX #9).
    case 0x80...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
      "⟨U+\(paddedHex(scalar.value))⟩"
    default: nil
    }
  }

  /// Four hex digits or more, in capitals.
  static func paddedHex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func replaced(_ text: String, keeping: (Unicode.Scalar) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: { sign(for: $0) != nil && !keeping($0) }) else {
      return text
    }
    var result = ""
    for scalar in text.unicodeScalars {
      if let sign = sign(for: scalar), !keeping(scalar) {
        result += sign
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
