import PostilCore

/// Times as the pages of x.com show them.
enum ScreenDate {
  /// `2h`, `Jul 25`, `25 Jul`, `Sep 16, 2025`: how a timeline dates posts.
  static func isShort(_ words: String) -> Bool {
    if seconds(words) != nil { return true }
    let parts = parts(of: words)
    guard 2...3 ~= parts.count else { return false }
    let isMonthFirst = DateReader.month(parts[0]) != nil && Int(parts[1]) != nil
    let isDayFirst = DateReader.month(parts[1]) != nil && Int(parts[0]) != nil
    return (isMonthFirst || isDayFirst) && (parts.count == 2 || Int(parts[2]) != nil)
  }

  /// `8:51 PM · Jan 10, 2026`: how the page of a post dates it.
  static func isFull(_ words: String) -> Bool {
    guard let dot = words.firstRange(of: "·") else { return false }
    let clock = words[..<dot.lowerBound]
    return clock.contains(":") && clock.first?.isNumber == true
      && isShort(TrimmedText.both(of: String(words[dot.upperBound...].prefix { $0 != "·" })))
  }

  /// The day that a time means to who copies it now; nil when it is no such time.
  ///
  /// Without a year it is the last such day that is not in the future.
  static func day(_ words: String, now: Instant) -> Day? {
    if let seconds = seconds(words) { return Instant(seconds: now.seconds - seconds).day }
    let dot = isFull(words) ? words.firstRange(of: "·") : nil
    let parts = parts(of: dot.map { String(words[$0.upperBound...]) } ?? words)
    guard parts.count >= 2 else { return nil }
    let (name, number) = Int(parts[0]) == nil ? (parts[0], parts[1]) : (parts[1], parts[0])
    guard let month = DateReader.month(name), let date = Int(number) else { return nil }
    if parts.count > 2, let year = Int(parts[2]) { return Day(year: year, month: month, day: date) }
    let today = now.day
    // The 29th of February may be years ago.
    guard let year = Int(today.description.prefix(4)) else { return nil }
    return (0...8).lazy.compactMap { Day(year: year - $0, month: month, day: date) }
      .first { $0 <= today }
  }

  /// Whether the words name a day by themselves, whenever they are read.
  static func isComplete(_ words: String) -> Bool {
    !words.contains(":") && parts(of: words).count == 3
  }

  private static func parts(of words: String) -> [Substring] {
    words.split { $0.isWhitespace || ",.·".contains($0) }
  }

  /// `45s`, `5m`, `2h`, `3d` in seconds.
  private static func seconds(_ words: String) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard words.utf8.count <= 4, let unit = words.last.flatMap({ units[$0] }),
      let number = Int(words.dropLast()), number >= 0
    else { return nil }
    return number * unit
  }
}
