import Foundation
import PostilCore
import PostilScreen
import Testing

@testable import postil

/// The speed that the program is for: thirty real posts, sixty claims, the keys counted.
@Suite(
  .enabled(if: ThirtyPosts.isThere, "the sample posts are not there"), .timeLimit(.minutes(10)))
struct SixtyClaimsTests {
  private static let session = SixtyClaims.folder.appending(path: "sixty-claims.keys").path

  @Test func `sixty claims are tagged with at most 2.2 keys each, moving included`() throws {
    let box = try Sandbox()
    let names = try ThirtyPosts.importAll(into: box)
    let expected = try SixtyClaims.expected()
    #expect(Set(expected).count == 60)
    #expect(ThirtyPosts.names.count == 30)

    let seen = try box.run("--replay", Self.session)
    #expect(seen.status == 0 && seen.stderr == "", "\(seen)")
    #expect(try SixtyClaims.found(in: box, names) == Set(expected))

    let told = try #require(
      seen.stdout.wholeMatch(of: /(\d+) keys, 60 claims made, (\d\.\d\d) keys per claim\n/))
    let keys = try #require(Int(told.1))
    #expect(Double(keys) / 60 <= 2.2, "\(seen.stdout)")
    #expect(try box.run("check").status == 0)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["POSTIL_RECORD"] != nil, "not recording"))
  func `the session is written anew`() throws {
    let box = try Sandbox()
    _ = try ThirtyPosts.importAll(into: box)
    var composer = try Composer(box)
    let session = try composer.compose(SixtyClaims.expected())
    try Data(session.utf8).write(to: URL(filePath: Self.session))
    Issue.record("recorded the session")
  }

  @Test func `a replay on a screen ends with the count, and may be written down again`()
    async throws
  {
    guard Tmux.isInstalled else { return }
    let box = try Sandbox()
    let names = try ThirtyPosts.importAll(into: box)
    let copy = box.folder.appending(path: "copy.keys").path
    let screen = try box.terminal(
      "'\(Program.path)' '\(box.notebook.path)' --replay '\(Self.session)' --record '\(copy)'"
        + "; printf 'left with %s\\n' $?", rows: 40, columns: 120)
    try await screen.wait(for: "left with 0")
    try await screen.wait(for: "60 claims made")
    #expect(try SixtyClaims.found(in: box, names) == Set(SixtyClaims.expected()))
    let script = { (path: String) in
      try KeyScript(parsing: try String(contentsOfFile: path, encoding: .utf8), file: path).keys
    }
    #expect(try script(copy) == script(Self.session))
  }

  @Test func `what is no session is refused`() throws {
    let box = try Sandbox(withNotes: true)
    let file = box.folder.appending(path: "wrong.keys")
    try Data("j\nnokey\n".utf8).write(to: file)
    let wrong = try box.run("--replay", file.path)
    #expect(
      wrong.status == 1 && wrong.stderr.contains("wrong.keys:2: “nokey” is no key"), "\(wrong)")
    #expect(try box.run("--replay", "/nowhere.keys").status == 1)
    #expect(try box.run("--stay").status == 64)
  }
}
