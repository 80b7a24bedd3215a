internal import PostilCore

/// One line being typed: a prompt, a filter.
public struct LineEditor: Hashable, Sendable {
  private var buffer: EditBuffer
  /// What was entered here before, oldest first.
  public var history: [String]
  private var recall: Recall?

  /// Where in the history a search stands.
  private struct Recall: Hashable {
    var index: Int
    /// What was typed before the search began, given back at its end.
    var draft: String
  }

  /// Begins with `text`, the cursor behind it.
  public init(_ text: String = "", history: [String] = []) {
    buffer = EditBuffer(Self.oneLine(text))
    self.history = history
  }

  /// What has been typed; setting it puts the cursor at its end.
  public var text: String {
    get { buffer.text }
    set {
      buffer.set(Self.oneLine(newValue))
      recall = nil
    }
  }

  /// Where the cursor stands, in code points, never inside a grapheme cluster.
  public var cursor: Int {
    get { buffer.offset }
    set { buffer.offset = newValue }
  }

  /// The text left of the cursor, which completion completes.
  public var textBeforeCursor: String { String(buffer.text[..<buffer.cursor]) }

  /// Puts text in at the cursor, as it was pasted; line ends become blanks.
  public mutating func paste(_ text: String) {
    recall = nil
    buffer.insert(Self.oneLine(text))
  }

  /// Puts `replacement` in the place of the last `count` code points before the cursor.
  public mutating func complete(replacing count: Int, with replacement: String) {
    recall = nil
    let end = buffer.cursor
    buffer.offset = buffer.offset - max(0, count)
    buffer.delete(buffer.cursor..<max(end, buffer.cursor))
    buffer.insert(Self.oneLine(replacement))
  }

  /// Does what a key asks for: readline's editing, and Up, Down, `^P`, `^N` through the entries of
  /// the history that begin with what was typed, `^R` through those that hold it.
  ///
  /// - Returns: false when the key means nothing here, as Enter, Tab and Escape.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up, .control("p"): return step(-1) { $0.hasPrefix($1) }
    case .down, .control("n"): return step(1) { $0.hasPrefix($1) }
    case .control("r"): return step(-1) { $0.contains($1) }
    default:
      guard buffer.handle(key) else { return false }
      recall = nil
      return true
    }
  }

  private mutating func step(_ direction: Int, _ matches: (String, String) -> Bool) -> Bool {
    guard !history.isEmpty else { return false }
    let now = recall ?? Recall(index: history.count, draft: buffer.text)
    var index = now.index + direction
    while history.indices.contains(index) {
      if history[index] != buffer.text, matches(history[index], now.draft) {
        buffer.set(history[index])
        recall = Recall(index: index, draft: now.draft)
        return true
      }
      index += direction
    }
    if direction > 0, recall != nil {
      buffer.set(now.draft)
      recall = nil
    }
    return true
  }

  private static func oneLine(_ text: String) -> String {
    guard text.contains(where: \.isNewline) else { return text }
    return String(text.map { $0.isNewline ? " " : $0 })
  }
}

extension LineEditor {
  /// The part of the line that fits on the screen.
  public struct Window: Hashable, Sendable {
    /// Drawn in at most the width asked for; `…` stands where the line goes on.
    public var text: String
    /// The cell of the cursor, inside the width.
    public var cursor: Int
  }

  /// The part around the cursor in `width` cells, one of which is kept for the cursor. It moves by
  /// half its width, so that it stands still while one types.
  public func window(width: Int) -> Window {
    let width = max(1, width)
    let column = Glyph.width(of: buffer.text[..<buffer.cursor])
    let half = max(1, width / 2)
    let start = column < width ? 0 : ((column - width) / half + 1) * half
    var drawn = ""
    var place = -start
    for character in buffer.text where place < width {
      let glyph = Glyph(character)
      let visible = (place..<place + glyph.width).clamped(to: 0..<width)
      if start > 0, visible.contains(0) {
        drawn += Canvas.clipMark + String(repeating: " ", count: visible.count - 1)
      } else if visible.count == glyph.width {
        drawn += glyph.draw
      } else {
        drawn += String(repeating: " ", count: visible.count)
      }
      place += glyph.width
    }
    return Window(text: drawn, cursor: column - start)
  }
}
