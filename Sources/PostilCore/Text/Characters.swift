/// The grapheme clusters of a text, one after the other, as iterating over it gives them but sooner.
///
/// ASCII before more of it is a cluster of its own (UAX 29 joins nothing to it but CR and LF), which is
/// known without the tables that all else is looked up in.
public struct Characters: Sequence, IteratorProtocol {
  private let text: String
  private var place: String.Index

  /// Begins with the first cluster of `text`.
  public init(_ text: some StringProtocol) {
    self.text = String(text)
    place = self.text.startIndex
  }

  /// The next cluster; nil at the end.
  public mutating func next() -> Character? {
    let bytes = text.utf8
    guard place < bytes.endIndex else { return nil }
    let byte = bytes[place]
    if byte < 0x80, byte != 0x0D {
      let after = bytes.index(after: place)
      if after == bytes.endIndex || bytes[after] < 0x80 {
        place = after
        return Character(Unicode.Scalar(byte))
      }
    }
    defer { place = text.index(after: place) }
    return text[place]
  }
}
