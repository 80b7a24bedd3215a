import PostilCore

/// Reads JSON values out of bytes, one after the other.
///
/// Our own because the ids of posts need their digits, which decoders turn into floating point, and
/// because a lone surrogate or one bad element must not cost the whole file, as it does elsewhere.
/// It takes what real exports hold beyond RFC 8259: raw control characters and lone surrogates in
/// strings, commas before a closing bracket, `NaN`.
struct JSONReader {
  struct Damage: Error {
    var reason: String
    /// The byte at which it shows.
    var index: Int
  }

  let bytes: [UInt8]
  var index: Int
  private static let depthLimit = 256

  init(_ bytes: [UInt8], at index: Int = 0) {
    self.bytes = bytes
    self.index = bytes.starts(with: TextLines.mark) && index == 0 ? TextLines.mark.count : index
  }

  /// The next byte that is no white space; nil at the end.
  mutating func peek() -> UInt8? {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return bytes[index]
      }
    }
    return nil
  }

  /// The value that begins here; `index` then stands behind it.
  mutating func value(depth: Int = 0) throws(Damage) -> JSONValue {
    guard let byte = peek() else { throw damage("ends in the middle") }
    guard depth < Self.depthLimit else { throw damage("nested too deeply") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), 48...57: return try number()
    default:
      for (word, value) in Self.words where bytes[index...].starts(with: word) {
        index += word.count
        return value
      }
      throw damage("no JSON")
    }
  }

  private static let words: [([UInt8], JSONValue)] = [
    (Array("true".utf8), .bool(true)), (Array("false".utf8), .bool(false)),
    (Array("null".utf8), .null), (Array("NaN".utf8), .null), (Array("Infinity".utf8), .null),
  ]

  private func damage(_ reason: String) -> Damage { Damage(reason: reason, index: index) }

  private mutating func object(_ depth: Int) throws(Damage) -> JSONValue {
    var members: [JSONValue.Member] = []
    index += 1
    while true {
      guard let byte = peek() else { throw damage("ends inside an object") }
      if byte == UInt8(ascii: "}") { break }
      guard byte == UInt8(ascii: "\"") else { throw damage("expected a name in quotes") }
      let name = try string()
      guard peek() == UInt8(ascii: ":") else { throw damage("expected a colon") }
      index += 1
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
      try comma(before: UInt8(ascii: "}"))
    }
    index += 1
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(Damage) -> JSONValue {
    var elements: [JSONValue] = []
    index += 1
    while true {
      guard let byte = peek() else { throw damage("ends inside an array") }
      if byte == UInt8(ascii: "]") { break }
      elements.append(try value(depth: depth + 1))
      try comma(before: UInt8(ascii: "]"))
    }
    index += 1
    return .array(elements)
  }

  /// Steps over a comma, or stops at the closing bracket.
  private mutating func comma(before close: UInt8) throws(Damage) {
    guard let byte = peek(), byte == close || byte == UInt8(ascii: ",") else {
      throw damage(index < bytes.count ? "expected a comma" : "ends in the middle")
    }
    if byte != close { index += 1 }
  }

  private mutating func number() throws(Damage) -> JSONValue {
    let start = index
    while index < bytes.count, Self.isNumeric(bytes[index]) { index += 1 }
    let digits = String(decoding: bytes[start..<index], as: UTF8.self)
    guard Double(digits) != nil else {
      if digits == "-", bytes[index...].starts(with: Array("Infinity".utf8)) {
        index += 8
        return .null
      }
      index = start
      throw damage("no number")
    }
    return .number(digits)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func string() throws(Damage) -> String {
    index += 1
    var start = index
    var text: [UInt8] = []
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[start..<index])
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[start..<index])
        text.append(contentsOf: String(try escape()).utf8)
        start = index
      default: index += 1
      }
    }
    throw damage("ends inside a string")
  }

  private mutating func escape() throws(Damage) -> Character {
    guard index + 1 < bytes.count else { throw damage("ends inside a string") }
    let letter = bytes[index + 1]
    guard letter == UInt8(ascii: "u") else {
      guard let scalar = Self.escapes[letter] else { throw damage("unknown escape") }
      index += 2
      return Character(scalar)
    }
    let high = try unit()
    guard let scalar = Unicode.Scalar(high) else {
      // A pair, or half of one, which stands for no character.
      let behind = index
      if 0xD800..<0xDC00 ~= high, bytes[index...].starts(with: [0x5C, 0x75]) {
        let low = try unit()
        if 0xDC00..<0xE000 ~= low,
          let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        {
          return Character(scalar)
        }
      }
      index = behind
      return "\u{FFFD}"
    }
    return Character(scalar)
  }

  /// Four hex digits behind `\u`.
  private mutating func unit() throws(Damage) -> UInt32 {
    guard index + 6 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
      bytes[index + 2] != UInt8(ascii: "+")
    else { throw damage("unknown escape") }
    index += 6
    return unit
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
    UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]
}
