import PostilScreen

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
    index < 8 ? Int32(index) : directNumber(of: StandardPalette.value(of: index))
  }
}
