import PostilCore
import PostilScreen
import Testing

@testable import PostilTerminal

struct TerminalKindTests {
  /// A terminfo of our own, so that the tests do not depend on what is installed.
  private static let entries: [String: TerminalKind.Abilities] = [
    "xterm-256color": .init(colors: 256),
    "xterm-direct": .init(isDirect: true, colors: 1 << 24),
    "alacritty": .init(colors: 256),
    "alacritty-direct": .init(isDirect: true, colors: 1 << 24),
    "tmux-256color": .init(colors: 256),
    "rxvt-88color": .init(colors: 88),
    "linux": .init(colors: 8),
    "vt100": .init(colors: 0),
    "dumb": .init(movesCursor: false),
  ]

  private func choose(
    _ environment: [String: String], _ choice: ColorChoice = .auto
  ) throws -> TerminalKind {
    try TerminalKind.choose(choice, environment: environment) { Self.entries[$0] }
  }

  @Test(arguments: [
    ("xterm-256color", Depth.indexed), ("xterm-direct", .direct), ("rxvt-88color", .sixteen),
    ("linux", .sixteen), ("vt100", .mono),
  ])
  func `without further hints terminfo decides`(term: String, depth: Depth) throws {
    let kind = try choose(["TERM": term])
    #expect(kind.name == term)
    #expect(kind.depth == depth)
  }

  @Test func `COLORTERM asks for the direct twin, where there is one`() throws {
    let direct = try choose(["TERM": "xterm-256color", "COLORTERM": "truecolor"])
    #expect(direct.name == "xterm-direct")
    #expect(direct.depth == .direct)
    #expect(try choose(["TERM": "alacritty", "COLORTERM": "24bit"]).name == "alacritty-direct")
    #expect(try choose(["TERM": "tmux-256color", "COLORTERM": "truecolor"]).depth == .indexed)
    #expect(try choose(["TERM": "xterm-256color", "COLORTERM": "yes"]).depth == .indexed)
  }

  @Test func `NO_COLOR is obeyed, unless colour is asked for; never is never`() throws {
    let plain = ["TERM": "xterm-256color", "NO_COLOR": "1"]
    #expect(try choose(plain).depth == .mono)
    #expect(try choose(plain, .always).depth == .indexed)
    #expect(try choose(["TERM": "xterm-256color", "NO_COLOR": ""]).depth == .indexed)
    #expect(try choose(["TERM": "xterm-direct"], .never).depth == .mono)
  }

  @Test func `an unknown terminal is taken for today's usual one, an unnamed one without colour`()
    throws
  {
    #expect(try choose(["TERM": "xterm-new"]).name == "xterm-256color")
    #expect(try choose([:]).depth == .mono)
  }

  @Test func `where nothing can be drawn it is said`() {
    #expect(throws: Problem.self) { try choose(["TERM": "dumb"]) }
    #expect(throws: Problem.self) {
      try TerminalKind.choose(.auto, environment: ["TERM": "x"]) { _ in nil }
    }
  }
}
