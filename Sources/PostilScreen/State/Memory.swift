internal import PostilCore

/// What a screen remembers of one notebook until it is opened again; losing it loses no research.
public struct Memory: Hashable, Sendable, Codable {
  /// The topics used last, newest first.
  public var recentTags: [String] = []

  /// The filters that were used, oldest first.
  public var filters: [String] = []

  /// Nothing yet.
  public init() {}

  /// Takes what is there: an older program remembered less.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    recentTags = try fields.decodeIfPresent([String].self, forKey: .recentTags) ?? []
    filters = try fields.decodeIfPresent([String].self, forKey: .filters) ?? []
  }
}

extension State {
  /// What is to be kept for the next time.
  public var memory: Memory {
    get {
      var memory = Memory()
      memory.recentTags = recentTags
      memory.filters = filters
      return memory
    }
    set {
      recentTags = newValue.recentTags.filter { TagName.typed($0) == $0 }
      filters = newValue.filters
    }
  }
}
