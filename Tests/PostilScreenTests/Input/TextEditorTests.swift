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
      editor.window(width: 9, height: 2) == .init(lines: ["c", "d"], first: 2, row: 1, column: 1))
    editor.cursor = 0
    #expect(
      editor.window(width: 9, height: 2) == .init(lines: ["a", "b"], first: 0, row: 0, column: 0))
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
