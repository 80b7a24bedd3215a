import PostilCore
import Testing

struct WhenTests {
  private let today = Day(number: 20_395)  // 2025-11-03

  @Test(arguments: [
    ("2025-10-03", "2025-10-03", "2025-10-03"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-12", "2025-12-01", "2025-12-31"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("today", "2025-11-03", "2025-11-03"),
    ("Yesterday", "2025-11-02", "2025-11-02"),
    ("-2w", "2025-10-20", "2025-10-20"),
    ("-1m", "2025-10-03", "2025-10-03"),
    ("-1y", "2024-11-03", "2024-11-03"),
    ("-9999y", "0000-01-01", "0000-01-01"),
    ("tomorrow", "2025-11-04", "2025-11-04"),
    ("+2w", "2025-11-17", "2025-11-17"),
    ("+1m", "2025-12-03", "2025-12-03"),
    ("+9999y", "9999-12-31", "9999-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
  ])
  func `what is typed covers days`(text: String, first: String, last: String) throws {
    let when = try #require(Query.When(text))
    #expect(when.first(today: today) == Day(first))
    #expect(when.last(today: today) == Day(last))
    #expect(Query.When(when.description) == when)
  }

  @Test(arguments: [
    "", "-", "-w", "2w", "-2x", "-2ww", "-99999d", "2025-13", "25", "2025-1", "heute", "-²w",
  ])
  func `anything else is no day`(text: String) {
    #expect(Query.When(text) == nil)
  }
}
