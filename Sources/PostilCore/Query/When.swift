extension Query {
  /// A day, month or year of the calendar, or a distance back from today.
  public enum When: Hashable, Sendable {
    case day(Day)
    case month(year: Int, month: Int)
    case year(Int)
    /// So many days, weeks, months or years before today; none is today itself.
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
    case .ago(let count, .month): today.subtracting(months: count)
    case .ago(let count, .year): today.subtracting(months: 12 * count)
    }
  }

  /// The last day it covers.
  public func last(today: Day) -> Day {
    switch self {
    case .day, .ago: first(today: today)
    case .month: first(today: today).adding(months: 1) + -1
    case .year: first(today: today).adding(months: 12) + -1
    }
  }
}

extension Query.When: CustomStringConvertible {
  /// As it is typed: `2025-10-03`, `2025-10`, `2025`, `-2w`, `today`.
  public var description: String {
    switch self {
    case .day(let day): day.description
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .year(let year): padded(year, 4)
    case .today: "today"
    case .ago(let count, let unit): "-\(count)\(unit.rawValue)"
    }
  }

  /// Reads what `description` writes, and `yesterday`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    if let day = Day(text) {
      self = .day(day)
    } else if bytes.count == 7, let first = Day(text + "-01") {
      self = .month(year: first.parts.year, month: first.parts.month)
    } else if bytes.count == 4, let first = Day(text + "-01-01") {
      self = .year(first.parts.year)
    } else if let word = ["today": 0, "yesterday": 1][text.lowercased()] {
      self = .ago(word, .day)
    } else if (3...6).contains(bytes.count), bytes[0] == UInt8(ascii: "-"),
      bytes.dropFirst().dropLast().allSatisfy({ 48...57 ~= $0 }),
      let count = Int(text.dropFirst().dropLast()), let unit = text.last.flatMap(Unit.init)
    {
      self = .ago(count, unit)
    } else {
      return nil
    }
  }
}

extension Day {
  fileprivate static let earliest = Day(number: -719_528)

  fileprivate func subtracting(months: Int) -> Day {
    months > parts.year * 12 ? .earliest : adding(months: -months)
  }
}
