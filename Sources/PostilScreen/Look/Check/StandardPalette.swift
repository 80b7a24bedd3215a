/// What xterm shows for the 256 colours when nobody changed them.
///
/// The first sixteen differ from terminal to terminal; the others do not.
public enum StandardPalette {
  /// A colour as `0xRRGGBB`.
  public static func value(of index: UInt8) -> UInt32 {
    let index = UInt32(index)
    switch index {
    case ..<16:
      return first[Int(index)]
    case ..<232:
      let cube = index - 16
      return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
    default:
      let grey = 8 + 10 * (index - 232)
      return grey << 16 | grey << 8 | grey
    }
  }

  /// The index from 16 that looks most like a colour `0xRRGGBB`.
  static func nearest(to value: UInt32) -> UInt8 {
    let wanted = Shade(value)
    let near = (UInt8(16)...255).min { one, other in
      wanted.distance(to: Shade(self.value(of: one)))
        < wanted.distance(to: Shade(self.value(of: other)))
    }
    return near ?? 16
  }

  private static func level(_ step: UInt32) -> UInt32 { step == 0 ? 0 : 55 + 40 * step }

  private static let first: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}
