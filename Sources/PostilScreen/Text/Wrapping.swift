internal import PostilCore

/// Text in rows, where only what is drawn matters.
public enum Wrapping {
  /// `text` in rows of at most `width` cells, ready to draw, without empty rows at its end.
  public static func lines(_ text: String, width: Int) -> [String] {
    trimmed(TextLayout(text, width: width).lines[...])
  }

  /// The first of them, at most so many: of a long text no more is looked at than they need.
  public static func lines(_ text: String, width: Int, most: Int) -> [String] {
    trimmed(firstRows(of: text, width: width, most: most))
  }

  /// How many rows a text takes, blank ones at its end too, counted up to `most`.
  static func height(of text: String, width: Int, most: Int) -> Int {
    firstRows(of: text, width: width, most: most).count
  }

  /// Where a row ends depends on the next one at most, so the last two of a part are not certain.
  private static func firstRows(of text: String, width: Int, most: Int)
    -> ArraySlice<TextLayout.Line>
  {
    var size = (most + 2) * (max(1, width) + 1)
    while let end = text.index(text.startIndex, offsetBy: size, limitedBy: text.endIndex),
      end < text.endIndex
    {
      let lines = TextLayout(String(text[..<end]), width: width).lines
      if lines.count >= most + 2 { return lines.prefix(most) }
      size *= 4
    }
    return TextLayout(text, width: width).lines.prefix(most)
  }

  private static func trimmed(_ rows: ArraySlice<TextLayout.Line>) -> [String] {
    var lines = rows.map(\.text)
    while let last = lines.last, last.allSatisfy({ $0 == " " }) { lines.removeLast() }
    return lines
  }

  /// The words of `text` on one line of at most `width` cells: white space of any kind becomes one
  /// blank, what does not fit ends in `…`.
  public static func oneLine(_ text: String, width: Int) -> String {
    if let line = plainLine(text, width: width) { return line }
    guard let setting = Setting(text, width: width) else { return clippedLine(text, width) }
    return known.answer(to: setting) { clippedLine($0.text, width) }
  }

  /// What stood on the last screens mostly stands on the next.
  private static let known = Memo<Setting, String>(limit: 250)

  private static func clippedLine(_ text: String, _ width: Int) -> String {
    var words = ""
    var isBetween = false
    var count = 0
    for character in Characters(text) {
      // A cluster takes a cell at least: what comes after the first that does not fit is not seen.
      if count > width { break }
      guard !character.isWhitespace else {
        isBetween = !words.isEmpty
        continue
      }
      if isBetween { words.append(" ") }
      words.append(character)
      count += isBetween ? 2 : 1
      isBetween = false
    }
    return Glyph.clipped(words, to: width)
  }

  /// The same for what is nothing but ASCII as far as it is shown, which most rows of a list are.
  private static func plainLine(_ text: String, width: Int) -> String? {
    var line: [UInt8] = []
    var isBetween = false
    for byte in text.utf8 where line.count <= width {
      switch byte {
      case 0x21...0x7E:
        if isBetween { line.append(0x20) }
        line.append(byte)
        isBetween = false
      case 0x20, 0x09...0x0D: isBetween = !line.isEmpty
      default: return nil
      }
    }
    guard line.count > width else { return String(decoding: line, as: UTF8.self) }
    return width > 0 ? String(decoding: line.prefix(width - 1), as: UTF8.self) + "…" : ""
  }
}
