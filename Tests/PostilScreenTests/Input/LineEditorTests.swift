import PostilCore
@testable import PostilScreen
import Testing

@Suite struct LineEditorTests {
  @Test(arguments: Array(0..<80))
  func `the cursor stays between clusters whatever is typed`(seed: UInt64) {
    var dice = Dice(seed: seed)
    var editor = LineEditor("", history: ["older", "e\u{301}lan"])
    for _ in 0..<80 {
      if dice.roll(0...9) == 0 {
        editor.paste(naughty(&dice, pieces: 0...4))
      } else {
        _ = editor.handle(anyKey(&dice))
      }
      let ends = editor.text.reduce(into: [0]) {
        $0.append($0[$0.count - 1] + $1.unicodeScalars.count)
      }
      #expect(ends.contains(editor.cursor))
      #expect(!editor.text.contains { $0.isNewline })
      let width = dice.roll(1...30)
      let window = editor.window(width: width)
      #expect((0..<width).contains(window.cursor))
      #expect(Glyph.width(of: window.text) <= width)
    }
  }

  @Test(arguments: [
    ("one two|", "^W", "one |"),
    ("one two  |", "^W", "one |"),
    ("a/b c|", "^W", "a/b |"),
    ("a/b|", "A-BS", "a/|"),
    ("one| two", "^K", "one|"),
    ("one| two", "^U", "| two"),
    ("one| two", "^D", "one|two"),
    ("one| two", "^H", "on| two"),
    ("one two|", "^A", "|one two"),
    ("|one two", "^E", "one two|"),
    ("one| two", "^B", "on|e two"),
    ("one| two", "^F", "one |two"),
    ("|one two", "A-f A-f", "one two|"),
    ("one two|", "A-b", "one |two"),
    ("one| two three", "A-d", "one| three"),
    ("ab|cd", "^T", "acb|d"),
    ("abcd|", "^T", "abdc|"),
    ("one two three|", "^W ^W ^Y", "one two three|"),
    ("|one two", "A-d A-d ^Y ^Y", "one twoone two|"),
    ("one |two", "^K ^U ^Y", "one two|"),
    ("one |two", "^K ^A ^Y", "two|one "),
    ("one|", "x y ^_", "one|"),
    ("one two|", "^W ^_", "one two|"),
    ("e\u{301}|", "^B", "|e\u{301}"),
    ("e|", "\u{301} BS", "|"),
    ("🇺🇸🇩🇪|", "BS", "🇺🇸|"),
  ])
  func `the keys of readline`(before: String, keys: String, after: String) {
    var editor = LineEditor(before.filter { $0 != "|" })
    editor.cursor = Array(before.unicodeScalars).firstIndex(of: "|") ?? 0
    for name in keys.split(separator: " ") {
      #expect(pressed(&editor, short(name)))
    }
    var marked = editor.text.unicodeScalars
    marked.insert("|", at: marked.index(marked.startIndex, offsetBy: editor.cursor))
    #expect(Array(marked) == Array(after.unicodeScalars))
  }

  @Test func `keys with another meaning are left to others`() {
    var editor = LineEditor("")
    for key in [
      Key.enter, .escape, .tab, .backTab, .control("c"), .control("d"), .up, .function(1),
    ] {
      #expect(!pressed(&editor, key))
    }
    #expect(editor == LineEditor(""))
  }

  @Test func `the history gives what begins with the typed text, and the draft at its end`() {
    var editor = LineEditor("", history: ["tag:power", "author:iris", "tag:ai", "tag:ai"])
    type("tag", &editor)
    #expect(seen(&editor, .up) == "tag:ai")
    #expect(seen(&editor, .up) == "tag:power")
    #expect(seen(&editor, .up) == "tag:power")
    #expect(seen(&editor, .control("n")) == "tag:ai")
    #expect(seen(&editor, .down) == "tag")
    #expect(seen(&editor, .control("r")) == "tag:ai")
    editor.text = "iris"
    #expect(seen(&editor, .control("r")) == "author:iris")
    type("!", &editor)
    #expect(editor.text == "author:iris!")
  }

  @Test func `pasted lines become one line`() {
    var editor = LineEditor("ab")
    editor.cursor = 1
    editor.paste("1\r\n2\n3\r4\u{2028}5")
    #expect(editor.text == "a1 2 3 4 5b")
    #expect(editor.cursor == 10)
  }

  @Test func `a completion takes the place of what was typed`() {
    var editor = LineEditor("tag:po since:2025")
    editor.cursor = 6
    #expect(editor.textBeforeCursor == "tag:po")
    editor.complete(replacing: 2, with: "power ")
    #expect(editor.text == "tag:power  since:2025")
    #expect(editor.cursor == 10)
  }

  @Test func `a long line scrolls under the cursor`() {
    var editor = LineEditor("0123456789abcdef")
    #expect(editor.window(width: 8) == .init(text: "…def", cursor: 4))
    editor.cursor = 3
    #expect(editor.window(width: 8) == .init(text: "01234567", cursor: 3))
    #expect(LineEditor("漢字漢字").window(width: 5).text == "… 字")
  }

  @Test func `many marks on one letter are edited in no time`() {
    var editor = LineEditor("a" + String(repeating: "\u{301}", count: 50_000))
    for key in [
      Key.left, .right, .character("\u{301}"), .left, .character("b"), .backspace, .delete,
    ] {
      #expect(pressed(&editor, key))
    }
    #expect(editor.text.isEmpty)
  }

  private func type(_ text: String, _ editor: inout LineEditor) {
    for character in text { _ = editor.handle(.character(character)) }
  }

  private func pressed(_ editor: inout LineEditor, _ key: Key) -> Bool {
    editor.handle(key)
  }

  private func seen(_ editor: inout LineEditor, _ key: Key) -> String {
    _ = editor.handle(key)
    return editor.text
  }
}

/// Any key, those that edit more often than others.
func anyKey(_ dice: inout Dice) -> Key {
  switch dice.roll(0...4) {
  case 0, 1:
    let letters = Array("ab c漢é\u{301}🇺🇸👍🏽\u{200D}👩")
    return .character(letters[dice.roll(0...letters.count - 1)])
  case 2: return .control(Array("abdefhkntupwy_")[dice.roll(0...13)])
  case 3: return .alt(Array("bdfu\u{7F}<>")[dice.roll(0...6)])
  default:
    let keys: [Key] = [
      .left, .right, .up, .down, .home, .end, .backspace, .delete, .enter, .pageUp, .controlLeft,
    ]
    return keys[dice.roll(0...keys.count - 1)]
  }
}

/// `^W`, `A-b`, `BS`, or the character itself.
private func short(_ name: Substring) -> Key {
  switch name {
  case "BS": .backspace
  case "A-BS": .alt("\u{7F}")
  case _ where name.hasPrefix("A-"): .alt(name.last ?? "a")
  case _ where name.hasPrefix("^") && name.count == 2:
    .control(Character(name.last.map { $0.lowercased() } ?? "a"))
  default: .character(Character(String(name)))
  }
}
