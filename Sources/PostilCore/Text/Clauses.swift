extension Clusters {
  /// The clauses of a sentence; together they hold all of it but the white space between them.
  func clauses(in sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = sentence.lowerBound
    // Whether the clause has a word yet: a bullet is not a clause.
    var hasWord = false
    var depth = 0
    for index in sentence where index >= start {
      if kinds[index].isWord { hasWord = true }
      if kinds[index] == .opening { depth += 1 }
      if kinds[index] == .closing { depth = max(0, depth - 1) }
      guard hasWord, depth == 0, endsClause(index, in: sentence) else { continue }
      let next = skippingBlanks(from: index + 1, to: sentence.upperBound)
      guard next < sentence.upperBound else { break }
      found.append(start..<index + 1)
      start = next
      hasWord = false
    }
    if !hasWord, let last = found.popLast() { start = last.lowerBound }
    found.append(start..<sentence.upperBound)
    return found
  }

  private func endsClause(_ index: Int, in sentence: Range<Int>) -> Bool {
    let next = index + 1
    guard next < sentence.upperBound else { return false }
    switch self[index] {
    case "，", "；", "：", "—":
      return true
    case ";", ":":
      return isBlank(next)
    case "-", "–", "―":
      guard index > sentence.lowerBound, isBlank(index - 1), isBlank(next) else { return false }
      // A range such as `50 - 60k` is not two clauses.
      let after = skippingBlanks(from: next, to: sentence.upperBound)
      return !(kinds[max(index - 2, sentence.lowerBound)] == .digit && kinds[after] == .digit)
    case ",":
      guard isBlank(next) else { return false }
      let word = skippingBlanks(from: next, to: sentence.upperBound)
      return Self.conjunctions.contains(letters(from: word, to: sentence.upperBound).lowercased())
    default:
      return false
    }
  }

  private static let conjunctions: Set<String> = [
    "and", "but", "or", "nor", "while", "which", "so", "because", "although", "though", "yet",
    "whereas", "since", "when", "if", "as", "unless", "until", "where", "who",
  ]
}
