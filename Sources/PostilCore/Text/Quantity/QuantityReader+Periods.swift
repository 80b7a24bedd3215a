extension QuantityReader {
  /// The period of the calendar that begins at a token.
  func period(at index: Int) -> (Quantity, end: Int)? {
    guard
      !isGlued(index) || mark(index - 1).map({ "([{“\"‘'—–~".unicodeScalars.contains($0) }) ?? false
    else { return nil }
    guard
      let (period, end) = numericDay(at: index) ?? namedDay(at: index) ?? piece(at: index)
        ?? fiscal(at: index) ?? year(at: index), !isGlued(end) || tokens[end].kind == .mark
    else { return nil }
    return (
      Quantity(
        value: .period(period), unit: .none, per: nil, isApproximate: false, bound: .exact,
        qualifier: nil,
        range: tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound), end
    )
  }

  /// `Q3`, `Q3 2025`, `Q3'25`, `Q3 FY26`, `3Q25`, `H1 2026`, `1H26`.
  private func piece(at index: Int) -> (Quantity.Period, Int)? {
    let (letter, number) = tokens[index].kind == .number ? (index + 1, index) : (index, index + 1)
    guard isGlued(index + 1), let value = plain(number, digits: 1...1) else { return nil }
    let part: Quantity.Period.Part
    switch word(letter) {
    case "q" where 1...4 ~= value: part = .quarter(value)
    case "h" where 1...2 ~= value && scalars[tokens[letter].range.lowerBound] == "H":
      part = .half(value)
    default: return nil
    }
    var period = Quantity.Period(part)
    var end = index + 2
    if let (year, isFiscal, after) = yearAfter(end) {
      period.year = year
      period.isFiscal = isFiscal
      end = after
    }
    return (period, end)
  }

  /// `25` glued, `'25`, `2025`, `/25`, `FY26`, `of 2026`.
  private func yearAfter(_ index: Int) -> (Int, isFiscal: Bool, end: Int)? {
    guard goesOn(index) else { return nil }
    if isGlued(index), let year = plain(index, digits: 2...2) {
      return (2000 + year, false, index + 1)
    }
    if let year = fullYear(index) { return (year, false, index + 1) }
    if let (period, end) = fiscal(at: index), let year = period.year {
      return (year, period.isFiscal, end)
    }
    if let mark = mark(index), isGlued(index + 1), "'’/-".unicodeScalars.contains(mark),
      let year = plain(index + 1, digits: 2...2) ?? fullYear(index + 1)
    {
      return (year < 100 ? 2000 + year : year, false, index + 2)
    }
    if word(index) == "of", goesOn(index + 1), let year = fullYear(index + 1) {
      return (year, false, index + 2)
    }
    return nil
  }

  private func fullYear(_ index: Int) -> Int? {
    guard let year = plain(index, digits: 4...4), 1900...2199 ~= year else { return nil }
    return year
  }

  /// `FY26`, `FY 2026`, `CY25`, `fiscal 2026`.
  private func fiscal(at index: Int) -> (Quantity.Period, Int)? {
    let name = word(index)
    guard goesOn(index + 1) else { return nil }
    if name == "fy" || name == "cy" {
      let year = isGlued(index + 1) ? plain(index + 1, digits: 2...2).map { 2000 + $0 } : nil
      guard let year = year ?? fullYear(index + 1) else { return nil }
      return (Quantity.Period(.year, year: year, isFiscal: name == "fy"), index + 2)
    }
    guard name == "fiscal" else { return nil }
    let next = word(index + 1) == "year" ? index + 2 : index + 1
    guard goesOn(next), let year = fullYear(next) else { return nil }
    return (Quantity.Period(.year, year: year, isFiscal: true), next + 1)
  }

  /// `2026`, `2026E`; not `2026 GPUs` nor `2026%`.
  private func year(at index: Int) -> (Quantity.Period, Int)? {
    guard let year = fullYear(index) else { return nil }
    var end = index + 1
    if isGlued(end), ["e", "f"].contains(word(end)) { end += 1 }
    // Then it is a number like others.
    if let term = term(at: index, from: index), term.end > end, term.unit?.dimension != .count {
      return nil
    }
    return (Quantity.Period(.year, year: year), end)
  }

  /// `2026-11-15`, `8/29/26`, `08/29`, `15.11.2026`.
  private func numericDay(at index: Int) -> (Quantity.Period, Int)? {
    guard let sign = mark(index + 1), "/-.".unicodeScalars.contains(sign), isGlued(index + 1),
      isGlued(index + 2), let first = plain(index, digits: 1...4),
      let second = plain(index + 2, digits: 1...2)
    else { return nil }
    if mark(index + 3) == sign, isGlued(index + 3), isGlued(index + 4) {
      guard let third = plain(index + 4, digits: 1...4) else { return nil }
      if first > 31 { return day(first, second, third, end: index + 5) }
      let year = third < 100 ? 2000 + third : third
      return sign == "."
        ? day(year, second, first, end: index + 5)
        : day(year, first, second, end: index + 5) ?? day(year, second, first, end: index + 5)
    }
    // `24/7`, `50/50` and `1/5` are no days.
    let isLed = ["by", "on", "before", "until", "till", "since", "from", "due", "exp", "expiring"]
      .contains(word(index - 1))
    guard sign == "/", tokens[index].plainDigits == 2 && tokens[index + 2].plainDigits == 2 || isLed
    else { return nil }
    return day(nil, first, second, end: index + 3)
  }

  private func day(_ year: Int?, _ month: Int, _ day: Int, end: Int) -> (Quantity.Period, Int)? {
    // 29 February is a day of some year.
    guard Day(year: year ?? 2000, month: month, day: day) != nil else { return nil }
    return (Quantity.Period(.day(month: month, day: day), year: year), end)
  }

  /// `March 31, 2026`, `Aug 29`, `Aug. 29th`, `29 August 2026`, `March 2026`.
  private func namedDay(at index: Int) -> (Quantity.Period, Int)? {
    if let number = plain(index, digits: 1...2) {
      var next = index + 1
      if isGlued(next), ["st", "nd", "rd", "th"].contains(word(next)) { next += 1 }
      if word(next) == "of" { next += 1 }
      guard goesOn(next), !isGlued(next), let month = month(at: next) else { return nil }
      let year = yearOfDay(next + 1)
      return day(year?.0, month, number, end: year?.1 ?? next + 1)
    }
    guard let month = month(at: index) else { return nil }
    var next = index + 1
    if mark(next) == ".", isGlued(next) { next += 1 }
    guard goesOn(next), !isGlued(next) || mark(next - 1) == "." else { return nil }
    if let year = fullYear(next) { return (Quantity.Period(.month(month), year: year), next + 1) }
    // `March 31%`, `May 12k`: then it is a number.
    guard let number = plain(next, digits: 1...2),
      let term = term(at: next, from: next) ?? ordinal(next),
      term.unit == nil, !term.hasScale
    else { return nil }
    let year = yearOfDay(term.end)
    return day(year?.0, month, number, end: year?.1 ?? term.end)
  }

  private func ordinal(_ index: Int) -> Term? {
    guard isGlued(index + 1), ["st", "nd", "rd", "th"].contains(word(index + 1)) else { return nil }
    return Term(amount: Amount(0), start: index, end: index + 2)
  }

  private func yearOfDay(_ index: Int) -> (Int, Int)? {
    let next = mark(index) == "," ? index + 1 : index
    guard goesOn(next), let year = fullYear(next) else { return nil }
    return (year, next + 1)
  }

  /// The month that a word with a capital names; `may` and `march` are verbs.
  private func month(at index: Int) -> Int? {
    let name = word(index)
    guard name.utf8.count >= 3, name.utf8.count <= 9,
      "A"..."Z" ~= scalars[tokens[index].range.lowerBound]
    else { return nil }
    if name == "sept" { return 9 }
    return Self.months.firstIndex { $0 == name || $0.prefix(3) == name }.map { $0 + 1 }
  }

  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
