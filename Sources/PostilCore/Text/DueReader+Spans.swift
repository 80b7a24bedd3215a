extension DueReader {
  private enum Unit {
    case days(Int), months(Int)
  }

  /// `tomorrow`, `this month`, `next quarter`, `the year` of "the end of the year".
  func deictic(at index: Int) -> Found? {
    switch word(index) {
    case "today", "tonight",
      "now" where isTyped || word(index) != "now":
      return (DuePeriod(today), index + 1, 0)
    case "tomorrow", "tmrw": return (DuePeriod(today + 1), index + 1, 0)
    default: break
    }
    let steps = ["this": 0, "current": 0, "next": 1, "coming": 1]
    let step = steps[word(index)]
    let isAfterThe = index > 0 && word(index - 1) == "the"
    guard step != nil || isAfterThe || (isTyped && index > 0) else { return nil }
    let noun = step == nil ? index : index + 1
    switch word(noun) {
    case "week": return (week(step ?? 0), noun + 1, 1)
    case "weekend": return (week(step ?? 0), noun + 1, 1)
    default: break
    }
    let months = ["month": 1, "quarter": 3, "half": 6, "year": 12]
    guard let length = months[word(noun)] else { return nil }
    return DuePeriod.around(today, months: length, step: step ?? 0)
      .flatMap { ($0, noun + 1, length == 12 ? 3 : 1) }
  }

  /// `Friday`, `this Friday`, `next Friday` (of the week to come).
  func weekday(at index: Int, isLed: Bool) -> Found? {
    let isNext = word(index) == "next"
    let isThis = word(index) == "this"
    let name = word(isNext || isThis ? index + 1 : index)
    guard isLed || isNext || isThis, name.utf8.count >= 3, let place = weekdayNumber(name) else {
      return nil
    }
    let end = index + (isNext || isThis ? 2 : 1)
    if isNext { return (DuePeriod(week(1).first + (place - 1)), end, 0) }
    let ahead = (place - today.weekday + 7) % 7
    return (DuePeriod(today + (ahead == 0 ? 7 : ahead)), end, 0)
  }

  private func weekdayNumber(_ name: String) -> Int? {
    let names = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    if let place = names.firstIndex(of: name) { return place + 1 }
    // `sun`, `sat` and `wed` are words; typed, they are days.
    guard isTyped else { return nil }
    return names.firstIndex { $0.prefix(3) == name || $0.prefix(4) == name }.map { $0 + 1 }
  }

  /// `in two years`, `within 18 months`, `over the next 12-18 months`, `6 months from now`, `+2w`.
  func span(at index: Int, lead: String) -> Found? {
    var next = index
    let isSigned = isTyped && word(next) == "+"
    if isSigned { next += 1 }
    if word(next) == "the" { next += 1 }
    let isNext = word(next) == "next" || word(next) == "coming"
    if isNext { next += 1 }
    guard let (count, unit, after) = length(at: next) else { return nil }
    let isFromNow = word(after) == "from" && ["now", "today"].contains(word(after + 1))
    guard isFromNow || isNext || isSigned || isTyped || lead == "in" || lead == "within" else {
      return nil
    }
    let end = after + (isFromNow ? 2 : 0)
    switch unit {
    case .days(let days): return (DuePeriod(today + count * days), end, 2)
    case .months(let months): return (DuePeriod(today.adding(months: count * months)), end, 2)
    }
  }

  /// `18 months`, `two years`, `12-18 months` (the upper), `2w`.
  private func length(at index: Int) -> (count: Int, unit: Unit, end: Int)? {
    if index < tokens.count, let start = word(index).firstIndex(where: \.isLetter),
      let count = Int(word(index)[..<start]), count < 10_000,
      let unit = unit(String(word(index)[start...]))
    {
      return (count, unit, index + 1)
    }
    guard var (count, after) = amount(at: index) else { return nil }
    if ["-", "–", "to", "or"].contains(word(after)), let upper = amount(at: after + 1) {
      (count, after) = (upper.count, upper.end)
    }
    if word(after) == "-" { after += 1 }
    return unit(word(after)).map { (count, $0, after + 1) }
  }

  /// `18`, `two`, `a`, `a couple of`.
  private func amount(at index: Int) -> (count: Int, end: Int)? {
    guard index < tokens.count else { return nil }
    if let number = tokens[index].number(digits: 3) { return (number, index + 1) }
    if let number = Self.numbers[word(index)] {
      let isCouple = word(index) == "a" && word(index + 1) == "couple"
      guard isCouple else { return (number, index + 1) }
      return (2, index + (word(index + 2) == "of" ? 3 : 2))
    }
    return word(index) == "couple" ? (2, index + (word(index + 1) == "of" ? 2 : 1)) : nil
  }

  private static let numbers = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18,
  ]

  private func unit(_ word: String) -> Unit? {
    switch word {
    case "d", "day", "days": .days(1)
    case "w", "wk", "wks", "week", "weeks": .days(7)
    case "mo", "mos", "mth", "mths", "month", "months": .months(1)
    case "m" where isTyped: .months(1)
    case "q" where isTyped: .months(3)
    case "quarter", "quarters": .months(3)
    case "y" where isTyped: .months(12)
    case "yr", "yrs", "year", "years": .months(12)
    case "decade": .months(120)
    default: nil
    }
  }
}
