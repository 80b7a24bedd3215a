import Foundation
import PostilScreen

/// How well one colour can be read on another (WCAG 2.2, "contrast ratio"); nil when the terminal
/// decides what a colour is.
func contrast(_ one: Color, _ other: Color) -> Double? {
  guard let first = luminance(one), let second = luminance(other) else { return nil }
  return (max(first, second) + 0.05) / (min(first, second) + 0.05)
}

/// WCAG 2.2, "relative luminance".
private func luminance(_ color: Color) -> Double? {
  guard let value = value(of: color) else { return nil }
  let parts = [16, 8, 0].map { Double((value >> UInt32($0)) & 0xFF) / 255 }
  let linear = parts.map { part in
    part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// As xterm shows the 240 colours that do not differ from terminal to terminal.
private func value(of color: Color) -> UInt32? {
  switch color {
  case .own, .indexed(..<16): return nil
  case .direct(let value): return value
  case .indexed(let index) where index >= 232:
    let grey = 8 + 10 * (UInt32(index) - 232)
    return grey << 16 | grey << 8 | grey
  case .indexed(let index):
    let cube = UInt32(index) - 16
    let levels = [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
    return levels[0] << 16 | levels[1] << 8 | levels[2]
  }
}
