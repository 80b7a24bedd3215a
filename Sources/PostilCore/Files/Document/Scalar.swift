/// How one value is written on one line of front matter.
enum Scalar {
  /// The text as YAML: plain when every reader takes it for the same text, else in double quotes.
  static func written(_ text: String) -> String {
    isSafePlain(text) ? text : quoted(text)
  }

  /// Whether YAML 1.1 and 1.2 both read the text, unquoted, as this very text.
  ///
  /// A `#` is quoted even where YAML allows it: simple readers cut there.
  static func isSafePlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      isPlain(bytes) && !bytes.contains(UInt8(ascii: "#")) && !YamlType.isOther(than: bytes)
    }
  }

  /// Whether bytes behind `key: ` are a plain scalar that ends with the line.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last, canBeginPlain(first),
      last != UInt8(ascii: " "), last != UInt8(ascii: ":")
    else { return false }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":"), bytes[index + 1] == UInt8(ascii: " ") { return false }
      if byte == UInt8(ascii: "#"), bytes[index - 1] == UInt8(ascii: " ") { return false }
      if !isPrintable(bytes, index) { return false }
    }
    return true
  }

  /// Whether bytes are a double-quoted scalar of one line without a backslash.
  static func isSimplyQuoted(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let quote = UInt8(ascii: "\"")
    guard bytes.count >= 2, bytes[0] == quote, bytes[bytes.count - 1] == quote else { return false }
    for index in 1..<bytes.count - 1
    where bytes[index] == quote || bytes[index] == UInt8(ascii: "\\") || !isPrintable(bytes, index)
    {
      return false
    }
    return true
  }

  private static func canBeginPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    case UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: "+"), UInt8(ascii: "."),
      UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: ";"), UInt8(ascii: "^"):
      true
    default: false
    }
  }

  /// No control character, line break or byte order mark of YAML begins at `index`.
  private static func isPrintable(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x20...0x7E: true
    case 0xC2: bytes[index + 1] >= 0xA0
    case 0xE2: bytes[index + 1] != 0x80 || !(0xA8...0xA9 ~= bytes[index + 2])
    case 0xEF:
      !(bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF)
        && !(bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE)
    case 0x80...: true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}",
        "\u{FFFF}":
        result += "\\u" + hexadecimal(scalar.value, digits: 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
