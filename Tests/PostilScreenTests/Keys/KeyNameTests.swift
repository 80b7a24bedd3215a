import PostilScreen
import Testing

@Suite struct KeyNameTests {
  @Test func `every key is read back from its name`() {
    for key in allKeys {
      #expect(Key(named: key.name) == key, "\(key.name)")
      #expect(!key.label.isEmpty)
    }
    #expect(Set(allKeys.map(\.name)).count == allKeys.count)
    #expect(Set(allKeys.map(\.label)).count == allKeys.count)
  }

  @Test func `every sequence is read back from its name`() {
    var dice = Dice(seed: 3)
    for _ in 0..<200 {
      let keys = (0..<dice.roll(1...4)).map { _ in allKeys[dice.roll(0...allKeys.count - 1)] }
      #expect([Key](named: keys.name) == keys)
    }
  }

  @Test(arguments: [
    ("<C-d>", Key.control("d")), ("C-D", .control("d")), ("C-<Space>", .control(" ")),
    ("<CR>", .enter), ("<esc>", .escape), ("M-b", .alt("b")), ("A-B", .alt("B")),
    ("C-i", .tab), ("C-m", .enter), ("-", .character("-")), ("C--", .control("-")),
    ("<", .character("<")), (">", .character(">")), ("<PgDn>", .pageDown), ("<BS>", .backspace),
    ("F12", .function(12)), ("<A-Left>", .altLeft), ("ж", .character("ж")),
  ])
  func `other spellings are understood`(name: String, key: Key) {
    #expect(Key(named: name) == key)
  }

  @Test(arguments: ["", "jj", "<Entr>", "C-", "<F0>", "<F64>", "C-A-x", "S-x", "<>", "C-S-<Tab>"])
  func `what is no key is refused`(name: String) {
    #expect(Key(named: name) == nil)
    #expect([Key](named: name) == nil)
  }

  @Test func `labels are for people`() {
    #expect(Key.control("d").label == "Ctrl+D")
    #expect(Key.backTab.label == "Shift+Tab")
    #expect(Key.controlLeft.label == "Ctrl+Left")
    #expect([Key](named: "t <Space>")?.label == "t Space")
  }

  private var allKeys: [Key] {
    let characters = "abcxyzABCXYZ0159 .,:;<>-=+?!/\\|'\"#~[]{}()äж漢".map { $0 }
    return characters.map(Key.character)
      + "abcdefghjklnopqrstuvwxyz _^]\\".map(Key.control)
      + "abzABZ<>. \u{7F}".map(Key.alt)
      + (1...24).map(Key.function)
      + [
        .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
        .home, .end, .pageUp, .pageDown, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .altUp,
        .altDown, .altLeft, .altRight, .controlUp, .controlDown, .controlLeft, .controlRight,
      ]
  }
}
