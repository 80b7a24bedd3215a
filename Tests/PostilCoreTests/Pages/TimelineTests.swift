import PostilCore
import Testing

@Suite struct TimelineTests {
  private static func activity(_ days: [String: Int]) throws -> Activity {
    var activity = Activity()
    for (text, count) in days {
      let day = try #require(Day(text))
      activity.weeks[Activity.monday(of: day), default: .init()].posts += count
    }
    return activity
  }

  @Test func `every day belongs to the week of its Monday`() throws {
    for number in -400..<400 {
      let day = Day(number: number)
      let monday = Activity.monday(of: day)
      #expect(monday.weekday == 1)
      #expect((0..<7).contains(day.number - monday.number))
    }
  }

  @Test(arguments: [1, 2, 5, 11, 40, 70, 300])
  func `folding loses no post and takes no more room than there is`(columns: Int) throws {
    let activity = try Self.activity([
      "2019-12-30": 1, "2021-01-01": 2, "2024-02-29": 3, "2025-12-31": 4, "2026-11-23": 5,
    ])
    let timeline = Timeline(activity, columns: columns)
    #expect(timeline.tallies.count <= columns)
    #expect(timeline.tallies.reduce(0) { $0 + $1.posts } == 15)
  }

  @Test func `the shortest step that fits is taken`() throws {
    let activity = try Self.activity(["2025-11-03": 1, "2026-11-02": 1])
    #expect(Timeline(activity, columns: 53).step == .week)
    #expect(Timeline(activity, columns: 52).step == .month)
    #expect(Timeline(activity, columns: 12).step == .quarter)
    #expect(Timeline(activity, columns: 4).step == .years(1))
  }

  @Test func `steps begin where the calendar says`() throws {
    let activity = try Self.activity(["2025-11-19": 1, "2026-03-04": 1])
    let months = Timeline(activity, columns: 6)
    #expect(months.step == .month)
    #expect((0..<5).map { "\(months.day(of: $0))" }.first == "2025-11-01")
    #expect("\(months.day(of: 4))" == "2026-03-01")
    let weeks = Timeline(activity, columns: 20)
    #expect("\(weeks.day(of: 0))" == "2025-11-17")
  }

  @Test func `the ends of the calendar break nothing`() throws {
    let activity = try Self.activity(["0000-01-01": 1, "9999-12-31": 1])
    for columns in [1, 7, 80] {
      let timeline = Timeline(activity, columns: columns)
      #expect((1...columns).contains(timeline.tallies.count))
      #expect(timeline.tallies.reduce(0) { $0 + $1.posts } == 2)
    }
  }

  @Test func `nothing happened, nothing is shown`() {
    #expect(Timeline(Activity(), columns: 80).tallies.isEmpty)
    #expect(Timeline(Activity(), columns: 80).peak == 0)
  }

  @Test func `the confidence in the middle is that of a claim`() {
    var track = Track()
    #expect(track.medianConfidence == nil)
    track.confidences = [40: 1, 70: 2, 95: 1]
    #expect(track.medianConfidence == 70)
    track.confidences = [10: 2, 90: 2]
    #expect(track.medianConfidence == 10)
  }
}
