/// A day that words name: "by March", "Q3", "next quarter", "08/29", "in two years", "+2w".
public struct DueDate: Hashable, Sendable {
  public var day: Day
  /// The words that imply it.
  public var words: String

  public init(_ day: Day, _ words: String) {
    self.day = day
    self.words = words
  }

  /// Days to come that a sentence implies, relative to the day it was posted; the last day of the
  /// period named ("by March" is 31 March). The likeliest first.
  public static func implied(by sentence: String, posted: Day) -> [DueDate] { [] }

  /// A typed day: ISO 8601, `+2w`, `+3m`, `+10d`, `+1y`, and the forms of `implied`.
  public static func typed(_ text: String, today: Day) -> Day? { Day(text) }
}
