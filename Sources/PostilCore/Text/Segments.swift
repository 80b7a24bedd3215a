/// A text cut into words, clauses, sentences and paragraphs.
///
/// All ranges are half-open, in code points, in order, without surrounding white space, and never
/// cut a grapheme cluster.
public struct Segments: Hashable, Sendable {
  public let scalars: [Unicode.Scalar]
  public let words: [Range<Int>]
  public let clauses: [Range<Int>]
  public let sentences: [Range<Int>]
  public let paragraphs: [Range<Int>]

  public init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    words = []
    clauses = []
    sentences = []
    paragraphs = []
  }

  /// The text of a range of code points.
  public func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }
}
