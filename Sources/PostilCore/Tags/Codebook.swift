/// All tags of a notebook: which name leads to which tag, and how they stand under each other.
public struct Codebook: Hashable, Sendable {
  /// A line of the hierarchy.
  public struct Row: Hashable, Sendable {
    /// The tag.
    public let tag: TagCount
    /// How many tags stand above it.
    public let depth: Int
  }

  /// As the catalog gives them.
  public let tags: [TagCount]
  private let names: [String: Int]
  private let aliases: [String: String]

  /// The codebook of a notebook's tags.
  public init(_ tags: [TagCount]) {
    self.tags = tags
    var names: [String: Int] = [:]
    var aliases: [String: String] = [:]
    for (index, tag) in tags.enumerated() {
      let folded = Fold.folded(tag.name)
      // Of names that differ only in case the one that is used most goes first.
      names[folded] = names[folded] ?? index
      for alias in tag.aliases.map(Fold.folded) {
        // An alias of two tags leads to the first of them by name.
        aliases[alias] = min(aliases[alias] ?? tag.name, tag.name)
      }
    }
    self.names = names
    self.aliases = aliases
  }

  /// The tag of exactly this name, else the one that differs in case or accents.
  public func tag(_ name: String) -> TagCount? {
    tags.first { TagName.isSame($0.name, name) } ?? names[Fold.folded(name)].map { tags[$0] }
  }

  /// The tag that a name leads to: through an alias of it or of what it stands below; itself when no
  /// alias does.
  public func canonical(_ name: String) -> String {
    guard names[Fold.folded(name)] == nil else { return name }
    for place in [name] + TagName.ancestors(of: name) {
      guard let target = aliases[Fold.folded(place)], !TagName.isBelow(name, target) else {
        continue
      }
      return TagName.moved(name, from: place, to: target) ?? name
    }
    return name
  }

  /// Every tag in the order of the names, those below a tag right behind it.
  public var rows: [Row] {
    let places = tags.map { tag in
      (tag: tag, parts: tag.name.split(separator: "/").map { (Fold.folded($0), String($0)) })
    }
    return places.sorted { one, other in
      for (part, against) in zip(one.parts, other.parts) where part != against {
        return part < against
      }
      return one.parts.count < other.parts.count
    }.map { Row(tag: $0.tag, depth: $0.parts.count - 1) }
  }
}
