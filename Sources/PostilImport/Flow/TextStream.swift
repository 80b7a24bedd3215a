import PostilCore

/// The bytes of a stream as UTF-8, piece by piece; no piece ends inside a character.
///
/// A byte-order mark tells UTF-16 and is left out. What is no UTF-8 is decided once, at the first bad
/// byte: a text that had no character beyond ASCII before is Windows-1252 when most of its piece
/// speaks for it, else each bad sequence becomes U+FFFD.
struct TextStream {
  private enum Encoding { case unknown, utf8, windows1252, utf16(isLittle: Bool) }

  private let stream: ByteStream
  private var encoding = Encoding.unknown
  private var isStart = true
  private var hasCharacters = false
  /// Bytes of a character that goes on in the next piece.
  private var held: [UInt8] = []
  private var bad = 0

  /// The text of a stream.
  init(_ stream: ByteStream) {
    self.stream = stream
  }

  /// What had to be assumed so far, as a sentence; nil when nothing was.
  var warning: String? {
    if case .windows1252 = encoding { return "not UTF-8: read as Windows-1252" }
    return bad == 0
      ? nil : counted(bad, "place is", "places are") + " not UTF-8, replaced by U+FFFD"
  }

  /// The next piece, never empty; nil at the end.
  mutating func next() throws(Problem) -> [UInt8]? {
    while let bytes = try stream.next() {
      let text = decode(held.isEmpty ? bytes : held + bytes)
      if !text.isEmpty { return text }
    }
    guard !held.isEmpty else { return nil }
    defer { held = [] }
    bad += 1
    return Array("\u{FFFD}".utf8)
  }

  private mutating func decode(_ piece: [UInt8]) -> [UInt8] {
    held = []
    var bytes = piece
    if isStart {
      guard bytes.count >= 3 else {
        // Too little to tell; with the end of the stream it is told as it is.
        if bytes.allSatisfy({ $0 < 0x80 }) {
          isStart = false
          return bytes
        }
        held = bytes
        return []
      }
      isStart = false
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        encoding = .utf16(isLittle: bytes[0] == 0xFF)
        bytes.removeFirst(2)
      } else if bytes.starts(with: TextLines.mark) {
        bytes.removeFirst(3)
        hasCharacters = true
      }
    }
    switch encoding {
    case .utf16(let isLittle): return utf16(bytes, isLittle)
    case .windows1252: return windows1252(bytes) ?? repaired(bytes)
    case .unknown, .utf8: return utf8(bytes)
    }
  }

  private mutating func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let end = Self.wholeEnd(of: bytes)
    let whole = end == bytes.count ? bytes : Array(bytes[..<end])
    if end < bytes.count { held = Array(bytes[end...]) }
    if DecodedText.isUTF8(whole) {
      if case .unknown = encoding, !hasCharacters { hasCharacters = whole.contains { $0 >= 0x80 } }
      return whole
    }
    if case .unknown = encoding, !hasCharacters {
      let wrong = DecodedText.badSequences(in: whole)
      if wrong * 2 > whole.count(where: { $0 >= 0x80 }), let text = windows1252(whole) {
        encoding = .windows1252
        let rest = windows1252(held) ?? []
        held = []
        return text + rest
      }
    }
    encoding = .utf8
    return repaired(whole)
  }

  private func windows1252(_ bytes: [UInt8]) -> [UInt8]? {
    DecodedText.windows1252(bytes).map { Array($0.utf8) }
  }

  private mutating func repaired(_ bytes: [UInt8]) -> [UInt8] {
    bad += DecodedText.badSequences(in: bytes)
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private mutating func utf16(_ bytes: [UInt8], _ isLittle: Bool) -> [UInt8] {
    func unit(_ index: Int) -> UInt16 {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    var end = bytes.count / 2 * 2
    if end >= 2, UTF16.isLeadSurrogate(unit(end - 2)) { end -= 2 }
    held = Array(bytes[end...])
    let units = stride(from: 0, to: end, by: 2).map(unit)
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Where the last character that is there as a whole ends.
  private static func wholeEnd(of bytes: [UInt8]) -> Int {
    var start = bytes.count
    while start > 0, bytes.count - start < 3 {
      start -= 1
      let byte = bytes[start]
      if byte < 0x80 { return bytes.count }
      guard byte >= 0xC0 else { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return start + length > bytes.count ? start : bytes.count
    }
    return bytes.count
  }
}
