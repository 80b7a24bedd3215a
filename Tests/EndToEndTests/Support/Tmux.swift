import Foundation
import PostilCore
import Testing

@testable import postil

/// A shell command in tmux: a real terminal, whose screen can be looked at.
///
/// Each has a server of its own that knows nothing of the tester's settings.
final class Tmux {
  /// Tests that need tmux are skipped without it.
  static let isInstalled: Bool = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/tmux")
    }
  }()

  private let socket = "postil-test-\(UUID().uuidString)"
  private let answer = NSTemporaryDirectory() + "postil-tmux-\(UUID().uuidString)"
  private let environment: [String: String]

  /// Starts a command of the shell on a screen of a fixed size.
  init(
    _ command: String, rows: Int = 24, columns: Int = 80, environment: [String: String] = [:]
  ) throws {
    self.environment = Program.environment(["TERM": "xterm-256color"])
    let variables = environment.flatMap { ["-e", "\($0)=\($1)"] }
    try run(
      ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + variables + [command])
    try run(["set-option", "-g", "escape-time", "0"])
  }

  deinit {
    try? run(["kill-server"])
    try? FileManager.default.removeItem(atPath: answer)
  }

  /// Presses keys by tmux's names: `Enter`, `C-z`, `M-j`, `Up`, `a`.
  func press(_ keys: String...) throws {
    try run(["send-keys"] + keys)
  }

  /// Types text, letter by letter.
  func type(_ text: String) throws {
    try run(["send-keys", "-l", text])
  }

  /// Pastes text, in brackets if the program asked for them.
  func paste(_ text: String) throws {
    let file = answer + ".paste"
    try Data(text.utf8).write(to: URL(filePath: file))
    try run(["load-buffer", file, ";", "paste-buffer", "-p"])
    try FileManager.default.removeItem(atPath: file)
  }

  func resize(rows: Int, columns: Int) throws {
    try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Sends a signal to the program that the shell on the screen runs.
  func send(signal: Int32) throws {
    let shell = try value(of: "pane_pid")
    let children = try String(
      contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    guard let id = children.split(separator: " ").first.flatMap({ pid_t($0) }) else {
      throw Problem("There is no program on the screen")
    }
    kill(id, signal)
  }

  /// The rows of the screen, without the blanks at their ends.
  func screen(withStyles: Bool = false) throws -> [String] {
    var rows = try ask(["capture-pane", "-p"] + (withStyles ? ["-e"] : []))
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).replacing(#/ +$/#, with: "") }
    if rows.last == "" { rows.removeLast() }
    return rows
  }

  /// What tmux knows of the screen, by its names: `alternate_on`, `cursor_x`, `pane_dead`.
  func value(of name: String) throws -> String {
    try ask(["display-message", "-p", "#{\(name)}"]).replacing("\n", with: "")
  }

  /// Waits for a text on the screen; the issue shows the screen when it does not come.
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await wait(for: "“\(text)”", sourceLocation: sourceLocation) { screen in
      screen.contains { $0.contains(text) }
    }
  }

  /// Waits for a screen to be as it should.
  func wait(
    for what: String, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: ([String]) throws -> Bool
  ) async throws {
    var last: [String] = []
    let end = ContinuousClock.now + .seconds(60)
    repeat {
      last = try screen()
      if try condition(last) { return }
      try await Task.sleep(for: .milliseconds(30))
    } while ContinuousClock.now < end
    Issue.record(
      "The screen never showed \(what):\n\(last.joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }

  private func run(_ arguments: [String]) throws {
    let code = try Child(
      ["tmux", "-L", socket, "-f", "/dev/null"] + arguments, streams: .none,
      environment: environment
    ).wait()
    guard code == 0 else { throw Problem("tmux \(arguments) ended with \(code)") }
  }

  // Through a file: the server of tmux inherits a pipe, and whoever reads it never sees its end.
  private func ask(_ arguments: [String]) throws -> String {
    let script = #"file=$1; shift; exec tmux "$@" >"$file""#
    let code = try Child(
      ["/bin/sh", "-c", script, "sh", answer, "-L", socket] + arguments, streams: .none,
      environment: environment
    ).wait()
    guard code == 0 else { throw Problem("tmux \(arguments) ended with \(code)") }
    return try String(contentsOfFile: answer, encoding: .utf8)
  }
}
