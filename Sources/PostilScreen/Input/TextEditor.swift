internal import PostilCore

/// A text of several lines being written in a column of the screen: a note in the margin.
public struct TextEditor: Hashable, Sendable {
  private var buffer: EditBuffer
  /// The column that Up and Down try to keep.
  private var goal: Int?

  /// Begins with `text`, the cursor behind it.
  public init(_ text: String = "") {
    buffer = EditBuffer(text)
  }

  /// What has been written; setting it puts the cursor at its end, and can be undone here.
  public var text: String {
    get { buffer.text }
    set {
      goal = nil
      buffer.set(newValue)
    }
  }

  /// Where the cursor stands, in code points, never inside a grapheme cluster.
  public var cursor: Int {
    get { buffer.offset }
    set { buffer.offset = newValue }
  }

  /// Puts text in at the cursor, exactly as it was pasted.
  public mutating func paste(_ text: String) {
    goal = nil
    buffer.insert(text)
  }

  /// Does what a key asks for: readline's editing, Enter, and Up and Down by the rows that `width`
  /// cells give.
  ///
  /// - Returns: false when the key means nothing here, as Tab and Escape.
  public mutating func handle(_ key: Key, width: Int) -> Bool {
    switch key {
    case .up, .control("p"): moveRows(-1, width: width)
    case .down, .control("n"): moveRows(1, width: width)
    case .pageUp: moveRows(-10, width: width)
    case .pageDown: moveRows(10, width: width)
    case .enter, .control("j"), .control("m"):
      goal = nil
      buffer.insert("\n")
    case .alt("<"):
      goal = nil
      buffer.move(to: buffer.text.startIndex)
    case .alt(">"):
      goal = nil
      buffer.move(to: buffer.text.endIndex)
    default:
      guard buffer.handle(key) else { return false }
      goal = nil
    }
    return true
  }

  private mutating func moveRows(_ count: Int, width: Int) {
    let part = part(width: width, reaching: abs(count))
    let layout = part.layout
    let column = goal ?? layout.column(of: part.cursor)
    let target = layout.row(of: part.cursor) + count
    if target < 0 {
      buffer.move(to: buffer.text.startIndex)
    } else if target >= layout.lines.count {
      buffer.move(to: buffer.text.endIndex)
    } else {
      let offset = layout.offset(row: target, column: column)
      buffer.move(to: buffer.text.unicodeScalars.index(part.start, offsetBy: offset))
    }
    goal = column
  }
}

extension TextEditor {
  /// The rows that fit on the screen.
  public struct Window: Hashable, Sendable {
    /// At most as many as were asked for, each drawn in at most the width asked for.
    public var lines: [String]
    /// Where the cursor stands among `lines`.
    public var row: Int
    /// The cell of the cursor, inside the width.
    public var column: Int
  }

  /// How many rows the text takes, counted up to `most`; one of the `width` cells is kept for the
  /// cursor.
  func height(width: Int, most: Int) -> Int {
    Wrapping.height(of: buffer.text, width: max(1, width - 1), most: most)
  }

  /// The last code points before the cursor, at most so many.
  func before(_ count: Int) -> [Unicode.Scalar] {
    let before: Substring.UnicodeScalarView = buffer.text[..<buffer.cursor].unicodeScalars
    // From the end, which takes a collection and not a sequence.
    let start = before.index(before.endIndex, offsetBy: -count, limitedBy: before.startIndex)
    return Array(before[(start ?? before.startIndex)...])
  }

  /// The lines around the cursor, set in rows.
  private struct Part {
    var layout: TextLayout
    /// Where it begins in the text.
    var start: String.Index
    /// Where the cursor stands in it, in code points.
    var cursor: Int
  }

  /// So much of the text that `rows` rows above the cursor and below it are in it, where there are
  /// as many: a newline begins a row, so nothing before the part or behind it matters.
  private func part(width: Int, reaching rows: Int) -> Part {
    let (text, bytes) = (buffer.text, buffer.text.utf8)
    let newline = UInt8(ascii: "\n")
    var start = buffer.cursor
    var lines = 0
    while start > text.startIndex {
      let previous = bytes.index(before: start)
      if bytes[previous] == newline { lines += 1 }
      guard lines <= rows else { break }
      start = previous
    }
    // One line more than is looked at: what is left of its end may be set as a row of its own.
    var end = buffer.cursor
    lines = 0
    while end < text.endIndex, lines <= rows + 1 {
      if bytes[end] == newline { lines += 1 }
      end = bytes.index(after: end)
    }
    return Part(
      layout: TextLayout(String(text[start..<end]), width: max(1, width - 1)), start: start,
      cursor: text.unicodeScalars.distance(from: start, to: buffer.cursor))
  }

  /// The rows around the cursor, at most `height` of them.
  public func window(width: Int, height: Int) -> Window {
    let part = part(width: width, reaching: max(1, height))
    let layout = part.layout
    let row = layout.row(of: part.cursor)
    let first = max(0, row - max(1, height) + 1)
    let shown = layout.lines[first..<min(first + max(1, height), layout.lines.count)]
    return Window(
      lines: shown.map(\.text), row: row - first,
      column: min(layout.column(of: part.cursor), max(0, width - 1)))
  }
}
