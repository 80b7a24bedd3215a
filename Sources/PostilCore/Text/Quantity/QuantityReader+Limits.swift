extension QuantityReader {
  /// What the words around a number say of it.
  struct Limits {
    var isApproximate = false
    var bound = Quantity.Bound.exact
    var isBetween = false
    var isChange = false

    mutating func add(_ lead: QuantityLeads.Lead) {
      switch lead {
      case .approximate: isApproximate = true
      case .bound(let bound): self.bound = bound
      case .between: isBetween = true
      case .change: isChange = true
      }
    }
  }

  /// Takes what limits the number that begins at `start`, outwards.
  func take(before start: inout Int, from free: Int, into limits: inout Limits) {
    for _ in 0..<3 {
      guard let (lead, from) = lead(before: start, from: free) else { return }
      limits.add(lead)
      // `from` says how to read what follows, and is not part of it.
      if case .change = lead { return }
      start = from
    }
  }

  /// The longest lead of up to four tokens that ends right before `start`.
  private func lead(before start: Int, from free: Int) -> (QuantityLeads.Lead, Int)? {
    var found: (QuantityLeads.Lead, Int)?
    var phrase = ""
    var index = start
    while index > free, start - index < 4, goesOn(index) {
      let gap = index == start || isGlued(index) ? "" : " "
      index -= 1
      let token = tokens[index]
      guard token.kind == .word || token.kind == .mark, token.range.count <= 13 else { break }
      phrase = text(index..<index + 1).lowercased() + gap + phrase
      // `hash>3` and `X~5` are no limits of a number, nor is the end of a word one.
      guard let lead = QuantityLeads.before[phrase],
        token.kind == .mark || !isGlued(index) || tokens[index - 1].kind == .mark
      else { continue }
      found = (lead, index)
    }
    return found
  }

  /// Takes `+`, `or more` and the like after the number.
  func take(after end: inout Int, into limits: inout Limits) {
    guard goesOn(end) else { return }
    for count in [2, 1] where end + count <= tokens.count {
      guard count == 1 || goesOn(end + 1), tokens[end + count - 1].range.count <= 5,
        let lead = QuantityLeads.after[text(end..<end + count).lowercased()],
        // `5 + 3` is a sum, and `5+3` too.
        tokens[end].kind == .word
          || (isGlued(end) && !(isGlued(end + count) && tokens[end + count].kind != .mark))
      else { continue }
      limits.add(lead)
      end += count
      return
    }
  }

  /// Takes `/kWh`, `per year`, `a day`, `p.a.`; what one of it is for.
  func per(at end: inout Int) -> String? {
    guard goesOn(end), goesOn(end + 1) else { return nil }
    let next = end + 1
    let isWord = word(end) == "per" || ((word(end) == "a" || word(end) == "an") && isTime(next))
    guard tokens[next].kind == .word, tokens[next].range.count <= 16,
      isWord || (mark(end) == "/" && isGlued(end) && isGlued(next))
    else { return nil }
    let unit = text(next..<next + 1)
    guard unit.lowercased() != "cent" else { return nil }
    end = next + 1
    return QuantityUnits.unit(named: unit)?.symbol ?? unit
  }

  private func isTime(_ index: Int) -> Bool {
    QuantityUnits.unit(named: word(index))?.dimension == .time
  }

  /// Takes `(IT load)`, `YoY`, `year-over-year`: what the number is further said to be.
  func qualifier(at end: inout Int) -> String? {
    guard goesOn(end) else { return nil }
    if mark(end) == "(", !isGlued(end) || tokens[end - 1].kind != .mark {
      var close = end + 1
      while goesOn(close), close - end <= 5,
        tokens[close].kind == .word
          || (isGlued(close) && mark(close).map({ $0 == "-" || $0 == "/" || $0 == "." }) ?? false)
      {
        close += 1
      }
      guard close > end + 1, tokens[end + 1].kind == .word, mark(close) == ")", goesOn(close) else {
        return nil
      }
      defer { end = close + 1 }
      return text(end + 1..<close)
    }
    for count in stride(from: 5, through: 1, by: -1) where end + count <= tokens.count {
      guard (end + 1..<end + count).allSatisfy(goesOn), tokens[end].kind == .word,
        QuantityLeads.qualifiers.contains(text(end..<end + count).lowercased()),
        !isGlued(end + count) || tokens[end + count].kind == .mark
      else { continue }
      defer { end += count }
      return text(end..<end + count)
    }
    return nil
  }
}
