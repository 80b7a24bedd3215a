extension Query {
  /// A day, month or year of the calendar, or a distance from today.
  public enum When: Hashable, Sendable {
    case day(Day)
    case month(year: Int, month: Int)
    case year(Int)
    /// So many days, weeks, months or years before today, below zero after it; none is today itself.
    case ago(Int, Unit)

    /// The unit of a distance, by the letter it is typed with.
    public enum Unit: Character, CaseIterable, Sendable {
      case day = "d"
      case week = "w"
      case month = "m"
      case year = "y"
    }

    /// Today itself.
    public static let today = When.ago(0, .day)
  }
}

extension Query.When {
  /// The first day it covers.
  public func first(today: Day) -> Day {
    switch self {
    case .day(let day): day
    case .month(let year, let month): Day(year: year, month: month, day: 1) ?? .earliest
    case .year(let year): Day(year: year, month: 1, day: 1) ?? .earliest
    case .ago(let count, .day): today + -count
    case .ago(let count, .week): today + -7 * count
    case .ago(let count, .month): today.moved(months: -count)
    case .ago(let count, .year): today.moved(months: -12 * count)
    }
  }

  /// The last day it covers.
  public func last(today: Day) -> Day {
    switch self {
    case .day, .ago: first(today: today)
    case .month(9999, 12), .year(9999): .latest
    case .month: first(today: today).adding(months: 1) + -1
    case .year: first(today: today).adding(months: 12) + -1
    }
  }
}

extension Query.When: CustomStringConvertible {
  /// As it is typed: `2025-10-03`, `2025-10`, `2025`, `-2w`, `+2w`, `today`.
  public var description: String {
    switch self {
    case .day(let day): day.description
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .year(let year): padded(year, 4)
    case .today: "today"
    case .ago(let count, let unit): "\(count < 0 ? "+" : "-")\(abs(count))\(unit.rawValue)"
    }
  }

  /// Reads what `description` writes, `yesterday` and `tomorrow`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    if let day = Day(text) {
      self = .day(day)
    } else if bytes.count == 7, let first = Day(text + "-01") {
      self = .month(year: first.parts.year, month: first.parts.month)
    } else if bytes.count == 4, let first = Day(text + "-01-01") {
      self = .year(first.parts.year)
    } else if let word = ["today": 0, "yesterday": 1, "tomorrow": -1][text.lowercased()] {
      self = .ago(word, .day)
    } else if (3...6).contains(bytes.count), "+-".utf8.contains(bytes[0]),
      bytes.dropFirst().dropLast().allSatisfy({ 48...57 ~= $0 }),
      let count = Int(text.dropFirst().dropLast()), let unit = text.last.flatMap(Unit.init)
    {
      self = .ago(bytes[0] == UInt8(ascii: "-") ? count : -count, unit)
    } else {
      return nil
    }
  }
}

extension Day {
  /// The first day that can be written.
  static let earliest = Day(number: -719_528)
  /// The last day that can be written.
  static let latest = Day(number: 2_932_896)

  fileprivate func moved(months: Int) -> Day {
    let month = parts.year * 12 + parts.month - 1 + months
    return month < 0 ? .earliest : month >= 120_000 ? .latest : adding(months: months)
  }
}
