/// What can be told of a post's text by looking at it once: how it is cut, and what it names.
///
/// It takes longer than all else that opens a post, so it is worked out beside the screen.
public struct TextFacts: Hashable, Sendable {
  /// Words, sentences and paragraphs.
  public let segments: Segments
  /// Links, names and the like, in order.
  public let entities: [Entity]
  /// Numbers and periods, in order.
  public let quantities: [Quantity]
  /// Sentences that rules suggest, in order.
  public let suggestions: [Suggestion]

  /// Looks at all of a post's text; linear in its length.
  public init(_ post: Post) {
    segments = Segments(post.text)
    entities = Entity.all(in: segments.scalars)
    quantities = Quantity.all(in: segments.scalars)
    suggestions = Suggestion.all(
      in: segments, quantities: quantities, posted: post.posted?.day)
  }

  /// Only what it takes to show a text that is there for a moment.
  public init(sketch text: String) {
    segments = Segments(text)
    entities = Entity.all(in: segments.scalars)
    quantities = []
    suggestions = []
  }

  /// Whether these are of that text, code point by code point.
  public func areOf(_ text: String) -> Bool {
    segments.scalars.elementsEqual(text.unicodeScalars)
  }
}
