/// A moment in UTC, to the second.
public struct Instant: Hashable, Sendable, Comparable, Codable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let seconds: Int

  /// The moment so many seconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int) {
    self.seconds = seconds
  }

  /// A moment of a UTC day.
  public init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    seconds = day.number * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// Whether one moment is before another.
  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  /// The UTC day this moment lies in.
  public var day: Day { Day(number: Int((Double(seconds) / 86_400).rounded(.down))) }

  /// Hours and minutes of the UTC day, `09:31`.
  public var clock: String {
    let rest = seconds - day.number * 86_400
    return "\(padded(rest / 3_600, 2)):\(padded(rest / 60 % 60, 2))"
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 in UTC, `2025-11-03T11:30:12Z`.
  public var description: String {
    let rest = seconds - day.number * 86_400
    return "\(day)T\(clock):\(padded(rest % 60, 2))Z"
  }

  /// A moment from its ISO 8601 form in UTC, as Postil writes it; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 20 else { return nil }
    let bytes = Array(text.utf8)
    guard bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"), let day = Day(bytes[..<10]),
      let hour = decimal(bytes[11..<13]), 0..<24 ~= hour,
      let minute = decimal(bytes[14..<16]), 0..<60 ~= minute,
      let second = decimal(bytes[17..<19]), 0...60 ~= second
    else { return nil }
    self.init(day, hour: hour, minute: minute, second: second)
  }
}

/// When something was posted, as precisely as it is known and no more.
public enum Moment: Hashable, Sendable, Codable {
  case day(Day)
  case instant(Instant)

  /// The UTC day.
  public var day: Day {
    switch self {
    case .day(let day): day
    case .instant(let instant): instant.day
    }
  }

  /// Where it sorts: seconds since 1970 in UTC; a day sorts as its first second.
  public var seconds: Int {
    switch self {
    case .day(let day): Instant(day).seconds
    case .instant(let instant): instant.seconds
    }
  }
}

extension Moment: CustomStringConvertible {
  /// ISO 8601: a day or an instant in UTC.
  public var description: String {
    switch self {
    case .day(let day): day.description
    case .instant(let instant): instant.description
    }
  }

  /// A moment from a day or an instant in UTC, as Postil writes them; nil for anything else.
  public init?(_ text: some StringProtocol) {
    if let instant = Instant(text) {
      self = .instant(instant)
    } else if let day = Day(text) {
      self = .day(day)
    } else {
      return nil
    }
  }
}
