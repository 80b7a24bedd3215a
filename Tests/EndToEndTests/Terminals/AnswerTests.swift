import Foundation
import Testing

@testable import postil

/// What the program switches on, what it asks, and what it makes of the answers.
@Suite(.timeLimit(.minutes(10))) struct AnswerTests {
  private static let frame = "\u{1B}[?2026l"
  private static let light = "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\"
  /// The paper of the light theme among 256 colours.
  private static let paper = "48;5;231"

  private func start(_ config: String? = nil) throws -> Pty {
    let folder = Program.freshFolder()
    if let config {
      try FileManager.default.createDirectory(
        atPath: folder + "/postil", withIntermediateDirectories: true)
      try Data(config.utf8).write(to: URL(filePath: folder + "/postil/config.yaml"))
    }
    return try Pty(
      [Program.path, Program.notes],
      environment: Program.environment(["XDG_CONFIG_HOME": folder]))
  }

  @Test func `a light terminal gets the light theme`() async throws {
    let pty = try start()
    try await pty.wait(for: "\u{1B}]11;?")
    try await pty.type(Self.light + "\u{1B}[?62;4c")
    try await pty.wait(for: Self.paper)
    try await pty.type("Q")
    #expect(try await pty.end() == 0)
  }

  @Test func `what is copied is sent to the terminal's clipboard`() async throws {
    let pty = try start()
    try await pty.wait(for: Self.frame)
    try await pty.type("\r")
    try await pty.wait(for: "sentence 1/")
    try await pty.type("yy")
    // OSC 52: the clipboard, then the text in base64.
    try await pty.wait(for: "\u{1B}]52;c;")
    try await pty.wait(for: "\u{7}")
    try await pty.type("Q")
    #expect(try await pty.end() == 0)
    let sent = try #require(pty.text.firstMatch(of: #/\x1B\]52;c;([A-Za-z0-9+/=]+)\x07/#)).1
    let text = String(decoding: try #require(Data(base64Encoded: String(sent))), as: UTF8.self)
    #expect(text.hasPrefix("“") && text.contains(" — @"), "\(text)")
  }

  @Test func `an answer that comes late still counts, and is typed nowhere`() async throws {
    let pty = try start()
    try await pty.wait(for: Self.frame)
    try await pty.type("F")
    try await pty.wait(for: "filter")
    try await pty.type(Self.light)
    try await pty.wait(for: Self.paper)
    // Enter takes the filter as it is: nothing was typed into it.
    try await pty.type("\u{1B}[?62;4c\rQ")
    #expect(try await pty.end() == 0)
    #expect(!pty.text.contains("rgb:"))
    #expect(!pty.text.contains("62;4c"))
  }

  @Test func `answers that nobody asked for change nothing, and no flood keeps one from quitting`()
    async throws
  {
    let pty = try start("theme: ink\n")
    try await pty.wait(for: Self.frame)
    for _ in 0..<50 { try await pty.type(Self.light + "\u{1B}[?62;4c\u{1B}]11;\u{7}") }
    try await pty.type("\u{1B}]11;" + String(repeating: "f", count: 9_000) + "\u{7}")
    try await pty.type("Q")
    #expect(try await pty.end() == 0)
    #expect(!pty.text.contains(Self.paper))
    #expect(!pty.text.contains("\u{1B}]11;?"))
  }

  @Test func `the mouse is the terminal's until it is asked for`() async throws {
    let plain = try start()
    try await plain.wait(for: Self.frame)
    #expect(!plain.text.contains("[?1002h"))
    try await plain.type(":mouse\r")
    try await plain.wait(for: "\u{1B}[?1002h")
    try await plain.type("Q")
    #expect(try await plain.end() == 0)
    #expect(plain.text.contains("\u{1B}[?1002l"))
  }

  @Test(arguments: [SIGTERM, SIGSEGV, SIGABRT])
  func `mouse and focus are off again, however it ends`(signal: Int32) async throws {
    let pty = try start("mouse: true\n")
    try await pty.wait(for: "\u{1B}[?1002h")
    try await pty.wait(for: Self.frame)
    pty.send(signal: signal)
    #expect(try await pty.end() == 128 + signal)
    for mode in ["1002", "1006", "1004", "2004"] {
      #expect(pty.text.contains("\u{1B}[?\(mode)l"), "\(mode)")
    }
  }

  @Test func `a file that was changed is read when the window gets the focus`() async throws {
    let folder = NSTemporaryDirectory() + "postil-config-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/postil", withIntermediateDirectories: true)
    let pty = try Pty(
      [Program.path, Program.notes],
      environment: Program.environment(["XDG_CONFIG_HOME": folder]))
    try await pty.wait(for: Self.frame)
    let file = URL(filePath: folder + "/postil/config.yaml")
    try Data("theme: paper\n".utf8).write(to: file)
    try await pty.type("\u{1B}[I")
    try await pty.wait(for: Self.paper)
    try Data("theme: [\n".utf8).write(to: file)
    try await pty.type("\u{1B}[O\u{1B}[I")
    try await pty.wait(for: "config.yaml:")
    try await pty.type("Q")
    #expect(try await pty.end() == 0)
  }
}
