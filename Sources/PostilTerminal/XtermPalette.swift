/// Colours as the `-direct` entries of terminfo number them.
enum XtermPalette {
  /// The number of a 24-bit colour.
  ///
  /// Below the entry's `CO` (8 to 256) a number is an index: `0x000005` would be magenta. The lowest
  /// green bit, which nobody sees, keeps dark blues out of that range.
  static func directNumber(of value: UInt32) -> Int32 {
    let value = value & 0xFF_FFFF
    return Int32(value < 0x100 ? value | 0x100 : value)
  }

  /// The number of one of the 256 colours: the first eight are the terminal's own, the others can only
  /// be named by the value that xterm gives them.
  static func directNumber(of index: UInt8) -> Int32 {
    index < 8 ? Int32(index) : directNumber(of: value(of: index))
  }

  /// What xterm shows for one of the colours from 8, as `0xRRGGBB`.
  private static func value(of index: UInt8) -> UInt32 {
    let index = UInt32(index)
    switch index {
    case ..<16:
      return bright[Int(index & 7)]
    case ..<232:
      let cube = index - 16
      return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
    default:
      let grey = 8 + 10 * (index - 232)
      return grey << 16 | grey << 8 | grey
    }
  }

  private static func level(_ step: UInt32) -> UInt32 { step == 0 ? 0 : 55 + 40 * step }

  private static let bright: [UInt32] = [
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}
