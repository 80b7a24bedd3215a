@testable import PostilCore
import TestSupport
import Testing

@Suite struct DueDateTests {
  /// A Monday.
  private let posted = Day(year: 2025, month: 11, day: 3) ?? Day(number: 0)

  @Test(arguments: [
    ("First power by March.", "2026-03-31", "by March"),
    ("Energised by the end of March 2026", "2026-03-31", "by the end of March 2026"),
    ("We expect 1 GW by year end.", "2025-12-31", "by year end"),
    ("at year-end 2027", "2027-12-31", "year-end 2027"),
    ("Done by end of 2026!", "2026-12-31", "by end of 2026"),
    ("$40 by EOY", "2025-12-31", "by EOY"),
    ("by the end of the year", "2025-12-31", "by the end of the year"),
    ("Q3 will be huge", "2026-09-30", "Q3"),
    ("Q4 will be huge", "2025-12-31", "Q4"),
    ("in Q3 2026", "2026-09-30", "in Q3 2026"),
    ("deliveries 3Q26 and on", "2026-09-30", "3Q26"),
    ("Q1'27 start", "2027-03-31", "Q1'27"),
    ("H1 2027", "2027-06-30", "H1 2027"),
    ("2H26", "2026-12-31", "2H26"),
    ("in the first half of 2027", "2027-06-30", "in the first half of 2027"),
    ("in the second half of the year", "2025-12-31", "in the second half of the year"),
    ("during the third quarter of 2026", "2026-09-30", "during the third quarter of 2026"),
    ("next quarter", "2026-03-31", "next quarter"),
    ("this quarter", "2025-12-31", "this quarter"),
    ("next year", "2026-12-31", "next year"),
    ("next month", "2025-12-31", "next month"),
    ("next week", "2025-11-16", "next week"),
    ("tomorrow", "2025-11-04", "tomorrow"),
    ("It doubles in two years.", "2027-11-03", "in two years"),
    ("in 6 months", "2026-05-03", "in 6 months"),
    ("within 18 months", "2027-05-03", "within 18 months"),
    ("over the next 12-18 months", "2027-05-03", "over the next 12-18 months"),
    ("three weeks from now", "2025-11-24", "three weeks from now"),
    ("bought 08/29 calls", "2026-08-29", "08/29"),
    ("by 8/29/26", "2026-08-29", "by 8/29/26"),
    ("on Aug 29", "2026-08-29", "on Aug 29"),
    ("on Aug. 29th, 2026", "2026-08-29", "on Aug. 29th, 2026"),
    ("29 August 2026", "2026-08-29", "29 August 2026"),
    ("August 2026", "2026-08-31", "August 2026"),
    ("reports 2026-11-15", "2026-11-15", "2026-11-15"),
    ("mid-2027", "2027-06-30", "mid-2027"),
    ("mid-March", "2026-03-15", "mid-March"),
    ("early 2026", "2026-03-31", "early 2026"),
    ("late 2026", "2026-12-31", "late 2026"),
    ("15 Nov", "2025-11-15", "15 Nov"),
    ("in 2030", "2030-12-31", "in 2030"),
    ("by 2028", "2028-12-31", "by 2028"),
    ("FY26 revenue", "2026-12-31", "FY26"),
    ("fiscal year 2027", "2027-12-31", "fiscal year 2027"),
    ("by Friday", "2025-11-07", "by Friday"),
    ("next Friday", "2025-11-14", "next Friday"),
    ("on 15.11.2026", "2026-11-15", "on 15.11.2026"),
    ("by February", "2026-02-28", "by February"),
    ("on February 29", "2028-02-29", "on February 29"),
    ("by summer 2026", "2026-08-31", "by summer 2026"),
    ("by November", "2025-11-30", "by November"),
    ("this winter", "2026-02-28", "this winter"),
  ])
  func `a sentence implies a day`(sentence: String, day: String, words: String) {
    let due = DueDate.implied(by: sentence, posted: posted).first
    #expect(due?.day.description == day)
    #expect(due?.words == words)
  }

  @Test(arguments: [
    "", "They may march on.", "You may be right", "working 24/7", "a 50/50 chance", "1/5",
    "in Q3 2024 we lost", "in 2024", "last March", "since June", "200MW in one hall", "v2.11.3",
    "5-year average term", "31 EH/s", "$3.2B", "2026", "the 2026 plan", "10.5.1", "a year ago",
    "99/99/9999", "Q9 2026", "2026-02-30", "March 31.5% up", "the same week", "sat there",
  ])
  func `other words imply none`(sentence: String) {
    #expect(DueDate.implied(by: sentence, posted: posted) == [])
  }

  @Test func `the most exact day comes first`() {
    let found = DueDate.implied(
      by: "In 2027 at the latest, first in Q2, and news on 12 December.", posted: posted)
    #expect(found.map(\.day.description) == ["2025-12-12", "2026-06-30", "2027-12-31"])
  }

  @Test(arguments: [
    ("2024-01-31", "2024-01-31"), ("+2w", "2025-11-17"), ("+3m", "2026-02-03"),
    ("+10d", "2025-11-13"), ("+1y", "2026-11-03"), ("+1q", "2026-02-03"),
    ("+ 2 weeks", "2025-11-17"),
    ("2w", "2025-11-17"), ("today", "2025-11-03"), ("Tomorrow", "2025-11-04"),
    ("friday", "2025-11-07"), ("mon", "2025-11-10"), ("march", "2026-03-31"),
    ("by March", "2026-03-31"), ("Q3", "2026-09-30"), ("2028", "2028-12-31"),
    ("8/29", "2026-08-29"), ("15 nov", "2025-11-15"), ("eoy", "2025-12-31"),
    ("end of 2026", "2026-12-31"), ("next year", "2026-12-31"), ("mid-2027", "2027-06-30"),
    (" 2026-11-15 ", "2026-11-15"), ("in two years", "2027-11-03"),
  ])
  func `a typed day is understood`(text: String, day: String) {
    #expect(DueDate.typed(text, today: posted)?.description == day)
  }

  @Test(arguments: ["", "+", "+2", "w", "soon", "2026-13-01", "march of the penguins", "+9999999w"])
  func `what is not a day is refused`(text: String) {
    #expect(DueDate.typed(text, today: posted) == nil)
  }

  @Test func `random words never trap, and nothing implied is past`() {
    var random = SeededNumbers(7)
    let pieces = [
      "by", "in", "end", "of", "the", "next", "this", "year", "q", "Q3", "3Q26", "h1", "fy", "fy26",
      "March", "may", "29", "31", "0", "9999", "2026", "26", "'", "/", "-", ".", "+", ",", "two",
      "a",
      "couple", "w", "y", "m", "d", "9999y", "months", "weeks", "friday", "mid", "early", "from",
      "now", "quarter", "half", "first", "é", "電", "’26", "–", "🚀", "\u{301}",
      "99999999999999999999", "\r\n",
      "year-end",
    ]
    let days = [posted, Day(number: 0), Day(number: -719_528), Day(number: 2_932_896)]
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...7, using: &random)
      let text = (0..<count).map { _ in
        (pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
      }.joined()
      let day = days.randomElement(using: &random) ?? posted
      _ = DueDate.typed(text, today: day)
      let reader = DueReader(text, today: day)
      for index in reader.tokens.indices where !reader.mayBegin(at: index) {
        #expect(reader.reading(at: index) == nil)
      }
      for due in DueDate.implied(by: text, posted: day) {
        #expect(due.day >= day)
        #expect(Array(text.unicodeScalars).contains(Array(due.words.unicodeScalars)))
      }
    }
  }
}
