internal import PostilCore

/// What a screen remembers of one notebook until it is opened again; losing it loses no research.
public struct Memory: Hashable, Sendable, Codable {
  /// The topics used last, newest first.
  public var recentTags: [String] = []

  /// The filters that were used, oldest first.
  public var filters: [String] = []

  /// Whether lists have a preview under them; nil when that is up to the size of the screen.
  public var previews: Bool?

  /// Whether the terminal's background was light the last time; nil when nobody asked so far.
  public var isOnLight: Bool?

  /// What was searched for, oldest first.
  public var searches: [String] = []

  /// Nothing yet.
  public init() {}

  /// Takes what is there: an older program remembered less.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    recentTags = try fields.decodeIfPresent([String].self, forKey: .recentTags) ?? []
    filters = try fields.decodeIfPresent([String].self, forKey: .filters) ?? []
    previews = try fields.decodeIfPresent(Bool.self, forKey: .previews)
    isOnLight = try fields.decodeIfPresent(Bool.self, forKey: .isOnLight)

    searches = try fields.decodeIfPresent([String].self, forKey: .searches) ?? []
  }
}

extension State {
  /// What is to be kept for the next time.
  public var memory: Memory {
    get {
      var memory = Memory()
      memory.recentTags = recentTags
      memory.filters = filters
      memory.previews = previews
      memory.isOnLight = knowsBackground ? isOnLight : nil

      memory.searches = searches
      return memory
    }
    set {
      recentTags = newValue.recentTags.filter { TagName.typed($0) == $0 }
      filters = newValue.filters
      previews = newValue.previews
      if let isLight = newValue.isOnLight {
        knowsBackground = true
        take(backgroundIsLight: isLight)
      }

      searches = newValue.searches
    }
  }
}
