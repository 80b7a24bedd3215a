/// A cashtag, mention, hashtag or link in a text.
public struct Entity: Hashable, Sendable {
  /// What an entity names.
  public enum Kind: String, Sendable {
    case cashtag, mention, hashtag, link
  }

  /// What it names.
  public var kind: Kind
  /// Half-open, code points.
  public var range: Range<Int>
  /// As written, with its `$`, `@` or `#`.
  public var text: String

  /// An entity as found.
  public init(_ kind: Kind, _ range: Range<Int>, _ text: String) {
    self.kind = kind
    self.range = range
    self.text = text
  }

  /// All entities of a text in order, found by the rules of twitter-text and of the cashtag grammar.
  public static func all(in scalars: [Unicode.Scalar]) -> [Entity] {
    let scanner = EntityScanner(scalars: scalars)
    var found: [Entity] = []
    var index = 0
    while index < scalars.count {
      guard let (kind, end) = scanner.entity(at: index) else {
        index = scanner.next(after: index)
        continue
      }
      found.append(Entity(kind, index..<end, String(scalars[index..<end])))
      index = end
    }
    return found
  }
}
