public import Foundation

/// The samples beside the repository; tests that read them are skipped where they are not.
public enum Samples {
  /// The folder, whether it is there or not.
  public static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/samples").standardizedFileURL

  /// Whether tests can read them.
  public static var arePresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// Where one of them lies.
  public static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// What one of them holds.
  public static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }
}
