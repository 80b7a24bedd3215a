import Foundation
import Testing

@testable import postil

/// The main job on every kind of terminal, with and without UTF-8.
@Suite(.timeLimit(.minutes(10))) struct TermTests {
  private func notebook() throws -> String {
    let folder = NSTemporaryDirectory() + "postil-term-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: Program.notes, toPath: folder)
    return folder
  }

  private func holds(_ words: String, under folder: String) -> Bool {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.contains { name in
      (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8))?.contains(words) ?? false
    }
  }

  @Test(
    .enabled(if: Tmux.isInstalled, "tmux is not installed"),
    arguments: ["tmux-256color", "xterm-256color", "screen", "vt100", "linux"],
    ["C", "C.UTF-8"])
  func `one tags, writes a note and quits`(term: String, locale: String) async throws {
    let folder = try notebook()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let tmux = try Tmux(
      "TERM=\(term) LC_ALL=\(locale) '\(Program.path)' '\(folder)'; echo ended with $?; sleep 60")
    try await tmux.wait(for: "@volt_watch")
    try tmux.press("Enter")
    try await tmux.wait(for: "sentence 1/")
    try tmux.press("j", "t", "s")
    try await tmux.wait(for: "u undoes")
    try tmux.press("a")
    try await tmux.wait(for: "supported  note")
    try tmux.type("written on \(term)")
    try tmux.press("Escape")
    try await tmux.wait(for: "u undoes")
    let screen = try tmux.screen()
    #expect(screen.contains { $0.contains("written on") })
    if locale == "C" {
      let foreign = screen.filter { $0.contains { !$0.isASCII } }
      #expect(foreign == [])
    }
    try tmux.press("Q")
    try await tmux.wait(for: "ended with 0")
    #expect(holds("written on \(term)", under: folder + "/claims"))
  }

  @Test(
    arguments: ["tmux-256color", "screen", "vt100", "linux"], ["C", "POSIX", "de_DE.ISO-8859-1"])
  func `without UTF-8 nothing but ASCII reaches the terminal`(term: String, locale: String)
    async throws
  {
    let text = try await session(["TERM": term, "LANG": locale])
    #expect(text.allSatisfy { $0 < 0x80 })
    #expect(String(decoding: text, as: UTF8.self).contains("---"))
  }

  @Test(arguments: ["vt100", "linux", "vt220"])
  func `an old terminal gets nothing that its terminfo does not know`(term: String) async throws {
    let text = String(decoding: try await session(["TERM": term]), as: UTF8.self)
    for mark in ["]11", "]52", "[?2026", "[?2004", "[?1004", "[?1002", "[?1006", "[c"] {
      #expect(!text.contains("\u{1B}" + mark), "\(mark)")
    }
    if term != "linux" { #expect(!text.contains(/\e\[[0-9;]*[34][0-7]m/)) }
  }

  /// Everything that is sent from start to end.
  private func session(_ environment: [String: String]) async throws -> [UInt8] {
    let pty = try Pty([Program.path, Program.notes], environment: Program.environment(environment))
    try await pty.wait(for: "@volt_watch")
    try await pty.type("jjj\r")
    try await pty.wait(for: "sentence")
    try await pty.type("yyQ")
    #expect(try await pty.end() == 0)
    return pty.output
  }
}
