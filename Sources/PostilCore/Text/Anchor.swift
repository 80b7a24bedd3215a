/// Finds quoted words in a text.
public enum Anchor {
  /// Where a quote stands in a text: exactly as written, else after folding case, white space,
  /// quotes and dashes. Half-open, code points; several when the words stand more than once.
  public static func places(of quote: String, in text: [Unicode.Scalar]) -> [Range<Int>] { [] }
}
