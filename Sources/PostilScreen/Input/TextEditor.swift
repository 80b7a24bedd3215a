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
    let layout = layout(width: width)
    let row = layout.row(of: cursor)
    let column = goal ?? layout.column(of: cursor)
    let target = row + count
    if target < 0 {
      buffer.move(to: buffer.text.startIndex)
    } else if target >= layout.lines.count {
      buffer.move(to: buffer.text.endIndex)
    } else {
      buffer.offset = layout.offset(row: target, column: column)
    }
    goal = column
  }
}

extension TextEditor {
  /// The rows that fit on the screen.
  public struct Window: Hashable, Sendable {
    /// At most as many as were asked for, each drawn in at most the width asked for.
    public var lines: [String]
    /// The first of them, counted in rows of the whole text.
    public var first: Int
    /// Where the cursor stands among `lines`.
    public var row: Int
    /// The cell of the cursor, inside the width.
    public var column: Int
  }

  /// The text in rows; one of the `width` cells is kept for the cursor.
  public func layout(width: Int) -> TextLayout {
    TextLayout(buffer.text, width: max(1, width - 1))
  }

  /// The rows around the cursor, at most `height` of them.
  public func window(width: Int, height: Int) -> Window {
    let layout = layout(width: width)
    let row = layout.row(of: cursor)
    let first = max(0, row - max(1, height) + 1)
    let shown = layout.lines[first..<min(first + max(1, height), layout.lines.count)]
    return Window(
      lines: shown.map(\.text), first: first, row: row - first,
      column: min(layout.column(of: cursor), max(0, width - 1)))
  }
}
