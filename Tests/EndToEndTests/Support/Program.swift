import Foundation
import Testing

/// The built program, and what the tests know of the machine.
enum Program {
  /// The program that was built with the tests: it lies beside them.
  static let path: String = {
    let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let places = [
      tests.deletingLastPathComponent().appending(path: "postil"),
      root.appending(path: ".build/debug/postil"),
    ]
    return places.map(\.path).first(where: FileManager.default.isExecutableFile) ?? "postil"
  }()

  /// The sample notebook of the repository.
  static let notes = URL(filePath: #filePath).appending(path: "../../../../Notes").standardized.path

  /// Of this run of the tests alone, and gone with it: another one may be of another version.
  private static let home: String = {
    atexit { try? FileManager.default.removeItem(atPath: Program.home) }
    return NSTemporaryDirectory() + "postil-tests-home-\(getpid())"
  }()

  /// The path of a folder for one test, which is not there yet; gone when the tests end.
  static func freshFolder() -> String { home + "/\(UUID().uuidString)" }

  /// What a program is started with: nothing of the tester's own settings.
  static func environment(_ more: [String: String] = [:]) -> [String: String] {
    let own = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": home, "XDG_CACHE_HOME": home + "/cache", "XDG_STATE_HOME": home + "/state",
      "XDG_CONFIG_HOME": home + "/config",
      "LANG": "C.UTF-8", "TERM": "xterm-256color",
    ]
    return own.merging(more) { $1 }
  }
}

/// Waits for something to become true, without holding a thread; records an issue when it does not.
func eventually(
  _ what: Comment, within limit: Duration = .seconds(60),
  sourceLocation: SourceLocation = #_sourceLocation, _ condition: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + limit
  while try await !condition() {
    guard ContinuousClock.now < end else {
      Issue.record(what, sourceLocation: sourceLocation)
      return
    }
    try await Task.sleep(for: .milliseconds(10))
  }
}
