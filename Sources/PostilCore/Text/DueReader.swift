/// Reads the day that begins at a word of a sentence.
struct DueReader {
  /// What was read: a day, the token after it, and how exact it is (0 is a day, 3 a bare year).
  struct Reading {
    var day: Day
    var end: Int
    var rank: Int
  }

  /// A period, the token after it, and how exact it is.
  typealias Found = (period: DuePeriod, end: Int, rank: Int)

  let tokens: [DueToken]
  let today: Day
  /// Whether somebody typed a day and nothing else: no preposition is needed.
  let isTyped: Bool
  private let sentence: String

  init(_ sentence: String, today: Day, isTyped: Bool = false) {
    self.sentence = sentence
    self.today = today
    self.isTyped = isTyped
    tokens = DueToken.all(in: sentence)
  }

  /// The words of a range of tokens, as written.
  func words(_ range: Range<Int>) -> String {
    String(
      sentence[
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound])
  }

  /// The word at `index`; empty beyond the end.
  func word(_ index: Int) -> String { index < tokens.count ? tokens[index].text : "" }

  /// Whether a day may begin at a token: all words that name one begin in ASCII, but most tokens of
  /// a text without spaces do not.
  func mayBegin(at index: Int) -> Bool { tokens[index].text.utf8.first.map { $0 < 0x80 } ?? false }

  /// The day that the words from `index` on name.
  func reading(at index: Int) -> Reading? {
    var next = index
    let lead = Self.leads.contains(word(next))
    if lead { next += 1 }
    if index > 0, Self.pastWords.contains(word(index - 1)) { return nil }
    if let found = span(at: next, lead: lead ? word(index) : "") {
      return Reading(day: found.period.last, end: found.end, rank: found.rank)
    }
    if lead, word(next) == "the" { next += 1 }
    let part = part(at: &next)
    guard let found = period(at: next, isLed: lead || part != nil || isTyped) else { return nil }
    return Reading(day: found.period.end(part ?? .whole), end: found.end, rank: found.rank)
  }

  private static let leads: Set<String> = [
    "by", "before", "until", "till", "in", "within", "on", "during", "through", "thru", "over",
    "due", "expiring", "exp", "dated", "for", "come", "around", "towards", "toward",
  ]

  private static let pastWords: Set<String> = ["last", "since", "past", "previous"]

  /// Reads `end of the`, `early`, `mid-`, and steps over it.
  private func part(at index: inout Int) -> DuePeriod.Part? {
    var next = index + 1
    let part: DuePeriod.Part
    switch word(index) {
    case "early": part = .early
    case "mid": part = .mid
    case "late": part = .whole
    case "start", "beginning", "middle", "end", "close":
      guard word(next) == "of" || (word(index) == "end" && month(word(next)) != nil) else {
        return nil
      }
      part =
        word(index) == "middle"
        ? .mid : word(index) == "end" || word(index) == "close" ? .whole : .early
    default: return nil
    }
    if word(next) == "-" || word(next) == "of" { next += 1 }
    if word(next) == "the" { next += 1 }
    index = next
    return part
  }

  /// The period that begins at a token; `isLed` when a word before it says that a day follows.
  private func period(at index: Int, isLed: Bool) -> Found? {
    guard index < tokens.count else { return nil }
    return numericDay(at: index, isLed: isLed) ?? namedMonth(at: index, isLed: isLed)
      ?? quarter(at: index) ?? yearEnd(at: index) ?? deictic(at: index)
      ?? weekday(at: index, isLed: isLed) ?? season(at: index, isLed: isLed)
      ?? fiscalYear(at: index) ?? bareYear(at: index, isLed: isLed)
  }

  /// A year at `index`, with `of` or an apostrophe before it: `2026`, `of 2026`, `'26`.
  func year(at index: Int) -> (year: Int, end: Int)? {
    var next = index
    if word(next) == "," || word(next) == "of" { next += 1 }
    if let year = fullYear(word(next)) { return (year, next + 1) }
    guard ["'", "’", "/"].contains(word(next)), next + 1 < tokens.count,
      tokens[next + 1].isGlued, word(next + 1).utf8.count == 2, let year = tokens[next + 1].number()
    else { return nil }
    return (2000 + year, next + 2)
  }

  /// `2026` in the years that a post can mean.
  func fullYear(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), 1900...2199 ~= year else { return nil }
    return year
  }

  private func bareYear(at index: Int, isLed: Bool) -> Found? {
    guard isLed, let year = fullYear(word(index)), let found = DuePeriod(year: year, months: 12)
    else { return nil }
    return (found, index + 1, 3)
  }

  private func fiscalYear(at index: Int) -> Found? {
    for prefix in ["fy", "cy"] where word(index).hasPrefix(prefix) {
      let digits = word(index).dropFirst(2)
      let glued = digits.utf8.count == 2 ? Int(digits).map { 2000 + $0 } : fullYear(String(digits))
      if let glued, let found = DuePeriod(year: glued, months: 12) { return (found, index + 1, 1) }
      if digits.isEmpty, let (year, end) = year(at: index + 1),
        let found = DuePeriod(year: year, months: 12)
      {
        return (found, end, 1)
      }
    }
    guard word(index) == "fiscal" || word(index) == "calendar" else { return nil }
    let next = index + (word(index + 1) == "year" ? 2 : 1)
    guard let (year, end) = year(at: next), let found = DuePeriod(year: year, months: 12) else {
      return nil
    }
    return (found, end, 1)
  }
}
