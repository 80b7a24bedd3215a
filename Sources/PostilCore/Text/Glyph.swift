/// How one grapheme cluster of foreign text is drawn: safe, and as wide as every terminal agrees.
public struct Glyph: Hashable, Sendable {
  /// What is sent to the terminal: one base, or two narrow ones, each with up to four marks.
  public var draw: String
  /// Cells: 1 or 2, the sum of libc's `wcwidth` over the scalars of `draw`.
  public var width: Int

  /// The policy of the design ("Width"): clusters that terminals disagree on are reduced, control
  /// and bidi characters become visible marks, the data stays intact.
  ///
  /// - Line ends, tabs and spaces of all kinds are blanks, C0 controls their pictures (`␛`).
  /// - Emoji sequences are their first emoji, flags two letters, keycaps their digit.
  /// - Letters keep four marks; what would be wider than two cells ends there.
  /// - Marks without a base stand on `◌`, other characters without width are `·`, bidi controls,
  ///   private, unassigned and too new characters are `▯`.
  public init(_ character: Character) {
    let utf8 = character.utf8
    if utf8.count == 1, let byte = utf8.first, 0x20...0x7E ~= byte {
      draw = String(character)
      width = 1
      return
    }
    let scalars = character.unicodeScalars
    guard let base = scalars.first else {
      (draw, width) = (" ", 1)
      return
    }
    let isAlone = scalars.index(after: scalars.startIndex) == scalars.endIndex
    if isAlone, let cells = base.plainCells {
      (draw, width) = (String(character), cells)
    } else if let mark = base.mark {
      (draw, width) = (mark, 1)
    } else if base.flagLetter != nil {
      let letters = scalars.compactMap(\.flagLetter)
      (draw, width) = (String(String.UnicodeScalarView(letters)), letters.count)
    } else {
      (draw, width) = Self.reduced(scalars)
    }
  }

  /// Cells that a text takes when drawn on one line.
  public static func width(of text: some StringProtocol) -> Int {
    let bytes = text.utf8
    // Most of what is measured; there a byte is a cell.
    let isPlain = bytes.withContiguousStorageIfAvailable { $0.allSatisfy { 0x20...0x7E ~= $0 } }
    if isPlain == true { return bytes.count }
    return Characters(text).reduce(0) { $0 + Glyph($1).width }
  }

  /// The text as it is drawn on one line of at most `width` cells, with `…` when it is cut.
  public static func clipped(_ text: some StringProtocol, to width: Int) -> String {
    guard width > 0 else { return "" }
    var drawn = ""
    var used = 0
    var cut = drawn.endIndex
    for character in Characters(text) {
      let glyph = Glyph(character)
      guard used + glyph.width <= width else { return drawn[..<cut] + "…" }
      drawn += glyph.draw
      used += glyph.width
      if used < width { cut = drawn.endIndex }
    }
    return drawn
  }

  /// The base of a cluster with as many of its marks as every terminal puts into two cells.
  private static func reduced(_ scalars: Character.UnicodeScalarView) -> (String, Int) {
    var kept = String.UnicodeScalarView()
    var width = 0
    var marks = 0
    var isEmoji = false
    for scalar in scalars {
      if width == 0 {
        isEmoji = scalar.properties.isEmoji
        if scalar.cells == 0 { kept.append("◌") }
        width = max(scalar.cells ?? 1, 1)
        kept.append(scalar)
        continue
      }
      if isEmoji, scalar == "\u{200D}" || scalar == "\u{20E3}" { break }
      guard let cells = scalar.cells, !scalar.isIgnorable else { continue }
      if cells == 0, marks < 4 {
        marks += 1
      } else if cells > 0, width + cells <= 2 {
        width += cells
        marks = 0
      } else {
        continue
      }
      kept.append(scalar)
    }
    return (String(kept), width)
  }
}

extension Unicode.Scalar {
  /// Cells of most of what is not ASCII in posts, known without a look into the tables: letters, and
  /// what Chinese, Japanese and Korean are written with.
  fileprivate var plainCells: Int? {
    switch value {
    case 0xA1...0xAC, 0xAE...0x2FF, 0x370...0x373, 0x391...0x3A1, 0x3A3...0x482, 0x2010...0x2027,
      0x2039...0x203A:
      1
    case 0x3001...0x3029, 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFC, 0xAC00...0xD7A3: 2
    default: nil
    }
  }

  /// What stands for a scalar that must not reach the terminal, or that draws nothing.
  fileprivate var mark: String? {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85: return " "
    case 0...0x1F: return Unicode.Scalar(0x2400 + value).map { String($0) }
    case 0x7F: return "␡"
    case 0xAD: return "-"
    case 0x115F, 0x3164, 0xFFA0: return " "
    case 0x202A...0x202E, 0x2066...0x2069: return "▯"
    default: break
    }
    if cells == nil { return "▯" }
    switch properties.generalCategory {
    case .spaceSeparator: return cells == 1 ? " " : nil
    case .nonspacingMark, .enclosingMark: return isIgnorable ? "·" : nil
    default: return cells == 0 ? "·" : nil
    }
  }

  /// Whether it changes no shape that a cell can show: joiners, selectors, tags.
  fileprivate var isIgnorable: Bool {
    properties.isVariationSelector || properties.isDefaultIgnorableCodePoint
  }

  fileprivate var flagLetter: Unicode.Scalar? {
    0x1F1E6...0x1F1FF ~= value ? Unicode.Scalar(value - 0x1F1E6 + 0x41) : nil
  }
}
