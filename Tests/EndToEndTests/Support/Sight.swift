import Foundation

/// What the eye sees of a screen that tmux gives with its styles.
///
/// A blank cell has no foreground to be seen, so programs and terminals are free to differ in it.
struct Sight: Hashable {
  /// A character and how it looks.
  private struct Cell: Hashable {
    var character: Character
    var style: Style
  }

  private struct Style: Hashable {
    var foreground = ""
    var background = ""
    var attributes: Set<String> = []

    /// How a blank looks: underlined and reversed ones are seen, too.
    var ofBlank: Style {
      let seen = attributes.intersection(["4", "7"])
      return Style(
        foreground: seen.isEmpty ? "" : foreground, background: background, attributes: seen)
    }

    mutating func take(_ code: String) {
      let number = Int(code.prefix { $0.isNumber }) ?? 0
      switch number {
      case 0: self = Style()
      case 22: attributes.subtract(["1", "2"])
      case 23...29: attributes.remove("\(number - 20)")
      case 39: foreground = ""
      case 49: background = ""
      case 30...38, 90...97: foreground = code
      case 40...48, 100...107: background = code
      default: attributes.insert("\(number)")
      }
    }
  }

  private var rows: [[Cell]] = []

  init(_ styled: [String]) {
    var style = Style()
    for row in styled {
      var cells: [Cell] = []
      var rest = row[...]
      while let first = rest.first {
        if first == "\u{1B}", let end = rest.firstIndex(of: "m") {
          Self.codes(in: rest[rest.index(rest.startIndex, offsetBy: 2)..<end])
            .forEach { style.take($0) }
          rest = rest[rest.index(after: end)...]
        } else {
          cells.append(Cell(character: first, style: first == " " ? style.ofBlank : style))
          rest = rest.dropFirst()
        }
      }
      while cells.last == Cell(character: " ", style: Style()) { cells.removeLast() }
      rows.append(cells)
    }
  }

  /// The codes of a sequence, a colour with its number together: `38;5;74`.
  private static func codes(in text: Substring) -> [String] {
    var parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)[...]
    var codes: [String] = []
    while let first = parts.popFirst() {
      guard first == "38" || first == "48" else {
        codes.append(first)
        continue
      }
      let more = parts.first == "5" ? 2 : 4
      codes.append(([first] + parts.prefix(more)).joined(separator: ";"))
      parts = parts.dropFirst(more)
    }
    return codes
  }
}
