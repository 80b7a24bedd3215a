import PostilCore

/// A date that a source wrote, read as precisely as it is and no more.
struct DateReading: Hashable {
  /// Nil when the words are no full date.
  var moment: Moment?
  /// `day`, `minute` or `zone-unknown`; nil when the instant is known to the second.
  var precision: String?
  var raw: String
}

extension Post {
  /// Takes over a date; the source's words stay wherever they were more or less than an instant.
  mutating func date(_ reading: DateReading) {
    posted = reading.moment
    postedPrecision = reading.precision
    let isWhole = reading.moment != nil && reading.precision == nil || reading.precision == "day"
    postedRaw = isWhole ? nil : reading.raw
  }
}

/// Reads the forms of dates that exports of posts are known to hold.
///
/// A clock time without a zone gives only its day: which instant it was is not known.
struct DateReader {
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var clock: (hour: Int, minute: Int, second: Int?)?
  private var isAfternoon: Bool?
  /// Seconds east of UTC.
  private var offset: Int?
  /// Hours east of UTC in winter, of a zone of the United States whose summer is not said: `ET`.
  private var american: Int?
  private var isStrange = false

  private init() {}

  static func read(_ text: String) -> DateReading {
    if let instant = unix(text) { return DateReading(moment: .instant(instant), raw: text) }
    guard text.utf8.count <= 100 else { return DateReading(raw: String(text.prefix(100))) }
    var reader = DateReader()
    for word in words(of: text) { reader.take(word) }
    return reader.reading(of: text)
  }

  /// Seconds or milliseconds since 1970, whole or with a fraction.
  private static func unix(_ text: String) -> Instant? {
    let whole = text.prefix { $0 != "." }
    guard whole.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Int(whole),
      text.dropFirst(whole.count + 1).utf8.allSatisfy({ 48...57 ~= $0 })
    else { return nil }
    switch whole.utf8.count {
    case 9...10: return Instant(seconds: number)
    case 12...13: return Instant(seconds: number / 1_000)
    default: return nil
    }
  }

  /// Words, with the `T` of ISO 8601 and everything that only separates taken out.
  private static func words(of text: String) -> [Substring] {
    var scalars = Array(text.unicodeScalars)
    scalars = DateWords.western(scalars) ?? scalars
    // Mail names the zone again behind its offset, in any language: `+0200 (CEST)`.
    if let open = scalars.firstIndex(of: "("), open > 6 {
      let offset = scalars[(open - 6)..<open]
      if offset.first == "+" || offset.first == "-", offset.last == " ",
        offset.dropFirst().dropLast().allSatisfy({ "0"..."9" ~= $0 })
      {
        scalars.removeSubrange(open...)
      }
    }
    if scalars.count > 11, scalars[10] == "T" || scalars[10] == "t", scalars[4] == "-" {
      scalars[10] = " "
    }
    return String(scalars: scalars).unicodeScalars.split(whereSeparator: Self.separates)
      .map(Substring.init)
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", "·", "(", ")": true
    default: scalar.properties.isWhitespace
    }
  }

  private func reading(of text: String) -> DateReading {
    let unread = DateReading(raw: text)
    guard let year, let month, let day, let date = Day(year: year, month: month, day: day) else {
      return unread
    }
    guard let clock else {
      return isStrange ? unread : DateReading(moment: .day(date), precision: "day", raw: text)
    }
    guard let hour = hour(clock.hour) else { return unread }
    let offset =
      offset ?? american.map { $0 * 3_600 + (USSummer.holds(on: date, clock.hour) ? 3_600 : 0) }
    guard let offset, !isStrange else {
      return DateReading(moment: .day(date), precision: "zone-unknown", raw: text)
    }
    let local = Instant(date, hour: hour, minute: clock.minute, second: clock.second ?? 0)
    return DateReading(
      moment: .instant(Instant(seconds: local.seconds - offset)),
      precision: clock.second == nil ? "minute" : nil, raw: text)
  }

  private func hour(_ hour: Int) -> Int? {
    guard let isAfternoon else { return hour }
    return 1...12 ~= hour ? hour % 12 + (isAfternoon ? 12 : 0) : nil
  }

  private mutating func take(_ word: Substring) {
    if takeNumericDate(word) || takeClock(word) || takeZone(word) || takeName(word) { return }
    guard let number = Int(word.prefix { $0.isASCII && $0.isNumber }) else {
      isStrange = true
      return
    }
    let rest = word.drop { $0.isASCII && $0.isNumber }
    if word.utf8.count == 4, year == nil {
      year = number
    } else if 1...31 ~= number, day == nil, ["", "st", "nd", "rd", "th", ".", "er"].contains(rest) {
      day = number
    } else {
      isStrange = true
    }
  }

  /// `2025-11-03`, `2025/11/03`, `3.11.2025`; `17-11-2025` only where it can be read one way.
  private mutating func takeNumericDate(_ word: Substring) -> Bool {
    guard let mark = word.first(where: { "-/.".contains($0) }), year == nil else { return false }
    let parts = word.split(separator: mark, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.allSatisfy { 48...57 ~= $0 } ? Int($0) : nil }
    guard numbers.count == 3, parts.count == 3 else { return false }
    if parts[0].utf8.count == 4 {
      (year, month, day) = (numbers[0], numbers[1], numbers[2])
    } else if parts[2].utf8.count == 4, mark == "." || numbers[0] > 12 {
      (day, month, year) = (numbers[0], numbers[1], numbers[2])
    } else if parts[2].utf8.count == 4, numbers[1] > 12 {
      (month, day, year) = (numbers[0], numbers[1], numbers[2])
    } else {
      isStrange = true
    }
    return true
  }

  /// `13:14`, `13:14:18.648`, with `Z`, `+00:00` or `PM` behind it.
  private mutating func takeClock(_ word: Substring) -> Bool {
    let digits = word.prefix { $0.isASCII && $0.isNumber || $0 == ":" || $0 == "." }
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
    guard clock == nil, 2...3 ~= parts.count, let hour = Int(parts[0]), 0..<24 ~= hour,
      parts[1].utf8.count == 2, let minute = Int(parts[1]), 0..<60 ~= minute
    else { return false }
    var second: Int?
    if parts.count == 3 {
      second = Int(parts[2].prefix { $0 != "." })
      guard let second, 0...60 ~= second else { return false }
    }
    clock = (hour, minute, second)
    let rest = word[digits.endIndex...]
    if !rest.isEmpty, !takeZone(rest), !takeName(rest) { isStrange = true }
    return true
  }

  /// `Z`, `UTC`, `+0000`, `-05:00`, and the zones of RFC 822.
  private mutating func takeZone(_ word: Substring) -> Bool {
    guard clock != nil, offset == nil else { return false }
    if let hours = Self.americanZones[word.uppercased()] {
      american = hours
      return true
    }
    if let hours = Self.zones[word.uppercased()] {
      offset = hours * 3_600
      return true
    }
    guard let sign = word.first, sign == "+" || sign == "-" else { return false }
    let digits = word.dropFirst().filter { $0 != ":" }
    guard digits.utf8.count == 4 || digits.utf8.count == 2,
      digits.utf8.allSatisfy({ 48...57 ~= $0 }), let hours = Int(digits.prefix(2)), hours <= 14,
      let minutes = Int("0" + digits.dropFirst(2)), minutes < 60
    else { return false }
    offset = (hours * 3_600 + minutes * 60) * (sign == "-" ? -1 : 1)
    return true
  }

  private mutating func takeName(_ word: Substring) -> Bool {
    let lower = word.lowercased()
    if lower == "am" || lower == "pm" {
      isAfternoon = lower == "pm"
      return true
    }
    if let number = Self.month(word) ?? DateWords.month(word), month == nil {
      month = number
      return true
    }
    return Self.weekdays.contains { lower.utf8.count >= 3 && $0.hasPrefix(lower) }
      || DateWords.isFiller(word)
  }

  /// The number of an English month by its name or first three letters or more.
  static func month(_ word: Substring) -> Int? {
    let lower = word.lowercased().prefix { $0 != "." }
    guard lower.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(lower) || lower == "sept" && $0 == "september" }
      .map { $0 + 1 }
  }

  private static let americanZones = ["ET": -5, "CT": -6, "MT": -7, "PT": -8]
  private static let zones = [
    "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7,
    "MDT": -6, "PST": -8, "PDT": -7,
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
