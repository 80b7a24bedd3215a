import PostilCore
@testable import PostilScreen
import Testing

@Suite struct TextEditorTests {
  @Test(arguments: Array(0..<60))
  func `the cursor is always on the screen and between clusters`(seed: UInt64) {
    var dice = Dice(seed: seed)
    var editor = TextEditor(naughty(&dice))
    for _ in 0..<80 {
      let width = dice.roll(1...40)
      let height = dice.roll(1...12)
      if dice.roll(0...9) == 0 {
        editor.paste(naughty(&dice, pieces: 0...4))
      } else {
        _ = editor.handle(anyKey(&dice), width: width)
      }
      let ends = editor.text.reduce(into: [0]) {
        $0.append($0[$0.count - 1] + $1.unicodeScalars.count)
      }
      #expect(ends.contains(editor.cursor))
      let window = editor.window(width: width, height: height)
      #expect(window.lines.count <= height)
      #expect(window.lines.indices.contains(window.row))
      #expect((0..<width).contains(window.column))
      #expect(window.lines.allSatisfy { Glyph.width(of: $0) <= width })
    }
  }

  @Test(arguments: Array(0..<80))
  func `the rows around the cursor are those of the whole text`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let text = (0..<dice.roll(1...9)).map { _ in naughty(&dice) }
      .joined(separator: dice.roll(0...1) == 0 ? "\n" : "\r\n")
    var editor = TextEditor(text)
    for _ in 0..<40 {
      let width = dice.roll(2...30)
      let height = dice.roll(1...6)
      let layout = TextLayout(text, width: width - 1)
      let row = layout.row(of: editor.cursor)
      let first = max(0, row - height + 1)
      let window = editor.window(width: width, height: height)
      #expect(window.lines == layout.lines.dropFirst(first).prefix(height).map(\.text))
      #expect(window.row == row - first)
      #expect(editor.height(width: width, most: height) == min(height, layout.lines.count))
      editor.cursor = dice.roll(0...text.unicodeScalars.count)
      // A step to the side forgets the column that Up and Down keep.
      _ = editor.handle(.left, width: width)
      let isDown = dice.roll(0...1) == 0
      let column = layout.column(of: editor.cursor)
      let target = layout.row(of: editor.cursor) + (isDown ? 1 : -1)
      _ = editor.handle(isDown ? .down : .up, width: width)
      let end = text.unicodeScalars.count
      #expect(
        editor.cursor
          == (target < 0
            ? 0 : target < layout.lines.count ? layout.offset(row: target, column: column) : end))
    }
  }

  @Test func `words of a long text come back one after the other`() {
    var editor = TextEditor(String(repeating: "A line of a book.\n", count: 500_000))
    let before = editor.text.utf8.count
    for word in ["one ", "two ", "three "] { editor.paste(word) }
    #expect(editor.text.hasSuffix("one two three "))
    for _ in 0..<3 { _ = editor.handle(.control("_"), width: 40) }
    #expect(editor.text.utf8.count == before)
  }

  @Test func `pasted text is kept to the byte`() {
    var editor = TextEditor("")
    let text = "a\r\nb\tc\n\u{301}d\u{0}e\u{FEFF}"
    editor.paste(text)
    #expect(Array(editor.text.utf8) == Array(text.utf8))
  }

  @Test func `Up and Down go by rows and keep the column`() {
    var editor = TextEditor("first row\nx\nthird row, which wraps here")
    editor.cursor = 6
    #expect(pressed(&editor, .down, width: 12))
    #expect(editor.cursor == 11, "the end of the short line")
    #expect(pressed(&editor, .down, width: 12))
    #expect(editor.cursor == 12 + 6)
    #expect(pressed(&editor, .down, width: 12))
    #expect(editor.window(width: 12, height: 9).row == 3)
    #expect(pressed(&editor, .up, width: 12))
    #expect(pressed(&editor, .up, width: 12))
    #expect(pressed(&editor, .up, width: 12))
    #expect(editor.cursor == 6)
    #expect(pressed(&editor, .up, width: 12))
    #expect(editor.cursor == 0)
  }

  @Test func `Ctrl+A, E, U and K act on the line`() {
    var editor = TextEditor("one\ntwo\nthree")
    editor.cursor = 5
    #expect(pressed(&editor, .control("e"), width: 20))
    #expect(editor.cursor == 7)
    #expect(pressed(&editor, .control("u"), width: 20))
    #expect(editor.text == "one\n\nthree")
    #expect(pressed(&editor, .control("k"), width: 20))
    #expect(editor.text == "one\nthree")
    #expect(pressed(&editor, .control("a"), width: 20))
    #expect(pressed(&editor, .enter, width: 20))
    #expect(pressed(&editor, .control("y"), width: 20))
    #expect(editor.text == "one\n\ntwo\nthree")
  }

  @Test func `a window shows the rows around the cursor`() {
    var editor = TextEditor("a\nb\nc\nd")
    #expect(
      editor.window(width: 9, height: 2) == .init(lines: ["c", "d"], row: 1, column: 1))
    editor.cursor = 0
    #expect(
      editor.window(width: 9, height: 2) == .init(lines: ["a", "b"], row: 0, column: 0))
  }

  @Test func `keys with another meaning are left to others`() {
    var editor = TextEditor("x")
    for key in [Key.escape, .tab, .control("s"), .control("c"), .control("x"), .function(1)] {
      #expect(!pressed(&editor, key, width: 20))
    }
  }

  private func pressed(_ editor: inout TextEditor, _ key: Key, width: Int) -> Bool {
    editor.handle(key, width: width)
  }
}
