/// A frame as text, for tests, for replays and for screen readers.
extension Canvas {
  /// The characters of a row, without the blanks at its end.
  public func text(of row: Int) -> String {
    var text = self.row(row).map(\.glyph).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows as drawn, blanks included; a wide character takes one place in the text.
  public var glyphPlane: [String] {
    (0..<size.rows).map { row($0).map(\.glyph).joined() }
  }

  /// All rows with the letter of its role in place of every cell.
  public var rolePlane: [String] {
    plane { $0.look.role.letter }
  }

  /// All rows with a digit for what lies over every cell, a blank where nothing does.
  public var overlayPlane: [String] {
    plane { cell in
      let value = cell.look.overlay.rawValue
      return value == 0 ? " " : Character(String(value, radix: 32))
    }
  }

  /// What the letters and digits of the planes mean, as far as this frame uses them.
  public var legend: [String] {
    let roles = Set(cells.map(\.look.role))
    let overlays = cells.reduce(into: Overlay()) { $0.formUnion($1.look.overlay) }
    return Role.allCases.filter(roles.contains).map { "\($0.letter) \($0.rawValue)" }
      + Overlay.named.filter { overlays.contains($0.overlay) }
      .map { "\($0.overlay.rawValue) \($0.name)" }
  }

  private func plane(_ letter: (Cell) -> Character) -> [String] {
    (0..<size.rows).map { String(row($0).map(letter)) }
  }
}

extension Role {
  /// The letter that stands for it in a role plane; no two are the same.
  public var letter: Character {
    switch self {
    case .text: "."
    case .dim: "d"
    case .rule: "_"
    case .title: "T"
    case .author: "a"
    case .date: "D"
    case .link: "l"
    case .cashtag: "$"
    case .mention: "@"
    case .hashtag: "#"
    case .claim: "c"
    case .claimOpen: "?"
    case .claimSupported: "+"
    case .claimRefuted: "-"
    case .claimMixed: "~"
    case .claimVoid: "0"
    case .claimForecast: ">"
    case .marginHead: "H"
    case .marginNote: "n"
    case .tag: "t"
    case .tagAmber: "1"
    case .tagGreen: "2"
    case .tagRose: "3"
    case .tagViolet: "4"
    case .tagBlue: "5"
    case .label: "L"
    case .suggestion: "w"
    case .match: "/"
    case .status: "s"
    case .message: "m"
    case .problem: "!"
    case .prompt: ":"
    case .hint: "h"
    case .hintKey: "k"
    case .unread: "u"
    case .star: "*"
    }
  }
}

extension Overlay {
  /// Each single overlay with its name in theme files.
  public static let named: [(overlay: Overlay, name: String)] = [
    (.cursor, "cursor"), (.span, "span"), (.marked, "marked"), (.match, "match"),
    (.edge, "edge"),
  ]
}
