import PostilCore

/// Values that a table holds as the text of a list or an object.
enum NestedText {
  /// What a cell says: JSON, the way Python prints lists and objects, or its plain text.
  static func value(_ cell: JSONValue?) -> JSONValue? {
    guard case .string(let text) = cell, let first = text.utf8.first,
      first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
    else { return cell }
    let bytes = Array(text.utf8)
    var reader = JSONReader(bytes)
    if let value = try? reader.value(), reader.peek() == nil { return value }
    var python = PythonLiteral(bytes)
    return python.whole() ?? cell
  }
}

/// Reads lists, objects and words as Python prints them: `[{'a': None, "b": 'c'}]`.
struct PythonLiteral {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value, when nothing stands behind it.
  mutating func whole() -> JSONValue? {
    guard let value = value(depth: 0) else { return nil }
    skipSpace()
    return index == bytes.count ? value : nil
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) -> JSONValue? {
    guard depth < 64 else { return nil }
    if take("[") { return list(until: "]", depth) }
    if take("(") { return list(until: ")", depth) }
    if take("{") { return object(depth) }
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "\"") {
      return string().map { .string($0) }
    }
    return word(depth)
  }

  private mutating func list(until close: Unicode.Scalar, _ depth: Int) -> JSONValue? {
    var elements: [JSONValue] = []
    while !take(close) {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
      if take(",") { continue }
      guard take(close) else { return nil }
      break
    }
    return .array(elements)
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    var members: [JSONValue.Member] = []
    while !take("}") {
      guard let name = value(depth: depth + 1)?.words, take(":"),
        let value = value(depth: depth + 1)
      else { return nil }
      members.append(JSONValue.Member(name: name, value: value))
      if take(",") { continue }
      guard take("}") else { return nil }
      break
    }
    return .object(members)
  }

  /// A number, `None`, `True`, or a call such as `datetime.datetime(2022, 9, 1, …)`.
  private mutating func word(_ depth: Int) -> JSONValue? {
    let start = index
    while index < bytes.count, !",]})(: ".utf8.contains(bytes[index]) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if take("(") {
      guard case .array(let parts)? = list(until: ")", depth) else { return nil }
      return .string(Self.date(parts))
    }
    switch word {
    case "": return nil
    case "None", "nan": return .null
    case "True", "False": return .bool(word == "True")
    default: return Double(word) == nil ? .string(word) : .number(word)
    }
  }

  private static func date(_ parts: [JSONValue]) -> String {
    let numbers = parts.compactMap { $0.words.flatMap { Int($0) } }
    guard numbers.count >= 3 else { return parts.compactMap(\.words).joined(separator: " ") }
    func two(_ index: Int) -> String {
      let number = index < numbers.count ? numbers[index] : 0
      return number < 10 ? "0\(number)" : "\(number)"
    }
    return "\(numbers[0])-\(two(1))-\(two(2)) \(two(3)):\(two(4)):\(two(5)) UTC"
  }

  private mutating func string() -> String? {
    let quote = bytes[index]
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), index < bytes.count else {
        text.append(byte)
        continue
      }
      let letter = bytes[index]
      index += 1
      switch letter {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
        let count = letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : 8
        guard index + count <= bytes.count,
          let number = UInt32(
            String(decoding: bytes[index..<index + count], as: UTF8.self), radix: 16)
        else { return nil }
        index += count
        text.append(contentsOf: String(Unicode.Scalar(number) ?? "\u{FFFD}").utf8)
      default: text.append(letter)
      }
    }
    return nil
  }
}
