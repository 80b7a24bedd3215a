/// Days that belong together: a month, a quarter, a year, a week, one day.
struct DuePeriod {
  /// Which part of a period is meant.
  enum Part {
    case early, mid, whole
  }

  var first: Day
  var last: Day
  /// How many months it is long; 0 for days and weeks.
  var months = 0

  init(_ day: Day) { (first, last) = (day, day) }

  init(_ first: Day, to last: Day) { (self.first, self.last) = (first, last) }

  /// So many months from the first of `month` on; nil beyond the calendar.
  init?(year: Int, month: Int = 1, months: Int) {
    let end = year * 12 + month - 1 + months
    guard let first = Day(year: year, month: month, day: 1),
      let after = Day(year: end / 12, month: end % 12 + 1, day: 1)
    else { return nil }
    (self.first, last, self.months) = (first, after + -1, months)
  }

  /// The same months in the first year in which they end on or after a day.
  static func next(from today: Day, month: Int, months: Int) -> DuePeriod? {
    let year = today.parts.year
    return [year - 1, year, year + 1].lazy
      .compactMap { DuePeriod(year: $0, month: month, months: months) }
      .first { $0.last >= today }
  }

  /// The period of so many months that a day lies in, `step` periods later.
  static func around(_ day: Day, months: Int, step: Int) -> DuePeriod? {
    let (year, month, _) = day.parts
    let start = year * 12 + (month - 1) / months * months + step * months
    return DuePeriod(year: start / 12, month: start % 12 + 1, months: months)
  }

  /// The last day of a part.
  func end(_ part: Part) -> Day {
    switch (part, months) {
    case (.whole, _), (_, 0): last
    case (.early, 1): first + 9
    case (.mid, 1): first + 14
    case (.early, 12): first.adding(months: 3) + -1
    case (.early, _): first.adding(months: max(1, months / 3)) + -1
    case (.mid, _): first.adding(months: max(1, (months + 1) / 2)) + -1
    }
  }
}
