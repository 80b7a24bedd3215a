/// A day of the proleptic Gregorian calendar, in UTC.
public struct Day: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public let number: Int

  /// The day so many days after 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// A day by its parts; nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...31).contains(day), (0...9999).contains(year) else {
      return nil
    }
    // Days from civil, H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
    guard parts.month == month, parts.day == day else { return nil }
  }

  /// Year, month and day, as a calendar shows them.
  public var parts: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Whether one day is before another.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The day so many days later.
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }

  /// The same day `months` later, or the last day of that month when it is shorter.
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let total = year * 12 + (month - 1) + months
    for candidate in stride(from: day, through: 28, by: -1) {
      if let found = Day(year: total / 12, month: total % 12 + 1, day: candidate) { return found }
    }
    return Day(year: total / 12, month: total % 12 + 1, day: min(day, 28)) ?? self
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }
}

extension Day: CustomStringConvertible {
  /// ISO 8601, `2026-11-15`.
  public var description: String {
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// A day from its ISO 8601 form; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 10 else { return nil }
    self.init(Array(text.utf8)[...])
  }

  /// The same for bytes.
  init?(_ text: ArraySlice<UInt8>) {
    let start = text.startIndex
    guard text.count == 10, text[start + 4] == UInt8(ascii: "-"),
      text[start + 7] == UInt8(ascii: "-"), let year = decimal(text.prefix(4)),
      let month = decimal(text[start + 5..<start + 7]), let day = decimal(text.suffix(2))
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Day: Codable {
  /// Reads the ISO 8601 form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day: \(text)")
    }
    self = day
  }

  /// Writes the ISO 8601 form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The number that ASCII digits make, at most 18 of them; nil when one of them is none.
func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  var number = 0
  for digit in digits {
    guard 48...57 ~= digit else { return nil }
    number = number * 10 + Int(digit) - 48
  }
  return number
}

func padded(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
