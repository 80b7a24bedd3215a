import Foundation
import PostilCore
import PostilIndex

/// A notebook in a folder of its own, gone when the test is over.
final class Shelf {
  let root: String
  let cache: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("postil-index-\(UUID().uuidString)").path
    root = folder + "/notebook"
    cache = folder + "/cache"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    try write("postil.yaml", "format: 1\n")
  }

  deinit {
    try? FileManager.default.removeItem(
      at: URL(fileURLWithPath: root).deletingLastPathComponent())
  }

  var notebook: Notebook { get throws { try Notebook(at: root) } }

  /// The index as it lies in the cache, brought up to date.
  func index(folder: String? = nil) throws -> Index {
    let index = try Index(folder: folder ?? cache, of: notebook)
    _ = try index.reconcile { _, _ in true }
    return index
  }

  func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url, options: .atomic)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: root + "/" + path)
  }

  func move(_ path: String, to other: String) throws {
    let url = URL(fileURLWithPath: root + "/" + other)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: root + "/" + path, toPath: url.path)
  }

  func post(_ id: String, _ text: String, _ keys: String...) throws {
    let front = (["id: \(id)", "kind: post"] + keys).joined(separator: "\n")
    try write("posts/2025/10/\(id).md", "---\n\(front)\n---\n\n\(text)\n")
  }

  func claim(_ id: String, on post: String?, _ quote: String, _ keys: String..., body: String = "")
    throws
  {
    let link = post.map { ["post: \"[[\($0)]]\""] } ?? []
    let front = (["id: \(id)", "kind: claim"] + link + keys).joined(separator: "\n")
    try write("claims/2026/\(id).md", "---\n\(front)\n---\n\n> \(quote)\n\(body)")
  }

  func margin(_ post: String, _ text: String, tags: String...) throws {
    let front = ["kind: note", "post: \"[[\(post)]]\"", "tags:"] + tags.map { "  - \($0)" }
    try write(
      "notes/on-\(post).md", "---\n\(front.joined(separator: "\n"))\n---\n\n\(text)\n")
  }
}

/// 3 November 2025, the day on which the tests happen.
let testDay = Day(number: 20_395)
