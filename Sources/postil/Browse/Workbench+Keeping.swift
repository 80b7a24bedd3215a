import Foundation
import PostilCore

extension Workbench {
  /// Keeps a text that could not be saved, outside the notebook; answers the file's path.
  func keep(
    _ text: String, as name: String,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Problem) -> String {
    let folder = Folders(for: notebook, environment: environment).state + "/unsaved"
    let path = "\(folder)/\(now.description.replacing(":", with: "")) \(name).md"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Problem("a text cannot be kept: \(error.localizedDescription)", at: .init(path))
    }
    return path
  }
}
