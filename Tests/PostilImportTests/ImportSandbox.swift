import Foundation

@testable import PostilCore
@testable import PostilImport

/// A notebook in a temporary folder, and imports into it.
struct ImportSandbox: ~Copyable {
  let notebook: Notebook
  let now = Instant(seconds: 1_760_000_000)

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    notebook = try Notebook.create(at: folder.path, title: nil)
  }

  deinit { try? FileManager.default.removeItem(atPath: notebook.root) }

  /// Imports and carries the change out.
  @discardableResult
  func take(_ sources: [Source], _ adjust: (inout ImportOptions) -> Void = { _ in }) throws
    -> ImportPlan
  {
    var options = ImportOptions(now: now)
    adjust(&options)
    let plan = try importing(sources, options: options, into: notebook)
    if let change = plan.change { try notebook.apply(change) }
    return plan
  }

  @discardableResult
  func take(_ text: String, named name: String = "a.txt", split: SplitMode = .none) throws
    -> ImportPlan
  {
    try take([Source(name: name, bytes: Array(text.utf8))]) { $0.split = split }
  }

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: notebook.root).appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Every file under `posts/` with its text.
  var files: [String: String] {
    let posts = notebook.root + "/posts"
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: posts)) ?? []
    var files: [String: String] = [:]
    for name in names where name.hasSuffix(".md") {
      files[name] = (try? Data(contentsOf: URL(fileURLWithPath: "\(posts)/\(name)"))).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return files
  }

  /// The texts of all posts by id.
  var posts: [String: Post] {
    files.reduce(into: [:]) { posts, file in
      posts[Layout.id(of: file.key)] = try? PostFile.read(Document(file.value), path: file.key)
    }
  }
}
