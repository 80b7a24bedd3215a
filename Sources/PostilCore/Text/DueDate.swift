/// A day that words name: "by March", "Q3", "next quarter", "08/29", "in two years", "+2w".
///
/// A period stands for its last day. Early is the first quarter of a year, the first third of a half
/// or a quarter, and the 10th of a month; mid is 30 June, the middle, and the 15th. A fiscal year is
/// taken for the calendar year, because no post says when it ends. A week ends on Sunday. Months,
/// quarters and days without a year are the next on or after the day of posting.
public struct DueDate: Hashable, Sendable {
  /// The last day of what the words name.
  public var day: Day
  /// The words that imply it.
  public var words: String

  /// A day and the words that imply it.
  public init(_ day: Day, _ words: String) {
    self.day = day
    self.words = words
  }

  /// Days to come that a sentence implies, relative to the day it was posted; the last day of the
  /// period named ("by March" is 31 March). The likeliest first: exact days, then months and
  /// quarters, then spans of time, then bare years.
  public static func implied(by sentence: String, posted: Day) -> [DueDate] {
    let reader = DueReader(sentence, today: posted)
    var found: [(due: DueDate, rank: Int)] = []
    var index = 0
    while index < reader.tokens.count {
      guard reader.mayBegin(at: index), let reading = reader.reading(at: index) else {
        index += 1
        continue
      }
      let due = DueDate(reading.day, reader.words(index..<reading.end))
      index = reading.end
      guard due.day >= posted, !found.contains(where: { $0.due.day == due.day }) else { continue }
      found.append((due, reading.rank))
      // Nobody names more days in a sentence; a hostile text might.
      if found.count == 16 { break }
    }
    return (0...3).flatMap { rank in found.filter { $0.rank == rank }.map(\.due) }
  }

  /// A typed day: ISO 8601, `+2w`, `+3m`, `+10d`, `+1q`, `+1y`, `today`, a weekday (the next one),
  /// and the forms of `implied`, without their prepositions if you like.
  public static func typed(_ text: String, today: Day) -> Day? {
    guard text.utf8.count <= 64 else { return nil }
    let reader = DueReader(text, today: today, isTyped: true)
    guard let reading = reader.reading(at: 0), reading.end == reader.tokens.count else {
      return nil
    }
    return reading.day
  }
}
