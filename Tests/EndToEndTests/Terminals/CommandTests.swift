import Foundation
import PostilCore
import PostilScreen
import Testing

@testable import postil

@Suite(.timeLimit(.minutes(1))) struct CommandTests {
  @Test(
    arguments: [
      (["WAYLAND_DISPLAY": "w", "DISPLAY": ":0"], "wl-copy"), (["DISPLAY": ":0"], "xclip"),
      (["TMUX": "/tmp/x"], "tmux"), (["WSL_DISTRO_NAME": "Debian"], "clip.exe"),
      (["DISPLAY": ":0", "TMUX": "/tmp/x"], "xclip"),
    ] as [([String: String], String)])
  func `the clipboard is that of a display that can be reached`(
    environment: [String: String], tool: String
  ) {
    #expect(Clipboard.tool(environment) { _ in true }?.name == tool)
    #expect(Clipboard.tool(environment) { _ in false } == nil)
  }

  @Test func `without a display there is no tool on Linux`() {
    guard !Clipboard.isInstalled("pbcopy") else { return }
    #expect(Clipboard.tool([:]) { _ in true } == nil)
  }

  @Test func `a command reads what it is given, and its errors are shown`() throws {
    let output = try ShellCommand.run(
      "cat; echo wrong >&2; exit 3", input: "ü\n", environment: nil, isStopped: { false })
    #expect(output.text == "ü\nwrong\n")
    #expect(output.code == 3)
  }

  @Test func `a command that writes without end is cut, and one that hangs can be stopped`() throws
  {
    let endless = try ShellCommand.run(
      "yes", input: "", environment: nil, isStopped: { false })
    #expect(endless.isCut)
    #expect(endless.text.utf8.count >= ShellCommand.limit)
    let begin = ContinuousClock.now
    #expect(throws: Problem.self) {
      try ShellCommand.run(
        "sleep 60 & sleep 60", input: "", environment: nil,
        isStopped: { ContinuousClock.now - begin > .milliseconds(200) })
    }
    #expect(ContinuousClock.now - begin < .seconds(20))
  }

  @Test func `a command that reads nothing of much is no trouble`() throws {
    let text = String(repeating: "x", count: 1 << 20)
    let output = try ShellCommand.run("true", input: text, environment: nil, isStopped: { false })
    #expect(output.code == 0)
  }
}
