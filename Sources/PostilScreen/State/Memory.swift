internal import PostilCore

/// What a screen remembers of one notebook until it is opened again; losing it loses no research.
public struct Memory: Hashable, Sendable, Codable {
  /// The topics used last, newest first.
  public var recentTags: [String] = []

  /// Nothing yet.
  public init() {}
}

extension State {
  /// What is to be kept for the next time.
  public var memory: Memory {
    get {
      var memory = Memory()
      memory.recentTags = recentTags
      return memory
    }
    set { recentTags = newValue.recentTags.filter { TagName.typed($0) == $0 } }
  }
}
