extension QuantityReader {
  /// One number with its sign, currency, scale and unit.
  struct Term {
    var amount: Amount
    var unit: Quantity.Unit?
    /// The power of ten of its scale, 0 without one.
    var scale = 0
    var hasScale: Bool { scale > 0 }
    var isSpelled = false
    /// The first token, and the one after the last.
    var start: Int
    var end: Int
  }

  /// The number at a token; `free` is the first token that its sign may be taken from.
  func term(at index: Int, from free: Int) -> Term? {
    let token = tokens[index]
    var term: Term
    if token.kind == .number {
      guard let amount = token.amount else { return nil }
      term = Term(amount: amount, start: index, end: index + 1)
      takeSigns(into: &term, from: free)
      guard isFree(term, from: free) else { return nil }
    } else {
      guard let (spelled, end) = spelled(at: index) else { return nil }
      term = Term(amount: spelled, isSpelled: true, start: index, end: end)
    }
    takeScale(into: &term)
    takeUnit(into: &term)
    // `3D`, `5th`, `2nd`, `100km2`: letters that are no unit make it a name.
    guard !term.isSpelled || term.unit != nil || goesOn(term.end) else { return nil }
    if isGlued(term.end), tokens[term.end].kind != .mark,
      term.unit == nil || term.unit?.symbol == "x"
    {
      return word(term.end) == "ish" ? term : nil
    }
    return term
  }

  /// `five`, `twenty-five`.
  private func spelled(at index: Int) -> (Amount, end: Int)? {
    guard tokens[index].range.count <= 9, let value = QuantityLeads.spelled[word(index)],
      !isGlued(index) || mark(index - 1) != "-"
    else { return nil }
    if value >= 20, mark(index + 1) == "-", isGlued(index + 2),
      let ones = QuantityLeads.spelled[word(index + 2)], ones < 10
    {
      return (Amount(value + ones), index + 3)
    }
    return (Amount(value), index + 1)
  }

  /// Takes the sign and the currency before a number: `-5`, `$5`, `-$5`, `US$5`, `EUR 5`.
  private func takeSigns(into term: inout Term, from free: Int) {
    takeMinus(into: &term, from: free)
    let before = term.start - 1
    guard before >= free, goesOn(term.start) else { return }
    if let sign = mark(before), let code = QuantityUnits.currency(sign) {
      term.unit = Quantity.Unit(.money, code)
      term.start = before
      if sign == "$", before > free, isGlued(before), tokens[before - 1].kind == .word,
        let code = QuantityUnits.dollar(of: text(before - 1..<before))
      {
        term.unit = Quantity.Unit(.money, code)
        term.start -= 1
      }
      takeMinus(into: &term, from: free)
    } else if tokens[before].kind == .word, tokens[before].range.count <= 4,
      let code = QuantityUnits.currency(code: text(before..<before + 1))
    {
      term.unit = Quantity.Unit(.money, code)
      term.start = before
    }
  }

  private func takeMinus(into term: inout Term, from free: Int) {
    let before = term.start - 1
    guard before >= free, isGlued(term.start), let sign = mark(before), "+-−–±".contains(sign),
      !isGlued(before) || mark(before - 1).map({ "(['\"“".contains($0) }) ?? false
    else { return }
    if sign != "+", sign != "±" { term.amount = -term.amount }
    term.start = before
    // `±5` is approximate, which `Limits` reads.
    if sign == "±" { term.start += 1 }
  }

  /// Whether a number is no part of a name, list, citation, fraction, version or time of day.
  private func isFree(_ term: Term, from free: Int) -> Bool {
    let before = term.start - 1
    if isGlued(term.start) {
      guard tokens[before].kind == .mark else { return false }
      switch mark(before) {
      // The dash of a range.
      case _ where before < free: break
      case "-", "‑", "/", "_", "#", ":", ".", "&", "@", "'", "’", "^", "*":
        if isGlued(before), tokens[before - 1].kind != .mark { return false }
        if let sign = mark(before), "#_@".contains(sign) { return false }
      case "(", "[":
        if mark(term.end) == ")" || mark(term.end) == "]" { return term.unit != nil }
      default: break
      }
    }
    guard let after = mark(term.end), isGlued(term.end) else { return true }
    if tokens[term.start].beginsLine, after == "." || after == ")" || after == "/" {
      return term.unit != nil || term.end < tokens.count - 1 && isGlued(term.end + 1)
    }
    if after == ":" || after == "/" || after == "_" {
      return !(isGlued(term.end + 1) && tokens[term.end + 1].kind == .number)
    }
    return true
  }

  private func takeScale(into term: inout Term) {
    let next = term.end
    guard goesOn(next), tokens[next].kind == .word, tokens[next].range.count <= 9 else { return }
    let written = text(next..<next + 1)
    guard let scale = QuantityUnits.scale(of: written) else { return }
    // `5 m` may be metres; `$5 M` is not.
    guard written.utf8.count > 2 || isGlued(next) || term.unit != nil else { return }
    guard !term.isSpelled || written.utf8.count > 2 else { return }
    term.amount = term.amount.scaled(by: scale)
    term.scale = scale
    term.end = next + 1
  }

  private func takeUnit(into term: inout Term) {
    var next = term.end
    // `5-year`, `200-MW`, `million-dollar`.
    let isJoined = mark(next) == "-" && isGlued(next) && isGlued(next + 1)
    if isJoined { next += 1 }
    guard goesOn(next) else { return }
    if let (unit, end) = unit(at: next) {
      if let money = term.unit {
        guard unit.dimension == .money, unit.base == money.base else { return }
        term.end = end
      } else {
        term.unit = unit
        term.end = end
        if unit.dimension == .money, unit.exponent != 0 {
          term.unit = Quantity.Unit(.money, unit.symbol)
          term.amount = term.amount.scaled(by: unit.exponent)
        }
      }
    } else if term.unit == nil, !isJoined, !isGlued(next), let noun = noun(at: next) {
      term.unit = Quantity.Unit(.count, noun)
      term.end = next + 1
    }
  }

  /// The unit that begins at a token, of one or two words or with a slash.
  private func unit(at index: Int) -> (Quantity.Unit, end: Int)? {
    let token = tokens[index]
    guard token.kind != .entity, token.kind != .number, token.range.count <= 16 else { return nil }
    let one = text(index..<index + 1)
    if token.kind == .word, goesOn(index + 1), index + 2 < tokens.count || !isGlued(index + 1) {
      let next = mark(index + 1)
      if next == "/", isGlued(index + 1), isGlued(index + 2), tokens[index + 2].range.count <= 3,
        let unit = QuantityUnits.unit(named: text(index..<index + 3))
      {
        return (unit, index + 3)
      }
      if tokens[index + 1].kind == .word, tokens[index + 1].range.count <= 12,
        let unit = QuantityUnits.unit(named: one + " " + text(index + 1..<index + 2))
      {
        return (unit, index + 2)
      }
    }
    if one == "°", isGlued(index + 1), tokens[index + 1].range.count == 1,
      let unit = QuantityUnits.unit(named: one + text(index + 1..<index + 2))
    {
      return (unit, index + 2)
    }
    guard let unit = QuantityUnits.unit(named: one) else { return nil }
    // `1H` is a half, `3D` no day; `5 h` may be anything.
    if one.utf8.count == 1, token.kind == .word, one != "x" {
      guard token.isGlued, one == one.lowercased() || "YWV".contains(one) else { return nil }
    }
    return (unit, index + 1)
  }

  /// The plural that a number counts, told by its form: `blocks`, `GPUs`.
  private func noun(at index: Int) -> String? {
    let token = tokens[index]
    guard token.kind == .word, 4...20 ~= token.range.count,
      scalars[token.range.upperBound - 1] == "s",
      mark(index + 1).map({ !"'’".contains($0) }) ?? true || !isGlued(index + 1)
    else { return nil }
    let letters = scalars[token.range].dropLast()
    guard letters.allSatisfy(\.isLowerASCII) || letters.allSatisfy({ "A"..."Z" ~= $0 }),
      letters.last != "s", letters.last != "u", letters.last != "i"
    else { return nil }
    let noun = text(index..<index + 1)
    return QuantityLeads.uncounted.contains(noun) ? nil : noun
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
