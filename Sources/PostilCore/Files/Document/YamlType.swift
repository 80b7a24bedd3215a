/// What YAML makes of plain text that is not a string to it.
///
/// The union of both standards: the type repository of YAML 1.1 (yaml.org/type: null, bool, int,
/// float, timestamp, merge, value) and the core schema of YAML 1.2 (section 10.3.2).
enum YamlType {
  /// Whether YAML 1.1 or 1.2 reads the plain scalar as anything but text.
  static func isOther(than bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return isNumberOrDate(bytes)
    default:
      guard bytes.count <= 5 else { return false }
      return words.contains(String(decoding: bytes, as: UTF8.self).lowercased())
    }
  }

  private static let words: Set<String> = [
    "~", "null", "y", "n", "yes", "no", "on", "off", "true", "false", "<<", "=",
  ]

  /// Every number and date of both standards is made of these characters, and little else is;
  /// what is quoted without need costs two characters.
  private static func isNumberOrDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let unsigned = text.drop { $0 == "+" || $0 == "-" }
    if [".inf", ".nan"].contains(String(unsigned)) { return true }
    if let mark = unsigned.dropFirst().first, unsigned.first == "0", "box".contains(mark) {
      return unsigned.dropFirst(2).allSatisfy { $0.isHexDigit || $0 == "_" }
    }
    return isDecimal(unsigned) || isSexagesimal(unsigned) || isTimestamp(text)
  }

  /// Integers and floats: digits with `_`, points, and an exponent.
  private static func isDecimal(_ text: Substring) -> Bool {
    let parts = text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
    let mantissa = parts[0]
    guard mantissa.contains(where: isDigit),
      mantissa.allSatisfy({ isDigit($0) || "._".contains($0) })
    else { return false }
    guard parts.count == 2 else { return true }
    let exponent = parts[1].drop { $0 == "+" || $0 == "-" }
    return !exponent.isEmpty && exponent.allSatisfy(isDigit)
  }

  /// `12:30`, `190:20:30.15`: base 60 in YAML 1.1.
  private static func isSexagesimal(_ text: Substring) -> Bool {
    text.contains(":") && text.allSatisfy { isDigit($0) || "_.:".contains($0) }
  }

  /// `2026-03-01`, `2001-12-14t21:59:43.10-05:00`, `2001-12-14 21:59:43.10 -5`.
  private static func isTimestamp(_ text: String) -> Bool {
    let day = text.prefix { isDigit($0) || $0 == "-" }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1...].allSatisfy({ 1...2 ~= $0.count })
    else { return false }
    return text.dropFirst(day.count).allSatisfy { isDigit($0) || "t z.:+-".contains($0) }
  }

  private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }
}
