/// Reads the quantities of a text from its tokens; looks at a bounded number of them around each.
struct QuantityReader {
  let scalars: [Unicode.Scalar]
  let tokens: [QuantityToken]

  init(_ scalars: [Unicode.Scalar], _ entities: [Entity]) {
    self.scalars = scalars
    tokens = QuantityToken.all(in: scalars, entities)
  }

  /// The quantities in order.
  func all() -> [Quantity] {
    var found: [Quantity] = []
    var index = 0
    // The first token that no quantity holds yet.
    var free = 0
    let openings = QuantityOpenings.all
    while index < tokens.count {
      guard mayBegin(at: index, openings),
        let (quantity, end) = period(at: index) ?? number(at: index, from: free)
      else {
        index += 1
        continue
      }
      found.append(quantity)
      index = max(end, index + 1)
      free = index
    }
    return found
  }

  /// Whether a quantity may begin at a token; what it costs is paid for every word of a text.
  func mayBegin(at index: Int, _ openings: QuantityOpenings) -> Bool {
    switch tokens[index].kind {
    case .number: true
    case .word: openings.mayHold(scalars[tokens[index].range])
    case .mark, .entity: false
    }
  }

  /// The text from one token to before another, as written.
  func text(_ range: Range<Int>) -> String {
    guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
    return text(from: first.range.lowerBound, to: last.range.upperBound)
  }

  func text(from start: Int, to end: Int) -> String {
    String(scalars[start..<end])
  }

  /// The word at `index` in lower case; empty for anything else and for a word that is too long.
  func word(_ index: Int) -> String {
    guard tokens.indices.contains(index), tokens[index].kind == .word,
      tokens[index].range.count <= 24
    else { return "" }
    return text(index..<index + 1).lowercased()
  }

  /// The mark at `index`.
  func mark(_ index: Int) -> Unicode.Scalar? {
    guard tokens.indices.contains(index), tokens[index].kind == .mark else { return nil }
    return scalars[tokens[index].range.lowerBound]
  }

  /// Whether a token follows the one before it without a blank.
  func isGlued(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].isGlued }

  /// Whether a token is there and stands in the same line as the one before it.
  func goesOn(_ index: Int) -> Bool {
    tokens.indices.contains(index) && !tokens[index].beginsLine
  }

  /// The number at `index` when it is written in plain digits, so many at most.
  func plain(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard tokens.indices.contains(index), digits.contains(tokens[index].plainDigits) else {
      return nil
    }
    return Int(text(index..<index + 1))
  }
}
