/// What a list of posts can be cut into, each part under a heading.
public enum PostGrouping: String, CaseIterable, Sendable, Codable {
  case author, ticker, day, thread

  /// The order that puts together what belongs together.
  public var key: PostSort.Key {
    switch self {
    case .author: .author
    case .ticker: .ticker
    case .day: .date
    case .thread: .thread
    }
  }

  fileprivate init?(_ key: PostSort.Key) {
    guard let grouping = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = grouping
  }
}

extension PostSort {
  /// The order of a list that is cut into groups.
  public init(groupedBy grouping: PostGrouping, isReversed: Bool = false) {
    self.init(grouping.key, isReversed: isReversed)
    isGrouped = true
  }

  /// What the list is cut into; nil when it is not.
  public var grouping: PostGrouping? { isGrouped ? PostGrouping(key) : nil }
}

/// A part of a grouped list: what its posts have in common.
public struct PostSection: Hashable, Sendable, Codable {
  /// What tells it from others: a folded name, a ticker, a day, the first post of a thread.
  public var id: String
  /// The heading: the author, `$IREN`, `2026-11-21 Saturday`, author and day of a thread.
  public var name: String

  /// A part by what its posts have in common.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// How many rows of a list stand in one of its groups.
public struct SectionCount: Hashable, Sendable, Codable {
  /// As in `PostSection.id`.
  public var id: String
  /// Rows, those beneath others included.
  public var count: Int

  /// A group and its rows.
  public init(id: String, count: Int) {
    self.id = id
    self.count = count
  }
}
