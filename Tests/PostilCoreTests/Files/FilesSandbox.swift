import Foundation

@testable import PostilCore

/// A notebook in a folder of its own that goes when the test ends.
final class FilesSandbox: Sendable {
  let folder: String
  let notebook: Notebook
  var undoFolder: String { folder + "/state/undo" }

  init() throws {
    folder = NSTemporaryDirectory() + "/postil-files-\(UUID().uuidString)"
    notebook = try Notebook.create(at: folder + "/notebook", title: "Sample")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ text: String, to path: String) throws {
    try notebook.disk.write(text, to: notebook.absolute(path))
  }

  @discardableResult func add(_ post: Post) throws -> String {
    let path = Layout.path(ofPost: post.id, posted: post.posted)
    try write(PostFile.text(for: post), to: path)
    return path
  }

  /// Every file of the notebook with its bytes.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let all = FileManager.default.enumerator(atPath: notebook.root)
    while let path = all?.nextObject() as? String {
      if let bytes = try? notebook.disk.read(notebook.absolute(path)) { files[path] = bytes }
    }
    return files
  }
}
