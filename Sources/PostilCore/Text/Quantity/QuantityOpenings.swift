/// Which words may begin a number or a period of the calendar: `five`, `March`, `Q3`, `FY26`.
///
/// Most words of a text are none of them, which their first two letters and their length tell.
struct QuantityOpenings {
  /// For each first letter and each second one, or none, the lengths of such words as bits.
  private let lengths: [UInt16]

  static let all = QuantityOpenings(
    Array(QuantityLeads.spelled.keys) + QuantityReader.months
      + QuantityReader.months.map { String($0.prefix(3)) }
      + ["sept", "q", "h", "fy", "cy", "fiscal"])

  private init(_ words: [String]) {
    var lengths = [UInt16](repeating: 0, count: 26 * 27)
    for word in words {
      let word = Array(word.unicodeScalars)
      guard let place = Self.place(of: word[...]) else { continue }
      lengths[place] |= 1 << word.count
    }
    self.lengths = lengths
  }

  /// Whether a word may be one of them in whatever case; never false for one that is.
  func mayHold(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard word.count < UInt16.bitWidth, let place = Self.place(of: word) else { return false }
    return lengths[place] & (1 << word.count) != 0
  }

  private static func place(of word: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = word.first.flatMap(letter) else { return nil }
    guard word.count > 1 else { return first * 27 }
    return letter(word[word.startIndex + 1]).map { first * 27 + $0 + 1 }
  }

  /// 0 for an A to 25 for a Z.
  private static func letter(_ scalar: Unicode.Scalar) -> Int? {
    scalar.isLetterASCII ? Int(scalar.value | 0x20) - 0x61 : nil
  }
}
