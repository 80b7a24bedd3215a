import PostilCore

/// A way to find something in bytes of UTF-8.
struct TextSearch {
  /// Whether it may be looked for in many texts at once: it never reaches over a NUL.
  let isAnywhere: Bool
  private let pattern: Pattern
  /// Bytes of what an expression is made of.
  private static let longest = 200

  /// Nil for what has to be folded first.
  ///
  /// - Throws: when an expression cannot be read.
  init?(_ scan: Scan) throws(Problem) {
    switch scan {
    case .part(let part, _):
      guard 1...Self.longest ~= part.utf8.count, let forms = Scan.forms(of: part) else {
        return nil
      }
      let choices = forms.map { Nearness.literal(String(decoding: $0, as: UTF8.self)) }
      pattern = try Pattern(choices.sorted().joined(separator: "|"))
      isAnywhere = true
    case .pattern(let source):
      pattern = try Pattern(source)
      isAnywhere = Pattern.isLiteral(source)
    }
  }

  /// Finds words by an expression of `Words.pattern`.
  ///
  /// - Throws: when there is no memory for it.
  init(words source: String) throws(Problem) {
    pattern = try Pattern(ofAnyLength: source)
    isAnywhere = true
  }

  /// A byte of the first place from an offset on; nil when there is none.
  ///
  /// - Throws: when finding it costs too much.
  func place(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) throws(Problem) -> Int? {
    try pattern.end(in: text, from: start).map { max(start, $0 - 1) }
  }
}
