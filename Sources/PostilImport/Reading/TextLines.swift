import PostilCore

/// Lines of bytes, cut where every editor cuts them and nowhere else.
///
/// A line ends at 0x0A; a 0x0D before it belongs to the terminator. U+2028, U+2029 and U+0085 are
/// text: they occur inside JSON strings. Only a text without any 0x0A ends its lines at 0x0D.
enum TextLines {
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The bytes of each line with its terminator; a byte-order mark at the start is left out.
  static func ranges(of bytes: [UInt8]) -> [Range<Int>] {
    let terminator: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
    var ranges: [Range<Int>] = []
    var start = bytes.starts(with: mark) ? mark.count : 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in start..<max(start, bytes.count) where bytes[index] == terminator {
        ranges.append(start..<index + 1)
        start = index + 1
      }
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges
  }

  /// The same line without 0x0A, 0x0D 0x0A or 0x0D at its end.
  static func withoutTerminator(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    if end > line.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
    if end > line.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    return line.lowerBound..<end
  }

  /// Whether a line shows nothing: spaces, tabs, terminators, U+00A0 and U+3000 only.
  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    // Most lines end the search at their first byte.
    if let first = line.first, first > 0x20, first < 0x80 { return false }
    return String(decoding: line, as: UTF8.self).unicodeScalars.allSatisfy(isSpace)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0xA0, 0x3000: true
    default: false
    }
  }
}
