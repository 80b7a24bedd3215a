import PostilScreen

/// What terminals send that is no key: the mouse, the window's focus, answers to questions.
enum Report {
  /// The meaning of a whole escape sequence; nil when it is no report that is known.
  static func input(_ sequence: [UInt8]) -> TerminalInput? {
    let body = sequence.dropFirst(2)
    switch sequence.dropFirst().first {
    case UInt8(ascii: "]"): return background(body).map { .answer(.background(isLight: $0)) }
    case UInt8(ascii: "["):
      if body.count == 1 {
        switch body.first {
        case UInt8(ascii: "I"): return .focus(true)
        case UInt8(ascii: "O"): return .focus(false)
        default: return nil
        }
      }
      if body.first == UInt8(ascii: "<") { return mouse(body.dropFirst()).map { .mouse($0) } }
      let isAttributes = body.first == UInt8(ascii: "?") && body.last == UInt8(ascii: "c")
      return isAttributes ? .answer(.attributes) : nil
    default: return nil
    }
  }

  /// `button ; column ; row` and `M` or `m` (xterm's SGR reports, 1006); cells count from 1.
  private static func mouse(_ body: ArraySlice<UInt8>) -> Mouse? {
    guard let final = body.last, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else {
      return nil
    }
    let parts = body.dropLast().split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    )
    .map { part in
      part.count <= 5 ? Int(String(decoding: part, as: UTF8.self)) : nil
    }
    guard parts.count == 3, let button = parts[0], let column = parts[1], let row = parts[2],
      button >= 0, column > 0, row > 0
    else { return nil }
    let deed: Mouse.Deed
    // 4, 8 and 16 are Shift, Alt and Control.
    switch (button & ~28, final) {
    case (0, UInt8(ascii: "M")): deed = .press
    case (32, UInt8(ascii: "M")): deed = .drag
    case (0, _), (32, _): deed = .release
    case (64, _): deed = .wheelUp
    case (65, _): deed = .wheelDown
    default: return nil
    }
    return Mouse(deed, row: row - 1, column: column - 1)
  }

  /// `11 ; rgb:RRRR/GGGG/BBBB`, ended by BEL or ESC \: whether that is a light colour.
  private static func background(_ body: ArraySlice<UInt8>) -> Bool? {
    let text = String(decoding: body, as: UTF8.self)
    guard text.hasPrefix("11;") else { return nil }
    let value = text.dropFirst(3).prefix { $0 != "\u{7}" && $0 != "\u{1B}" }
    let parts: [Double?]
    if value.hasPrefix("rgb:") || value.hasPrefix("rgba:") {
      parts = value.drop { $0 != ":" }.dropFirst().split(separator: "/").prefix(3).map(part)
    } else if value.hasPrefix("#"), value.count == 7 {
      let digits = Array(value.dropFirst())
      parts = [0, 2, 4].map { part(Substring(String(digits[$0...$0 + 1]))) }
    } else {
      return nil
    }
    let known = parts.compactMap(\.self)
    guard known.count == 3 else { return nil }
    // Perceived brightness (ITU-R BT.601); the middle is between any two themes in use.
    return 0.299 * known[0] + 0.587 * known[1] + 0.114 * known[2] > 0.5
  }

  /// One to four hex digits as a part of what they could be at most.
  private static func part(_ digits: Substring) -> Double? {
    guard 1...4 ~= digits.utf8.count, let value = UInt32(digits, radix: 16) else { return nil }
    return Double(value) / Double((1 << (4 * digits.utf8.count)) - 1)
  }
}
