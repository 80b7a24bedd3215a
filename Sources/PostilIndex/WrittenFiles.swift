public import PostilCore

/// Files that were just written: where they sort by date is known without reading them again.
public struct WrittenFiles: Sendable {
  /// The files, relative to the root; nil when they are more than a few.
  public private(set) var paths: [String]? = []
  /// Where they sort, by what their paths hash to: there may be a million.
  private var places: [Int: Int] = [:]
  /// Of more than so many the index finds out by itself.
  private static let few = 500

  /// None.
  public init() {}

  /// Takes note of all files of a change, those that it deleted too.
  public mutating func take(_ change: Change) {
    paths = (paths ?? []).count + change.files.count > Self.few ? nil : paths
    paths?.append(contentsOf: change.files.map(\.path))
    for file in change.files {
      guard let head = file.after?.utf8.prefix(2_048) else { continue }
      places[file.path.hashValue] = Arrival.place(of: head)
    }
  }

  /// Where a post sorts by date; nil when nobody has just written it.
  func place(of path: String) -> Int? {
    places.isEmpty ? nil : places[path.hashValue]
  }
}
