import CXML

/// Markup made fit for a parser: what people leave broken is mended, what could take it down is
/// taken out.
///
/// Document types go, and with them every entity that could grow or lead elsewhere; names of HTML
/// become numbers; a lone `&` becomes text; control characters become U+FFFD; a tag with more
/// attributes than anyone writes loses them, because looking for the same name twice is quadratic.
struct TameMarkup {
  /// As it was, and well-formed UTF-8.
  private let bytes: [UInt8]
  private let isHTML: Bool
  private var result: [UInt8] = []
  private var names: [String: UInt32] = [:]

  private static let attributes = 300

  static func xml(_ bytes: [UInt8]) -> [UInt8] { tame(bytes, isHTML: false) }
  static func html(_ bytes: [UInt8]) -> [UInt8] { tame(bytes, isHTML: true) }

  private static func tame(_ bytes: [UInt8], isHTML: Bool) -> [UInt8] {
    var tame = TameMarkup(bytes: bytes, isHTML: isHTML)
    tame.run()
    return tame.result
  }

  private init(bytes: [UInt8], isHTML: Bool) {
    self.bytes = bytes
    self.isHTML = isHTML
    result.reserveCapacity(bytes.count + bytes.count / 8)
  }

  private mutating func run() {
    var index = bytes.starts(with: TextLines.mark) ? TextLines.mark.count : 0
    // Many servers put an empty line before the declaration.
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): index = takeTag(at: index)
      case UInt8(ascii: "&"): index = takeReference(at: index)
      default:
        takeCharacter(bytes[index])
        index += 1
      }
    }
  }

  private mutating func takeCharacter(_ byte: UInt8) {
    if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 {
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
    } else {
      result.append(byte)
    }
  }

  private mutating func takeTag(at start: Int) -> Int {
    if !isHTML, follows("<![CDATA[", start) {
      let end = end(of: "]]>", from: start + 9) ?? bytes.count
      for byte in bytes[start..<end] { takeCharacter(byte) }
      if end == bytes.count, !result.suffix(3).elementsEqual("]]>".utf8) {
        result.append(contentsOf: "]]>".utf8)
      }
      return end
    }
    if follows("<!--", start) { return end(of: "-->", from: start + 4) ?? bytes.count }
    if follows("<!doctype", start) { return afterDocumentType(start) }
    if follows("<!", start) || follows("<?", start) {
      return end(of: ">", from: start) ?? bytes.count
    }
    guard start + 1 < bytes.count, isNameStart(bytes[start + 1]) || bytes[start + 1] == 0x2F else {
      result.append(contentsOf: "&lt;".utf8)
      return start + 1
    }
    return takeNamedTag(at: start)
  }

  private mutating func takeNamedTag(at start: Int) -> Int {
    var index = start
    var quote: UInt8?
    var count = 0
    let before = result.count
    var afterName: Int?
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&") {
        index = takeReference(at: index)
        continue
      }
      if quote != nil, byte == quote {
        quote = nil
      } else if quote == nil {
        // A quote opens only a value; in a name it is a slip that must not eat the document.
        if byte == 0x22 || byte == 0x27, lastWord == UInt8(ascii: "=") { quote = byte }
        if byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/") {
          count += 1
          afterName = afterName ?? result.count
        }
        // A new tag in a tag: the first was never closed.
        if index > start, byte == UInt8(ascii: "<") { break }
      }
      takeCharacter(byte)
      index += 1
      if quote == nil, byte == UInt8(ascii: ">") { break }
    }
    if count > Self.attributes * 3, let afterName {
      result.removeSubrange(max(before, afterName)...)
      result.append(UInt8(ascii: ">"))
    }
    return index
  }

  /// The last byte that is no space.
  private var lastWord: UInt8? { result.last { $0 > 0x20 } }

  /// Past a document type with its inner declarations.
  private func afterDocumentType(_ start: Int) -> Int {
    var index = start
    var isInside = false
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      if quote == nil, isInside, follows("<!--", index) {
        index = end(of: "-->", from: index) ?? bytes.count
        continue
      }
      index += 1
      if quote != nil {
        if byte == quote { quote = nil }
        continue
      }
      switch byte {
      case 0x22, 0x27: if isInside { quote = byte }
      case UInt8(ascii: "["): isInside = true
      case UInt8(ascii: "]"): isInside = false
      case UInt8(ascii: ">"): if !isInside { return index }
      default: break
      }
    }
    return bytes.count
  }

  private mutating func takeReference(at start: Int) -> Int {
    let window = bytes[(start + 1)...].prefix(32)
    guard let end = window.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else {
      // HTML knows references without an end.
      result.append(contentsOf: (isHTML ? "&" : "&amp;").utf8)
      return start + 1
    }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    if let scalar = scalar(name) {
      result.append(contentsOf: "&#\(scalar);".utf8)
      return end + 1
    }
    result.append(contentsOf: "&amp;".utf8)
    return start + 1
  }

  /// The code point that a reference stands for; nil when it stands for none.
  private mutating func scalar(_ name: String) -> UInt32? {
    if name.hasPrefix("#") {
      let isHex = name.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
      let digits = name.dropFirst(isHex ? 2 : 1)
      guard digits.utf8.allSatisfy({ $0 > 0x2F }) else { return nil }
      guard let number = UInt32(digits, radix: isHex ? 16 : 10) else { return nil }
      // What browsers make of numbers of Windows-1252, which are control characters else.
      if 0x80...0x9F ~= number { return DecodedText.windows1252(UInt8(number)) }
      guard number >= 0x20 || [9, 10, 13].contains(number), Unicode.Scalar(number) != nil,
        number & 0xFFFE != 0xFFFE
      else { return 0xFFFD }
      return number
    }
    if let known = names[name] { return known == 0 ? nil : known }
    guard name.utf8.allSatisfy({ isNameStart($0) || 0x30...0x39 ~= $0 }) else { return nil }
    let number = name == "apos" ? 39 : UInt32(cxml_code_point(name))
    if names.count < 1_000 { names[name] = number }
    return number == 0 ? nil : number
  }

  private func isNameStart(_ byte: UInt8) -> Bool {
    0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte >= 0x80 || byte == 0x5F
  }

  private func follows(_ words: StaticString, _ start: Int) -> Bool {
    let count = words.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    return words.withUTF8Buffer { words in
      zip(bytes[start..<start + count], words).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }
  }

  /// Past the first place of some words; nil when they do not come.
  private func end(of words: String, from start: Int) -> Int? {
    let words = Array(words.utf8)
    var index = start
    while index + words.count <= bytes.count {
      if bytes[index] == words[0], bytes[index..<index + words.count].elementsEqual(words) {
        return index + words.count
      }
      index += 1
    }
    return nil
  }
}
