extension DueReader {
  /// `Q3`, `3Q26`, `Q3'26`, `H1 2027`, `third quarter of 2026`, `first half of the year`.
  func quarter(at index: Int) -> Found? {
    guard let name = quarterName(at: index), 1...(12 / name.months) ~= name.number else {
      return nil
    }
    var (glued, next) = (name.year, name.end)
    if glued == nil {
      if let (year, end) = year(at: next) {
        (glued, next) = (year, end)
      } else if word(next).hasPrefix("fy"), let year = Int(word(next).dropFirst(2)) {
        (glued, next) = (year < 100 ? 2000 + year : year, next + 1)
      } else if word(next) == "of" {
        let noun = next + (["the", "this", "next"].contains(word(next + 1)) ? 2 : 1)
        guard word(noun) == "year" else { return nil }
        glued = today.parts.year + (word(next + 1) == "next" ? 1 : 0)
        next = noun + 1
      }
    }
    let month = (name.number - 1) * name.months + 1
    let found =
      glued.map { DuePeriod(year: $0, month: month, months: name.months) }
      ?? DuePeriod.next(from: today, month: month, months: name.months)
    return found.flatMap { ($0, next, 1) }
  }

  private typealias Name = (number: Int, months: Int, year: Int?, end: Int)

  private func quarterName(at index: Int) -> Name? {
    let ordinals = ["first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th"]
    if let place = ordinals.firstIndex(of: word(index)) {
      guard word(index + 1) == "quarter" || word(index + 1) == "half" else { return nil }
      return (place % 4 + 1, word(index + 1) == "half" ? 6 : 3, nil, index + 2)
    }
    let text = Array(word(index).utf8)
    guard text.count == 2 || text.count == 4 || text.count == 6 else { return nil }
    let letters: [UInt8: Int] = [UInt8(ascii: "q"): 3, UInt8(ascii: "h"): 6]
    let isLetterFirst = letters[text[0]] != nil
    guard let months = letters[isLetterFirst ? text[0] : text[1]],
      let number = Int(String(decoding: [text[isLetterFirst ? 1 : 0]], as: UTF8.self))
    else { return nil }
    if text.count == 2 { return (number, months, nil, index + 1) }
    let digits = String(decoding: text[2...], as: UTF8.self)
    guard let year = text.count == 4 ? Int(digits).map({ 2000 + $0 }) : fullYear(digits) else {
      return nil
    }
    return (number, months, year, index + 1)
  }

  /// `year end`, `year-end 2027`, `EOY`, `EOQ`, `EOM`, `EOW`.
  func yearEnd(at index: Int) -> Found? {
    var next = index + 1
    let months: Int
    switch word(index) {
    case "eoy", "yearend", "ye": months = 12
    case "eoq": months = 3
    case "eom": months = 1
    case "eow": return (week(0), next, 1)
    case "year", "quarter", "month":
      if word(next) == "-" || word(next) == "’" || word(next) == "'" { next += 1 }
      if word(next) == "s" { next += 1 }
      guard word(next) == "end" else { return nil }
      next += 1
      months = word(index) == "year" ? 12 : word(index) == "quarter" ? 3 : 1
    default: return nil
    }
    if months == 12, let (year, end) = year(at: next) {
      return DuePeriod(year: year, months: 12).flatMap { ($0, end, 1) }
    }
    return DuePeriod.around(today, months: months, step: 0).flatMap { ($0, next, 1) }
  }

  /// The week of `today`, or one so many weeks later; it ends on Sunday.
  func week(_ step: Int) -> DuePeriod {
    let sunday = today + (7 - today.weekday) + step * 7
    return DuePeriod(sunday + -6, to: sunday)
  }
}
