import Foundation

/// Texts that others wrote, beside the package where a reviewer has them; tests skip without them.
enum Samples {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/samples")

  static var exist: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }
}
