internal import PostilCore

/// Text in rows, where only what is drawn matters.
public enum Wrapping {
  /// `text` in rows of at most `width` cells, ready to draw, without empty rows at its end.
  public static func lines(_ text: String, width: Int) -> [String] {
    var lines = TextLayout(text, width: width).lines.map(\.text)
    while let last = lines.last, last.allSatisfy({ $0 == " " }) { lines.removeLast() }
    return lines
  }

  /// The first words of `text` on one line: white space of any kind becomes one blank.
  ///
  /// - Parameter width: cells; what does not fit ends in `…`.
  public static func oneLine(_ text: String, width: Int) -> String {
    var line = ""
    var taken = 0
    var isGap = false
    for character in text {
      if character.isWhitespace {
        isGap = !line.isEmpty
        continue
      }
      let glyph = Glyph(character)
      let gap = isGap ? 1 : 0
      guard taken + gap + glyph.width <= width else {
        return clipped(line, taken, to: width)
      }
      line += (isGap ? " " : "") + glyph.draw
      taken += gap + glyph.width
      isGap = false
    }
    return line
  }

  private static func clipped(_ line: String, _ taken: Int, to width: Int) -> String {
    guard width > 0 else { return "" }
    var line = line
    var taken = taken
    while taken >= width, let last = line.popLast() { taken -= Glyph(last).width }
    return line + Canvas.clipMark
  }
}
