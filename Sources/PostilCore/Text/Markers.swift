extension Clusters {
  /// How many clusters a bullet, emoji, number (`1.` `1)` `(1)` `1/5`) or heading takes at the start
  /// of a line; 0 for none.
  func marker(in line: Range<Int>) -> Int {
    let first = line.lowerBound
    if kinds[first] == .emoji { return emojiRun(from: first, to: line.upperBound) - first }
    if let end = number(at: first, to: line.upperBound) { return end - first }
    switch self[first] {
    case "•", "‣", "◦", "▪", "▫", "●", "○", "■", "□", "▶", "►", "→", "➤", "✓", "✔", "·", "⁃", "∙":
      return 1
    case "-", "–", "—", "*", "+", ">", "»":
      return first + 1 < line.upperBound && isBlank(first + 1) ? 1 : 0
    case "#":
      var end = first
      while end < line.upperBound, self[end] == "#" { end += 1 }
      return end < line.upperBound && isBlank(end) ? end - first : 0
    default:
      return 0
    }
  }

  /// The end of a bracketed number such as `(1)` or `[12]` at `index`.
  func citation(at index: Int, to end: Int) -> Int? {
    guard index < end, self[index] == "(" || self[index] == "[" else { return nil }
    let after = digits(from: index + 1, to: end)
    guard 1...3 ~= after - index - 1, after < end, self[after] == ")" || self[after] == "]" else {
      return nil
    }
    return after + 1
  }

  /// The first index from `index` on that is not an emoji.
  func emojiRun(from index: Int, to end: Int) -> Int {
    var index = index
    while index < end, kinds[index] == .emoji { index += 1 }
    return index
  }

  func digits(from index: Int, to end: Int) -> Int {
    var index = index
    while index < end, kinds[index] == .digit { index += 1 }
    return index
  }

  /// The end of a list number at `index`.
  private func number(at index: Int, to end: Int) -> Int? {
    if let after = citation(at: index, to: end) { return after }
    let after = digits(from: index, to: end)
    guard 1...3 ~= after - index, after < end else { return nil }
    switch self[after] {
    case ")": return after + 1
    case ".": return after + 1 < end && isBlank(after + 1) ? after + 1 : nil
    case "/":
      let total = digits(from: after + 1, to: end)
      return total == end || isBlank(total) ? total : nil
    default: return nil
    }
  }
}
