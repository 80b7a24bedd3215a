import Foundation
import PostilCore
import PostilImport

/// A notebook with the lessons in it, which can be played with and is thrown away afterwards.
struct TutorNotebook {
  /// Its folder; cache and state lie beside it, so that nothing stays behind.
  let folder: String
  let workbench: Workbench

  /// Makes it in a new folder.
  ///
  /// - Throws: when it cannot be written.
  init() throws(Problem) {
    let base = FileManager.default.temporaryDirectory.appending(path: "postil-\(UUID().uuidString)")
    folder = base.path
    let notebook = try Notebook.create(at: folder + "/tutor", title: "Five minutes with Postil")
    let environment = ["XDG_CACHE_HOME": folder + "/cache", "XDG_STATE_HOME": folder + "/state"]
    workbench = try Workbench(notebook: notebook.root, environment: environment)
    let lines = Lessons.texts.enumerated().map { index, text in
      JSONText.object([
        .init("id", .string("lesson-\(index + 1)")), .init("author", .string("@tutor")),
        .init("created_at", .string("2026-01-0\(9 - index)T08:00:00Z")),
        .init("text", .string(text)),
      ]).compact
    }
    let source = Source(name: "lessons.jsonl", bytes: Array(lines.joined(separator: "\n").utf8))
    let plan = try importing(
      [source], options: ImportOptions(now: workbench.now), into: workbench.notebook)
    if let change = plan.change { try workbench.perform(change) }
  }

  /// Removes everything.
  func remove() {
    try? FileManager.default.removeItem(atPath: folder)
  }
}
