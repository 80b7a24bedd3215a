import PostilCore
import Testing

@testable import PostilScreen

@Suite struct TerminalEventTests {
  private func configuration(mouse: Bool = false) throws -> Configuration {
    let paper = try #require(Theme.builtIn("paper"))
    return Configuration(
      keyMap: KeyMap(), themes: Themes(), pair: ThemePair(dark: .ink, light: paper), mouse: mouse)
  }

  private func stage(rows: Int = 24, columns: Int = 80) throws -> Stage {
    var stage = try Stage(Cast.desk, rows: rows, columns: columns)
    stage.state.configure(try configuration())
    return stage
  }

  @Test func `a light background gets the light theme, unless one was chosen`() throws {
    var stage = try stage()
    stage.settle(update(&stage.state, .background(isLight: true)))
    #expect(stage.state.theme.name == "Paper")
    try stage.press(":")
    stage.type("theme contrast")
    try stage.press("<Enter>")
    stage.settle(update(&stage.state, .background(isLight: false)))
    #expect(stage.state.theme.name == "Contrast")
    #expect(stage.state.message?.text.contains("`theme: contrast` in config.yaml") == true)
  }

  @Test(arguments: ["<Esc>", "<C-c>"])
  func `long work is stopped by a key, and what is marked stays marked`(key: String) throws {
    var stage = try stage()
    try stage.press("<Space>")
    let marked = stage.state.list.marked
    #expect(marked.count == 1)
    stage.settle(update(&stage.state, .progress(Progress("tagging", done: 1, total: 9))))
    let pressed = try #require([Key](named: key)?.first)
    func stops(_ effects: [Effect]) -> Bool {
      effects.contains { if case .stopWork = $0 { true } else { false } }
    }
    #expect(stops(update(&stage.state, .key(pressed))))
    #expect(stage.state.list.marked == marked)
    stage.settle(update(&stage.state, .progress(nil)))
    #expect(!stops(update(&stage.state, .key(pressed))))
  }

  @Test func `themes are shown while one moves, and Esc puts the old one back`() throws {
    var stage = try stage()
    try stage.press(":")
    stage.type("theme")
    try stage.press("<Enter> <Down>")
    #expect(stage.state.theme.name == "Paper")
    try stage.press("<Down>")
    #expect(stage.state.theme.name == "Contrast")
    try stage.press("<Esc>")
    #expect(stage.state.theme.name == "Ink")
    try stage.press(":")
    stage.type("theme")
    try stage.press("<Enter>")
    stage.type("cvd")
    #expect(stage.state.theme.name == "Cvd")
    try stage.press("<Enter>")
    #expect(stage.state.theme.name == "Cvd")
    #expect(stage.state.layer == nil)
  }

  @Test func `files with a mistake leave keys and themes as they were, and name the place`() throws
  {
    var stage = try stage()
    var new = try configuration()
    new.keyMap = KeyMap(own: "list:\n  j: quit\n")
    let problem = Problem("no", at: .init("keys.yaml", line: 2))
    stage.settle(update(&stage.state, .settings(new, [problem])))
    #expect(stage.state.message?.text.contains("keys.yaml:2") == true)
    try stage.press("j")
    #expect(!stage.state.isFinished)
    stage.settle(update(&stage.state, .settings(new, [])))
    try stage.press("j")
    #expect(stage.state.isFinished)
  }

  /// Whether there is a list, a margin, and notes folded under their lines.
  private func parts(_ stage: Stage) -> [Bool] {
    let frame = stage.state.frame
    return [frame.list != nil, frame.margin != nil, frame.folds]
  }

  @Test func `breakpoints of one's own divide the screen at once, and break none of any size`()
    throws
  {
    var stage = try stage()
    try stage.press("<Enter>")
    stage.resize(100, 24)
    #expect(parts(stage) == [false, true, false])
    var new = try configuration()
    new.breakpoints = .least
    stage.settle(update(&stage.state, .settings(new, [])))
    #expect(parts(stage) == [true, true, false])
    for columns in 20...130 {
      stage.resize(columns, 24)
      #expect(unsoundness(of: stage.canvas) == nil)
    }
    new.breakpoints = Breakpoints(list: 300, margin: 200, notes: 150)
    stage.settle(update(&stage.state, .settings(new, [])))
    #expect(parts(stage) == [false, false, false])
  }

  @Test func `a note in the making is saved when the window loses the focus, and stays open`()
    throws
  {
    var stage = try stage()
    try stage.press("<Enter> a")
    stage.type("half a thought")
    stage.settle(update(&stage.state, .focus(false)))
    #expect(stage.desk.margins["x-3"]?.text == "half a thought")
    guard case .editor(let editor) = stage.state.layer else {
      Issue.record("the editor is gone")
      return
    }
    #expect(editor.from == "half a thought")
    stage.settle(update(&stage.state, .focus(true)))
    stage.type(" and the rest")
    try stage.press("<Esc>")
    #expect(stage.desk.margins["x-3"]?.text == "half a thought and the rest")
  }

  @Test func `a click chooses a row, another one opens it, and the wheel scrolls`() throws {
    var stage = try stage()
    let top = stage.state.frame.body.lowerBound + stage.state.geometry.heading
    stage.settle(update(&stage.state, .mouse(Mouse(.press, row: top + 2, column: 30))))
    #expect(stage.state.list.cursor == 2)
    stage.settle(update(&stage.state, .mouse(Mouse(.wheelUp, row: top, column: 30))))
    #expect(stage.state.list.cursor == 0)
    stage.settle(update(&stage.state, .mouse(Mouse(.press, row: top, column: 30))))
    #expect(stage.state.room == .reader)
  }

  @Test func `a click in the text chooses its sentence, and dragging selects words`() throws {
    var stage = try stage()
    try stage.press("<Enter>")
    let frame = stage.state.frame
    let row = frame.body.lowerBound + 2
    let left = frame.text.lowerBound + frame.gutter
    stage.settle(update(&stage.state, .mouse(Mouse(.press, row: row, column: left + 2))))
    let clicked = try #require(stage.state.reader?.selection)
    #expect(clicked.level == .sentence)
    #expect(clicked.free == nil)
    stage.settle(update(&stage.state, .mouse(Mouse(.drag, row: row, column: left + 14))))
    stage.settle(update(&stage.state, .mouse(Mouse(.release, row: row, column: left + 14))))
    let words = try #require(stage.state.reader?.words)
    #expect(stage.state.reader?.selection.free != nil)
    #expect(words.split(separator: " ").count > 1)
    try stage.press("t s")
    #expect(stage.desk.claims.contains { $0.post == "x-3" })
  }

  @Test func `no place of the screen makes the mouse stumble`() throws {
    for keys in ["", "<Enter>", "L", ":", "E", "g n", "<Enter> a", "<Enter> T"] {
      for (columns, rows) in [(80, 24), (140, 40), (30, 6), (1, 1)] {
        var stage = try stage(rows: rows, columns: columns)
        if !keys.isEmpty { try stage.press(keys) }
        for row in stride(from: 0, to: rows + 3, by: 2) {
          for column in stride(from: 0, to: columns + 10, by: 7) {
            for deed in [Mouse.Deed.press, .drag, .wheelDown, .release, .wheelUp] {
              stage.settle(update(&stage.state, .mouse(Mouse(deed, row: row, column: column))))
            }
          }
        }
        _ = stage.canvas
      }
    }
  }

  @Test func `the bar gives marked rows, words or claims, and Tab changes the form`() throws {
    var stage = try stage()
    try stage.press("<Space> <Space> | <Tab>")
    stage.type("wc -l")
    try stage.press("<Enter>")
    guard case .pipe(let rows)? = stage.desk.asked.last else {
      Issue.record("no pipe")
      return
    }
    #expect(rows.posts.count == 2)
    #expect(rows.form == .json)
    #expect(rows.command == "wc -l")
    try stage.press("<Esc> g g <Enter> |")
    stage.type("cat")
    try stage.press("<Enter>")
    guard case .pipe(let words)? = stage.desk.asked.last else { return }
    #expect(words.words == stage.state.reader?.words)
    try stage.press("L |")
    stage.type("cat")
    try stage.press("<Enter>")
    guard case .pipe(let claims)? = stage.desk.asked.last else { return }
    #expect(claims.claims.count == 1)
  }

  @Test(arguments: [
    ("less", true), ("sort | less -R", true), ("wc -w", false), ("tty ./mine", true),
    ("grep less", false), ("/usr/bin/vim -", true), ("", false), ("| |", false),
  ])
  func `pagers and editors get the terminal`(command: String, needs: Bool) {
    var pipe = PipeInput(posts: ["x"])
    pipe.command = command
    #expect(pipe.needsTerminal == needs)
  }

  @Test func `one line of output is said, more are shown, and q closes them`() throws {
    var stage = try stage()
    stage.settle(
      update(&stage.state, .output(CommandOutput(command: "wc", code: 0, text: "  42\n"))))
    #expect(stage.state.message?.text == "wc:   42")
    let long = (1...100).map { "line \($0)" }.joined(separator: "\n")
    stage.settle(
      update(&stage.state, .output(CommandOutput(command: "cat", code: 0, text: long))))
    try stage.press("G")
    #expect(stage.text.contains("line 100"))
    try stage.press("g g")
    #expect(stage.text.contains("line 1 "))
    try stage.press("q")
    #expect(stage.state.layer == nil)
    stage.settle(update(&stage.state, .output(CommandOutput(command: "no", code: 127, text: ""))))
    #expect(stage.state.message?.isProblem == true)
  }

  @Test func `a claim is copied as Markdown with its words, source and verdict`() throws {
    var stage = try stage()
    try stage.press("j <Enter> <Tab> y c")
    guard case .copy(let text)? = stage.desk.asked.last else {
      Issue.record("nothing copied")
      return
    }
    #expect(text.hasPrefix("> Revenue was \\$3.2B") || text.hasPrefix("> Revenue was $3.2B"))
    #expect(text.contains("@sitewalker"))
    #expect(text.contains("**supported**"))
    #expect(text.contains("10-Q p. 4"))
    stage.settle(update(&stage.state, .copied("by xclip")))
    #expect(stage.state.message?.text.hasPrefix("copied by xclip: c-") == true)
  }

  @Test func `panes are left, entered, and alone`() throws {
    var stage = try stage(rows: 40, columns: 140)
    try stage.press("C-w w")
    #expect(stage.state.room == .reader)
    try stage.press("C-w w")
    #expect(stage.state.room == .list)
    try stage.press("C-w l C-w o")
    #expect(stage.state.frame.list == nil)
    #expect(stage.state.frame.margin == nil)
    try stage.press("C-w o C-w h")
    #expect(stage.state.room == .list)
    #expect(stage.state.frame.list != nil)
  }
}
