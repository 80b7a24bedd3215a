/// Where a run of scalars stands in another, without overlaps, found in linear time.
///
/// The search is that of Knuth, Morris and Pratt (1977): foreign text must not make it quadratic.
struct Occurrences: Sequence, IteratorProtocol {
  private let pattern: [Unicode.Scalar]
  private let text: [Unicode.Scalar]
  /// How much of the pattern still fits when it fails after so many scalars.
  private var borders: [Int] = [0]
  private var index = 0

  init(of pattern: [Unicode.Scalar], in text: [Unicode.Scalar]) {
    self.pattern = pattern
    self.text = text
    for end in pattern.indices.dropFirst() {
      var fit = borders[end - 1]
      while fit > 0, pattern[fit] != pattern[end] { fit = borders[fit - 1] }
      borders.append(pattern[fit] == pattern[end] ? fit + 1 : 0)
    }
  }

  mutating func next() -> Range<Int>? {
    guard !pattern.isEmpty else { return nil }
    var fit = 0
    while index < text.count {
      while fit > 0, pattern[fit] != text[index] { fit = borders[fit - 1] }
      if pattern[fit] == text[index] { fit += 1 }
      index += 1
      if fit == pattern.count { return index - fit..<index }
    }
    return nil
  }
}
