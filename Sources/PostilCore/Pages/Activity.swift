/// What happened around a subject, week by week.
public struct Activity: Hashable, Sendable {
  /// The posts, claims and verdicts of a while.
  public struct Tally: Hashable, Sendable {
    /// Posts written.
    public var posts = 0
    /// Claims whose post was written then, by the mark they have now.
    public var claims: [Character: Int] = [:]
    /// Verdicts given then, by mark.
    public var verdicts: [Character: Int] = [:]
    /// Open claims that fall due then.
    public var due = 0

    /// Nothing.
    public init() {}

    /// Puts another while's counts to these.
    public static func += (sum: inout Tally, other: Tally) {
      sum.posts += other.posts
      sum.claims.merge(other.claims, uniquingKeysWith: +)
      sum.verdicts.merge(other.verdicts, uniquingKeysWith: +)
      sum.due += other.due
    }
  }

  /// By their Mondays; weeks in which nothing happened are left out.
  public var weeks: [Day: Tally] = [:]

  /// No week at all.
  public init() {}

  /// The Monday of the week (ISO 8601) in which a day lies.
  public static func monday(of day: Day) -> Day { day + (1 - day.weekday) }
}

/// Activity folded into as many steps of time as there is room for.
public struct Timeline: Hashable, Sendable {
  /// How long a step is.
  public enum Step: Hashable, Sendable {
    case week, month, quarter
    case years(Int)

    /// `week`, `month`, `quarter`, `year`, `5 years`.
    public var name: String {
      switch self {
      case .week: "week"
      case .month: "month"
      case .quarter: "quarter"
      case .years(1): "year"
      case .years(let count): "\(count) years"
      }
    }

    /// The number of the step in which a week lies that begins on a Monday: by its Thursday, as ISO
    /// 8601 gives a week to a year.
    func number(ofWeek monday: Day) -> Int {
      let (year, month, _) = (monday + 3).parts
      return switch self {
      case .week: Int((Double(monday.number + 3) / 7).rounded(.down))
      case .month: year * 12 + month - 1
      case .quarter: year * 4 + (month - 1) / 3
      case .years(let count): year / count
      }
    }

    /// The first day of a step.
    func firstDay(of number: Int) -> Day {
      switch self {
      case .week: Day(number: number * 7 - 3)
      case .month: Self.day(number / 12, number % 12 + 1)
      case .quarter: Self.day(number / 4, number % 4 * 3 + 1)
      case .years(let count): Self.day(number * count, 1)
      }
    }

    private static func day(_ year: Int, _ month: Int) -> Day {
      Day(year: year, month: month, day: 1) ?? Day(number: 0)
    }
  }

  /// How long each step is.
  public let step: Step
  /// One step after the other, also those in which nothing happened.
  public let tallies: [Activity.Tally]
  private let first: Int

  /// Folds activity into at most `columns` steps, the shortest that fit.
  public init(_ activity: Activity, columns: Int) {
    let mondays = activity.weeks.keys.sorted()
    guard let start = mondays.first, let end = mondays.last, columns > 0 else {
      (step, tallies, first) = (.week, [], 0)
      return
    }
    let steps: [Step] =
      [.week, .month, .quarter] + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].map(Step.years)
    let step =
      steps.first { $0.number(ofWeek: end) - $0.number(ofWeek: start) < columns }
      ?? .years(10_000)
    let first = step.number(ofWeek: start)
    var tallies = [Activity.Tally](
      repeating: Activity.Tally(), count: step.number(ofWeek: end) - first + 1)
    for (monday, tally) in activity.weeks { tallies[step.number(ofWeek: monday) - first] += tally }
    self.step = step
    self.tallies = tallies
    self.first = first
  }

  /// The most posts of a step.
  public var peak: Int { tallies.map(\.posts).max() ?? 0 }

  /// The first day of a step, counted from 0.
  public func day(of index: Int) -> Day { step.firstDay(of: first + index) }
}
