extension QuantityReader {
  /// The number or range that begins at a token, with the words around it; `free` is the first
  /// token that they may be taken from.
  func number(at index: Int, from free: Int) -> (Quantity, end: Int)? {
    guard let first = term(at: index, from: free) else { return nil }
    var lead = Limits()
    var start = first.start
    take(before: &start, from: free, into: &lead)

    var low = first.amount
    var high = low
    var unit = first.unit
    var end = first.end
    var hasScale = first.hasScale
    if let second = rangeEnd(after: first, lead: lead) {
      low = second.low
      high = second.term.amount
      unit = second.term.unit ?? unit
      end = second.term.end
      hasScale = true
    } else if first.isSpelled, unit == nil {
      return nil
    }
    // A hyphen joins a bare number to what it is none of: `5-star`, `3-for-1`.
    if unit == nil, !hasScale, low == high, mark(end) == "-" || mark(end) == "/", isGlued(end),
      isGlued(end + 1)
    {
      return nil
    }

    take(after: &end, into: &lead)
    let per = per(at: &end)
    let qualifier = qualifier(at: &end)
    return (
      Quantity(
        value: .number(low...high), unit: unit ?? .none, per: per,
        isApproximate: lead.isApproximate, bound: lead.bound, qualifier: qualifier,
        range: tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound), end
    )
  }

  /// The second number of `50–60k`, `5% to 6%`, `between 5 and 6%`, and the first as it is then.
  private func rangeEnd(after first: Term, lead: Limits) -> (low: Amount, term: Term)? {
    var next = first.end
    guard goesOn(next) else { return nil }
    switch mark(next) {
    case "-", "–", "—", "−", "~", "～", "〜": break
    default:
      guard word(next) == (lead.isBetween ? "and" : "to"), !lead.isChange else { return nil }
    }
    next += 1
    // The sign of a currency stands before the number.
    let limit = min(next + 4, tokens.count)
    while next < limit, tokens[next].kind != .number {
      guard goesOn(next), tokens[next].kind == .mark || word(next).utf8.count <= 3 else {
        return nil
      }
      next += 1
    }
    guard next < limit, goesOn(next), let second = term(at: next, from: first.end + 1) else {
      return nil
    }
    var end = second
    if let unit = first.unit, second.unit != unit {
      guard second.unit == nil, unit.dimension == .money else { return nil }
      end.unit = unit
    }
    let scaled = first.amount.scaled(by: first.hasScale ? 0 : second.scale)
    let low = scaled < second.amount ? scaled : first.amount
    return low < second.amount ? (low, end) : nil
  }
}
