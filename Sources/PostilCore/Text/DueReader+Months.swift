extension DueReader {
  /// The number of a month's name or abbreviation.
  func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return Self.months.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `March`, `August 2026`, `Aug 29`, `Aug. 29th, 2026`, `29 August 2026`, `15 Nov`.
  func namedMonth(at index: Int, isLed: Bool) -> Found? {
    var next = index
    var day = dayNumber(word(next))
    if day != nil {
      next += 1
      if word(next) == "of" { next += 1 }
    }
    guard next < tokens.count, let month = month(word(next)) else { return nil }
    // `may` and `march` are verbs, `mar` and `jan` names.
    let isName = isLed || (tokens[next].isCapital && word(next).utf8.count > 4 && month != 3)
    next += 1
    // The point of `Aug. 29`, not that of a sentence.
    let isPointed =
      word(next) == "." && (dayNumber(word(next + 1)) ?? fullYear(word(next + 1))) != nil
    if isPointed { next += 1 }
    if day == nil, let number = dayNumber(word(next)), !isQuantity(at: next) {
      day = number
      next += 1
    }
    let year = year(at: next)
    if let year { next = year.end }
    guard day != nil || year != nil || isName else { return nil }
    if let day {
      let years = year.map { [$0.year] } ?? (0...8).map { today.parts.year + $0 }
      // 29 February may be eight years off.
      let found = years.lazy.compactMap { Day(year: $0, month: month, day: day) }
        .first { year != nil || $0 >= today }
      return found.map { (DuePeriod($0), next, 0) }
    }
    let found =
      year.map { DuePeriod(year: $0.year, month: month, months: 1) }
      ?? DuePeriod.next(from: today, month: month, months: 1)
    return found.flatMap { ($0, next, 1) }
  }

  /// `15` and `3rd`.
  private func dayNumber(_ word: String) -> Int? {
    var digits = word[...]
    if ["st", "nd", "rd", "th"].contains(String(word.suffix(2))) { digits = digits.dropLast(2) }
    guard 1...2 ~= digits.utf8.count, let day = Int(digits), 1...31 ~= day else { return nil }
    return day
  }

  /// Whether more of a number follows: `March 31.5`, `March 31%`, `May 12,000`.
  private func isQuantity(at index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].isGlued else { return false }
    if tokens[index + 1].text == "%" { return true }
    return index + 2 < tokens.count && tokens[index + 2].isGlued
      && (tokens[index + 1].text == "." || tokens[index + 1].text == ",")
      && tokens[index + 2].number(digits: 20) != nil
  }

  /// `2026-11-15`, `8/29/26`, `08/29`, `15.11.2026`.
  func numericDay(at index: Int, isLed: Bool) -> Found? {
    let sign = word(index + 1)
    guard index + 2 < tokens.count, sign == "-" || sign == "/" || sign == ".",
      tokens[index + 1].isGlued, tokens[index + 2].isGlued,
      let first = tokens[index].number(), let second = tokens[index + 2].number(digits: 2)
    else { return nil }
    if word(index + 3) == sign, tokens[index + 3].isGlued {
      guard index + 4 < tokens.count, tokens[index + 4].isGlued,
        let third = tokens[index + 4].number()
      else { return nil }
      let day =
        word(index).utf8.count == 4
        ? Day(year: first, month: second, day: third)
        : day(first, second, year: third < 100 ? 2000 + third : third, isDayFirst: sign == ".")
      return day.map { (DuePeriod($0), index + 5, 0) }
    }
    // `24/7`, `50/50` and `1/5` are no days.
    let isDated = isLed || (word(index).utf8.count == 2 && word(index + 2).utf8.count == 2)
    guard sign == "/", isDated, index == 0 || !tokens[index].isGlued else { return nil }
    let found = (0...8).lazy
      .compactMap { day(first, second, year: today.parts.year + $0, isDayFirst: false) }
      .first { $0 >= today }
    return found.map { (DuePeriod($0), index + 3, 0) }
  }

  /// Month and day as in the United States, day and month where nothing else is possible.
  private func day(_ first: Int, _ second: Int, year: Int, isDayFirst: Bool) -> Day? {
    isDayFirst || first > 12
      ? Day(year: year, month: second, day: first) : Day(year: year, month: first, day: second)
  }

  /// `summer`, `spring 2027`: those of the northern hemisphere.
  func season(at index: Int, isLed: Bool) -> Found? {
    let starts = ["spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12]
    let isThis = word(index) == "this" || word(index) == "next"
    guard let month = starts[word(isThis ? index + 1 : index)] else { return nil }
    let after = index + (isThis ? 2 : 1)
    if let (year, end) = year(at: after) {
      return DuePeriod(year: year, month: month, months: 3).flatMap { ($0, end, 1) }
    }
    guard isLed || isThis else { return nil }
    return DuePeriod.next(from: today, month: month, months: 3).flatMap { ($0, after, 1) }
  }
}
