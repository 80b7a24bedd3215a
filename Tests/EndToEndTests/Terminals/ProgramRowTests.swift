import Foundation
import Testing

@testable import postil

/// The row that the README has for this program, made from what it is seen to do.
@Suite(.timeLimit(.minutes(10))) struct ProgramRowTests {
  private func start(_ more: [String: String] = [:]) async throws -> Pty {
    let pty = try Pty([Program.path, Program.notes], environment: Program.environment(more))
    try await pty.wait(for: "\u{1B}[?2026l")
    return pty
  }

  /// Whether it left the alternate screen and put the terminal's settings back.
  private func isRestored(by signal: Int32) async throws -> Bool {
    let fresh = try Pty(["/bin/sh", "-c", "sleep 60"]).modes
    let pty = try await start()
    pty.send(signal: signal)
    _ = try await pty.end()
    return pty.modes == fresh && pty.text.contains("\u{1B}[?1049l")
  }

  private func sent() async throws -> String {
    let pty = try await start()
    try await pty.type("Q")
    _ = try await pty.end()
    let marks = [
      ("[?1049h", "alt"), ("[?2004h", "paste"), ("[?1004h", "focus"), ("[?100", "mouse"),
      ("[?2026h", "sync 2026"), ("]11;?", "asks OSC 11"), ("[>", "kitty keys"),
    ]
    let text = pty.text.replacing("\u{1B}[?1004", with: "")
    return marks.filter { mark, name in
      (name == "focus" ? pty.text : text).contains("\u{1B}" + mark)
    }.map(\.1).joined(separator: ", ")
  }

  private func hasNoColor() async throws -> Bool {
    let pty = try await start(["NO_COLOR": "1"])
    try await pty.type("jjjL")
    try await pty.wait(for: "\u{1B}[?2026l")
    try await pty.type("Q")
    _ = try await pty.end()
    return !pty.text.contains(/\e\[(?:[0-9;]*;)?(?:[34]8[;:]|[39][0-7]m|4[0-7]m|10[0-7]m)/)
  }

  private func looksTheSameAfterStop() async throws -> Bool {
    let tmux = try Tmux("/bin/sh -i", rows: 20, columns: 70)
    try tmux.type("'\(Program.path)' '\(Program.notes)'\n")
    try await tmux.wait(for: "1/")
    // A key takes away what is said below, and Ctrl+Z is one; nothing else is changed by Escape.
    try tmux.press("Escape")
    let before = try await settled(tmux)
    try tmux.press("C-z")
    try await tmux.wait(for: "the shell") { _ in try tmux.value(of: "alternate_on") == "0" }
    try tmux.type("fg\n")
    try await tmux.wait(for: "the frame as it was") { _ in
      try tmux.value(of: "alternate_on") == "1" && Sight(tmux.screen(withStyles: true)) == before
    }
    return try await settled(tmux) == before
  }

  /// The screen once nothing more comes by itself: ten looks in a row see the same.
  private func settled(_ tmux: Tmux) async throws -> Sight? {
    var looks: [Sight] = []
    try await tmux.wait(for: "rest") { _ in
      looks = try looks.suffix(9) + [Sight(tmux.screen(withStyles: true))]
      return looks.count == 10 && Set(looks).count == 1
    }
    return looks.last
  }

  private func survivesSmallness() async throws -> Bool {
    let pty = try Pty([Program.path, Program.notes], rows: 3, columns: 12)
    try await pty.wait(for: "\u{1B}[?2026l")
    pty.resize(rows: 24, columns: 80)
    try await pty.wait(for: "Postil")
    pty.resize(rows: 3, columns: 12)
    try await pty.wait(for: "\u{1B}[?2026l")
    try await pty.type("Q")
    return try await pty.end() == 0
  }

  @Test(.enabled(if: Tmux.isInstalled, "tmux is not installed"))
  func `the row of the table is what is observed`() async throws {
    func word(_ isSo: Bool, _ yes: String = "yes") -> String { isSo ? yes : "no" }
    let cells = [
      "Postil", try await sent(), word(try await isRestored(by: SIGTERM)),
      word(try await isRestored(by: SIGSEGV)), word(try await hasNoColor()),
      word(try await looksTheSameAfterStop(), "same"), word(try await survivesSmallness()),
    ]
    let row = "| " + cells.joined(separator: " | ") + " |"
    print(row)
    let readme = URL(filePath: Program.notes).appending(path: "../README.md").standardized
    #expect(try String(contentsOf: readme, encoding: .utf8).contains(row), "\(row)")
  }
}
