import Foundation
import PostilCore
import Testing

/// What a terminal is told when a program draws on it, and when it leaves.
private enum Mark {
  static let begins = "\u{1B}[?1049h"
  static let frame = "\u{1B}[?2026l"
  static let leaves = "\u{1B}[?1049l"
  static let pasteOff = "\u{1B}[?2004l"
  static let cursorOn = "\u{1B}[?25h"
}

@Suite(.timeLimit(.minutes(10)))
struct TerminalTests {
  private func start(
    rows: Int = 24, columns: Int = 80, _ environment: [String: String] = [:]
  ) async throws -> Pty {
    let pty = try Pty(
      [Program.path, Program.notes], rows: rows, columns: columns,
      environment: Program.environment(environment))
    try await pty.wait(for: Mark.begins)
    try await pty.wait(for: Mark.frame)
    return pty
  }

  /// The modes of a terminal that nobody has touched.
  private func freshModes() throws -> [tcflag_t] {
    try Pty(["/bin/sh", "-c", "sleep 60"]).modes
  }

  @Test func `quitting leaves the terminal as it was`() async throws {
    let pty = try await start()
    #expect(try pty.modes != freshModes())
    try await pty.type("Q")
    #expect(try await pty.end() == 0)
    #expect(try pty.modes == freshModes())
    for mark in [Mark.leaves, Mark.pasteOff, Mark.cursorOn] {
      #expect(pty.text.contains(mark))
    }
  }

  @Test func `every new size gets a frame`() async throws {
    let pty = try await start()
    for (rows, columns) in [(3, 12), (24, 80), (1, 1), (100, 400), (4, 20)] {
      pty.resize(rows: rows, columns: columns)
      try await pty.wait(for: Mark.frame)
    }
    try await pty.type("Q")
    #expect(try await pty.end() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal that asks to leave is obeyed, and the terminal is sane`(signal: Int32) async throws
  {
    let pty = try await start()
    pty.send(signal: signal)
    #expect(try await pty.end() == 128 + signal)
    #expect(try pty.modes == freshModes())
    #expect(pty.text.contains(Mark.leaves))
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE])
  func `a crash leaves the terminal sane, and is still a crash`(signal: Int32) async throws {
    let pty = try await start()
    pty.send(signal: signal)
    #expect(try await pty.end() == 128 + signal)
    #expect(try pty.modes == freshModes())
    #expect(pty.text.contains(Mark.leaves))
    #expect(pty.text.contains(Mark.pasteOff))
  }

  @Test func `the program ends when its terminal is gone`() async throws {
    let pty = try await start()
    pty.hangUp()
    #expect(try await pty.end() == 128 + SIGHUP)
  }

  @Test func `NO_COLOR means no colour`() async throws {
    let plain = try await start(["NO_COLOR": "1"])
    try await plain.type("Q")
    #expect(try await plain.end() == 0)
    #expect(!plain.text.contains(/\e\[[0-9;]*[34]8[;:]/))
    #expect(!plain.text.contains(/\e\[(?:[0-9;]*;)?[39][0-7]m/))

    let coloured = try await start()
    try await coloured.type("Q")
    #expect(try await coloured.end() == 0)
    #expect(coloured.text.contains(/\e\[[0-9;]*38;5;/))
  }

  @Test(arguments: ["xterm", "screen", "vt100", "linux", "xterm-256color", "no-such-terminal", ""])
  func `it starts and quits on terminals of every kind`(term: String) async throws {
    let pty = try Pty(
      [Program.path, Program.notes], environment: Program.environment(["TERM": term]))
    try await pty.wait(for: "Postil")
    try await pty.type("Q")
    #expect(try await pty.end() == 0)
    #expect(try pty.modes == freshModes())
  }

  @Test func `a terminal that cannot place the cursor is told so`() async throws {
    let pty = try Pty(
      [Program.path, Program.notes], environment: Program.environment(["TERM": "dumb"]))
    #expect(try await pty.end() == 1)
    #expect(pty.text.contains("cursor"))
    #expect(!pty.text.contains("\u{1B}"))
  }

  @Test func `a key costs few bytes, and no key costs none`() async throws {
    let pty = try await start()
    var before = -1
    try await eventually("the screen is at rest") {
      defer { before = pty.output.count }
      try await Task.sleep(for: .milliseconds(500))
      return pty.output.count == before
    }
    try await pty.type("j")
    try await pty.wait(for: Mark.frame)
    #expect(pty.output.count - before < 8_000)
    try await pty.type("Q")
    #expect(try await pty.end() == 0)
  }

  @Test(.enabled(if: Tmux.isInstalled, "tmux is not installed"))
  func `Ctrl+Z stops it, and fg brings it back`() async throws {
    let tmux = try Tmux("/bin/sh -i", rows: 20, columns: 70)
    try tmux.type("PS1='ready> '; '\(Program.path)' '\(Program.notes)'; echo ended with $?\n")
    try await tmux.wait(for: "the screen") { _ in try tmux.value(of: "alternate_on") == "1" }
    try await tmux.wait(for: "the frame") { $0.first?.contains("Postil   ") ?? false }
    try tmux.press("C-z")
    try await tmux.wait(for: "Stopped")
    #expect(try tmux.value(of: "alternate_on") == "0")
    try tmux.type("fg\n")
    try await tmux.wait(for: "the frame again") { $0.first?.contains("Postil   ") ?? false }
    #expect(try tmux.value(of: "alternate_on") == "1")
    try tmux.press("Q")
    try await tmux.wait(for: "ready>")
    #expect(try tmux.value(of: "alternate_on") == "0")
  }
}
