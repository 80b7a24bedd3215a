public import PostilCore

/// Files that were just written: where they sort by date is known without reading them again.
public struct WrittenFiles: Sendable {
  /// Relative to the root, in no order.
  public var paths: [String] { Array(places.keys) }
  private(set) var places: [String: Int] = [:]

  /// None.
  public init() {}

  /// Takes note of all files of a change, those that it deleted too.
  public mutating func take(_ change: Change) {
    for file in change.files {
      let head = file.after.map { $0.utf8.prefix(2_048) }
      places[file.path] = head.map { Arrival.place(of: $0) } ?? 0
    }
  }
}
