import PostilScreen

/// The grammar of what terminals send after ESC.
enum EscapeSequence {
  private static let escape: UInt8 = 0x1B
  /// No key sends more; what goes on longer is none.
  private static let longest = 64
  private static let longestString = 4096

  /// How many bytes the sequence at the start takes, ESC included; nil when its end has not come.
  static func length(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let kind = bytes.dropFirst().first else { return nil }
    switch kind {
    case UInt8(ascii: "["): return controlLength(bytes)
    case UInt8(ascii: "O"): return shiftLength(bytes)
    case escape:
      guard let third = bytes.dropFirst(2).first else { return nil }
      // Some terminals send Alt with an arrow as ESC before its sequence.
      let hasInner = third == UInt8(ascii: "[") || third == UInt8(ascii: "O")
      return hasInner ? length(bytes.dropFirst()).map { $0 + 1 } : 1
    case _ where mayBeString(kind):
      if bytes.count == 2 { return nil }
      return isString(bytes) ? stringLength(bytes) : 2
    case 0x0D, 0x08, 0x7F: return 2
    case ..<0x20: return 1
    default:
      let length = 1 + TypedText.scalarLength(kind)
      return length <= bytes.count ? length : nil
    }
  }

  /// Whether the bytes are the answer of a terminal (OSC, DCS, APC), and not Alt with a letter.
  static func isString(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == escape, let third = bytes.dropFirst(2).first else { return false }
    let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= third
    switch bytes.dropFirst().first {
    case UInt8(ascii: "]"): return isDigit
    case UInt8(ascii: "P"):
      return isDigit || [UInt8(ascii: ">"), UInt8(ascii: "!")].contains(third)
    case UInt8(ascii: "_"): return third == UInt8(ascii: "G")
    default: return false
    }
  }

  /// The key of a whole sequence; nil when it is none that is known.
  static func key(_ sequence: ArraySlice<UInt8>) -> Key? {
    let body = sequence.dropFirst()
    guard let kind = body.first else { return .escape }
    switch kind {
    case escape:
      return key(body).flatMap { FunctionKey.modified($0, by: .alt) }
    case UInt8(ascii: "[") where body.count > 1:
      return FunctionKey.control(body.dropFirst())
    case UInt8(ascii: "O") where body.count > 1:
      return FunctionKey.shift(body.dropFirst())
    case 0x0D: return .alt("\n")
    case 0x08, 0x7F: return .alt("\u{7F}")
    default:
      if isString(sequence) { return nil }
      let text = String(decoding: body, as: UTF8.self)
      return text.count == 1 && text != "\u{FFFD}" ? text.first.map(Key.alt) : nil
    }
  }

  /// The keys of a sequence that nothing more follows.
  static func keysOfUnfinished(_ bytes: ArraySlice<UInt8>) -> [Key] {
    guard bytes.first == escape else { return [] }
    if bytes.count == 1 { return [.escape] }
    guard bytes.count == 2, let second = bytes.last else { return [] }
    if second == escape { return [.escape, .escape] }
    return second < 0x80 ? [.alt(Character(Unicode.Scalar(second)))] : []
  }

  /// `ESC [`, parameters, intermediates, a final byte (ECMA-48, 5.4).
  private static func controlLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    switch bytes.dropFirst(2).first {
    // The function keys of a Linux console.
    case UInt8(ascii: "["): return bytes.count >= 4 ? 4 : nil
    // An old mouse report, switched on by someone else.
    case UInt8(ascii: "M"): return bytes.count >= 6 ? 6 : nil
    default: break
    }
    for (offset, byte) in bytes.enumerated().dropFirst(2) {
      switch byte {
      case 0x20...0x3F: if offset >= longest { return offset }
      case 0x40...0x7E: return offset + 1
      default: return offset
      }
    }
    return nil
  }

  /// `ESC O`, perhaps a modifier, a letter.
  private static func shiftLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    for (offset, byte) in bytes.enumerated().dropFirst(2) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: ";"): if offset >= longest { return offset }
      case 0x20...0x7E: return offset + 1
      default: return offset
      }
    }
    return nil
  }

  private static func mayBeString(_ kind: UInt8) -> Bool {
    [UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_")].contains(kind)
  }

  /// Up to BEL or `ESC \`.
  private static func stringLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    for (offset, byte) in bytes.enumerated().dropFirst(2) {
      if byte == 0x07 || offset >= longestString { return offset + 1 }
      if byte == escape {
        guard let next = bytes.dropFirst(offset + 1).first else { return nil }
        return next == UInt8(ascii: "\\") ? offset + 2 : offset
      }
    }
    return nil
  }
}
