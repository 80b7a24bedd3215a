/// Colours as theme files write them.
enum ThemeColor {
  /// `#rrggbb`, one of the first eight names, or `-`.
  static func direct(_ text: String) -> Color? {
    let digits = text.dropFirst()
    guard text.first == "#", digits.count == 6, digits.allSatisfy(\.isHexDigit) else {
      return named(text)
    }
    return UInt32(digits, radix: 16).map(Color.direct)
  }

  /// A number from 16 to 255, a name, or `-`. The first sixteen differ from terminal to terminal and
  /// are only known by name.
  static func indexed(_ text: String) -> Color? {
    guard let number = UInt8(text) else { return named(text) }
    return number >= 16 ? .indexed(number) : nil
  }

  /// A name, a number from 0 to 15, or `-`.
  static func sixteen(_ text: String) -> Color? {
    guard let number = UInt8(text) else { return named(text) }
    return number < 16 ? .indexed(number) : nil
  }

  /// One of the terminal's sixteen colours, or its own.
  static func named(_ text: String) -> Color? {
    if text == "-" { return .own }
    return names.firstIndex(of: text).map { .indexed(UInt8($0)) }
  }

  static let anyDepth = "Write \"-\" or one of \(names.joined(separator: ", "))."

  private static let names: [String] = {
    let plain = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    return plain + plain.map { "bright" + $0 }
  }()
}
