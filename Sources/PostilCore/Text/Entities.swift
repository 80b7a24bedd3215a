/// A cashtag, mention, hashtag or link in a text.
public struct Entity: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case cashtag, mention, hashtag, link
  }

  public var kind: Kind
  /// Half-open, code points.
  public var range: Range<Int>
  /// As written, with its `$`, `@` or `#`.
  public var text: String

  public init(_ kind: Kind, _ range: Range<Int>, _ text: String) {
    self.kind = kind
    self.range = range
    self.text = text
  }

  /// All entities of a text in order, found by the rules of twitter-text and of the cashtag grammar.
  public static func all(in scalars: [Unicode.Scalar]) -> [Entity] { [] }
}
