import PostilCore
import Testing

@testable import PostilScreen

/// A screen that is kept as a golden: how one comes to it, and the name of its files.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  /// What is pressed, by the names of the keys.
  let keys: String
  let desk: Desk
  /// What the world says before the keys are pressed, or what no key of a test can do.
  let prepare: @Sendable (inout Stage) throws -> Void

  init(
    _ name: String, _ keys: String,
    desk: Desk = Cast.desk,
    prepare: @escaping @Sendable (inout Stage) throws -> Void = { _ in }
  ) {
    self.name = name
    self.keys = keys
    self.desk = desk
    self.prepare = prepare
  }

  /// The stage with this screen on it.
  func staged(rows: Int, columns: Int) throws -> Stage {
    var stage = try Stage(desk, rows: rows, columns: columns)
    try prepare(&stage)
    if !keys.isEmpty { try stage.press(keys) }
    return stage
  }

  var testDescription: String { name }

  /// What every scene is recorded at: columns and rows.
  static let sizes = [(80, 24), (140, 40), (60, 16)]
}
