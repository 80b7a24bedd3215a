import PostilScreen

/// What the sequences of function keys mean, as xterm, rxvt and the Linux console send them.
enum FunctionKey {
  /// xterm's modifiers; the number in a sequence is one more.
  struct Modifiers: OptionSet {
    let rawValue: Int

    static let shift = Modifiers(rawValue: 1)
    static let alt = Modifiers(rawValue: 2)
    static let control = Modifiers(rawValue: 4)
  }

  /// The key of what follows `ESC [`.
  static func control(_ body: ArraySlice<UInt8>) -> Key? {
    if body.first == UInt8(ascii: "[") {
      return body.last.flatMap { consoleKeys.firstIndex(of: $0) }.map { .function($0 + 1) }
    }
    guard let final = body.last, let numbers = numbers(body.dropLast()) else { return nil }
    let modifiers = Modifiers(rawValue: max(0, (numbers.dropFirst().first ?? 1) - 1))
    switch final {
    case UInt8(ascii: "~"): return numbered(numbers.first, modifiers)
    case UInt8(ascii: "^"): return numbered(numbers.first, .control)
    case UInt8(ascii: "@"): return numbered(numbers.first, [.shift, .control])
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return lettered(final - 0x20).flatMap { modified($0, by: .shift) }
    default: return lettered(final).flatMap { modified($0, by: modifiers) }
    }
  }

  /// The key of what follows `ESC O`: arrows, `F1` to `F4`, the numeric pad.
  static func shift(_ body: ArraySlice<UInt8>) -> Key? {
    guard let final = body.last, let numbers = numbers(body.dropLast()) else { return nil }
    switch final {
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "X"): return .character("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .character(Character(Unicode.Scalar(final - 0x40)))
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return lettered(final - 0x20).flatMap { modified($0, by: .control) }
    default:
      let modifiers = Modifiers(rawValue: max(0, (numbers.last ?? 1) - 1))
      return lettered(final).flatMap { modified($0, by: modifiers) }
    }
  }

  /// A key with modifiers held; the key itself where they make no difference, nil where they do.
  static func modified(_ key: Key, by modifiers: Modifiers) -> Key? {
    if modifiers.isEmpty { return key }
    switch key {
    case .up: return arrow(modifiers, .shiftUp, .altUp, .controlUp)
    case .down: return arrow(modifiers, .shiftDown, .altDown, .controlDown)
    case .left: return arrow(modifiers, .shiftLeft, .altLeft, .controlLeft)
    case .right: return arrow(modifiers, .shiftRight, .altRight, .controlRight)
    case .function(let number):
      return modifiers == .shift && number <= 12 ? .function(number + 12) : nil
    case .insert, .delete: return nil
    default: return key
    }
  }

  private static func arrow(_ modifiers: Modifiers, _ shift: Key, _ alt: Key, _ control: Key)
    -> Key?
  {
    switch modifiers {
    case .shift: shift
    case .alt: alt
    case .control: control
    default: nil
    }
  }

  private static func lettered(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 0x4F)
    default: nil
    }
  }

  private static func numbered(_ number: Int?, _ modifiers: Modifiers) -> Key? {
    let key: Key? =
      switch number {
      case 1, 7: .home
      case 2: .insert
      case 3: .delete
      case 4, 8: .end
      case 5: .pageUp
      case 6: .pageDown
      case .some(let number): functionNumbers.firstIndex(of: number).map { .function($0 + 1) }
      case nil: nil
      }
    return key.flatMap { modified($0, by: modifiers) }
  }

  /// Decimal numbers between semicolons; nil when there is anything else, as in a mouse report.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int]? {
    if bytes.isEmpty { return [] }
    var numbers = [0]
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ";"): numbers.append(0)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let last = numbers.count - 1
        numbers[last] = min(numbers[last] * 10 + Int(byte) - 0x30, 9999)
      default: return nil
      }
    }
    return numbers
  }

  /// The numbers of `F1`, `F2`, … in `ESC [ number ~`; they have holes.
  private static let functionNumbers = [
    11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
  ]

  /// The letters of `F1` to `F5` in `ESC [ [ letter`.
  private static let consoleKeys = Array("ABCDE".utf8)
}
