import PostilCore

/// Daylight saving time of the United States since 2007: from the second Sunday of March to the
/// first of November, at two in the morning (Energy Policy Act of 2005, section 110).
enum USSummer {
  /// Whether it holds at an hour of a local day; before 2007 by the same rule.
  static func holds(on day: Day, _ hour: Int) -> Bool {
    let year = day.parts.year
    guard let start = sunday(2, year, month: 3), let end = sunday(1, year, month: 11) else {
      return false
    }
    if day == start { return hour >= 2 }
    if day == end { return hour < 2 }
    return start < day && day < end
  }

  private static func sunday(_ number: Int, _ year: Int, month: Int) -> Day? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    return first + (7 - first.weekday) + (number - 1) * 7
  }
}
