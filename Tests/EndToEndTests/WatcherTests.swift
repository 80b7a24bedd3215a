import Foundation
import Testing

@testable import postil

#if os(Linux)
  @Suite(.timeLimit(.minutes(10)))
  struct WatcherTests: ~Copyable {
    private let root: URL
    private let watcher: Watcher

    init() throws {
      root = FileManager.default.temporaryDirectory.appending(path: "watched-\(UUID().uuidString)")
      try FileManager.default.createDirectory(
        at: root.appending(path: "posts/2025"), withIntermediateDirectories: true)
      watcher = Watcher(root.path)
      #expect(watcher.start())
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    private func write(_ path: String, atomically: Bool = false) throws {
      try Data("text".utf8).write(
        to: root.appending(path: path), options: atomically ? .atomic : [])
    }

    /// Takes changes until all these paths were told.
    private func expect(
      _ paths: Set<String>, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      var seen: Set<String> = []
      try await eventually("\(paths) are told", sourceLocation: sourceLocation) {
        if case .paths(let more) = watcher.take() { seen.formUnion(more) }
        return seen.isSuperset(of: paths)
      }
    }

    @Test func `nothing is told when nothing happens`() {
      #expect(watcher.take().isEmpty)
    }

    @Test func `files written, replaced and removed are told`() async throws {
      try write("postil.yaml")
      try await expect(["postil.yaml"])
      try write("posts/2025/a.md", atomically: true)
      try await expect(["posts/2025/a.md"])
      try FileManager.default.moveItem(
        at: root.appending(path: "posts/2025/a.md"), to: root.appending(path: "posts/b.md"))
      try await expect(["posts/2025/a.md", "posts/b.md"])
      try FileManager.default.removeItem(at: root.appending(path: "posts/b.md"))
      try await expect(["posts/b.md"])
    }

    @Test func `folders that come later are watched, with what is in them already`() async throws {
      let new = root.appending(path: "notes/deep/deeper")
      try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
      try write("notes/deep/deeper/a.md")
      try await expect(["notes/deep/deeper/a.md"])
      try write("notes/deep/b.md")
      try await expect(["notes/deep/b.md"])
    }

    @Test func `a folder that moves away makes everything doubtful, and is forgotten`() async throws
    {
      let outside = root.deletingLastPathComponent().appending(
        path: root.lastPathComponent + "-out")
      try FileManager.default.moveItem(at: root.appending(path: "posts"), to: outside)
      try await eventually("everything is doubtful") { watcher.take() == .everything }
      try Data().write(to: outside.appending(path: "2025/a.md"))
      #expect(watcher.take().isEmpty)
      try FileManager.default.removeItem(at: outside)
    }

    @Test func `what begins with a dot is nobody's business`() async throws {
      try write(".hidden")
      try FileManager.default.createDirectory(
        at: root.appending(path: ".git/refs"), withIntermediateDirectories: true)
      try write(".git/refs/a")
      try write("seen.md")
      var seen: Set<String> = []
      try await eventually("seen.md is told") {
        if case .paths(let more) = watcher.take() { seen.formUnion(more) }
        return seen.contains("seen.md")
      }
      #expect(seen == ["seen.md"])
    }
  }
#endif
