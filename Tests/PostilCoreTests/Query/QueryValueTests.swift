import PostilCore
import Testing

/// The values of fields: ranges of days and numbers, keys of the front matter, expressions.
struct QueryValueTests {
  @Test(arguments: [
    ("2025-10..2025-11", "2025-10-01", "2025-11-30"),
    ("2w..", "2025-10-20", "9999-12-31"),
    ("..+2w", "0000-01-01", "2025-11-17"),
    ("-1m..today", "2025-10-03", "2025-11-03"),
    ("2025", "2025-01-01", "2025-12-31"),
  ])
  func `a range of days has both its ends`(text: String, first: String, last: String) throws {
    let days = try #require(Query.Days(text))
    let bounds = days.bounds(today: Day(number: 20_395))
    #expect(bounds.first == Day(first)?.number && bounds.last == Day(last)?.number)
    #expect(Query.Days(days.description) == days)
  }

  @Test(arguments: ["", "..", "a..b", "2025-13..", "2025..2026..2027", "2w"])
  func `anything else is no range of days`(text: String) {
    #expect(Query.Days(text) == nil)
  }

  @Test(arguments: [
    ("100MW..", "w", 1e8, Double.infinity),
    ("1..10MW", "w", 1e6, 1e7),
    ("$1bn..$10bn", "usd", 1e9, 1e10),
    ("20%", "%", 20, 20),
    ("31 EH/s", "h/s", 3.1e19, 3.1e19),
    ("50k GPUs..", "gpu", 5e4, .infinity),
    ("..5", nil, -.infinity, 5),
    ("2025", nil, 2025, 2025),
    ("$2M a year", "usd/year", 2e6, 2e6),
  ])
  func `a range of numbers has a unit`(
    text: String, unit: String?, low: Double, high: Double
  ) throws {
    let numbers = try #require(Query.Numbers(text))
    #expect(numbers.unit == unit)
    #expect(numbers.low == low && numbers.high == high)
    #expect(Query.Numbers(numbers.description) == numbers)
  }

  @Test(arguments: ["", "..", "a", "$5..10MW", "100MW..200MW..", "Q3"])
  func `anything else is no range of numbers`(text: String) {
    #expect(Query.Numbers(text) == nil)
  }

  @Test func `a key is compared with text, days or numbers, as its value is written`() {
    #expect(Query.KeyValue("en") == .text("en"))
    #expect(Query.KeyValue("a..b") == .text("a..b"))
    #expect(Query.KeyValue("2025") == .text("2025"))
    #expect(Query.KeyValue("2025-10") == Query.Days("2025-10").map { .days($0) })
    #expect(Query.KeyValue("2000..") == Query.Numbers("2000..").map { .numbers($0) })
    #expect(Query.KeyValue("2025-01..") == Query.Days("2025-01..").map { .days($0) })
    #expect(Query.KeyValue("100..") == Query.Numbers("100..").map { .numbers($0) })
  }

  @Test(arguments: [
    ("take.or", "TAKE OR pay", true), ("^pay$", "take\nPay", true), ("é", "É", true),
    (#"\bpay\b"#, "payed", false), ("電.", "の電力", true), (#"^\s*$"#, "", true), ("a", "", false),
  ])
  func `an expression is found case aside`(source: String, text: String, isFound: Bool) throws {
    #expect(try Pattern(source).matches(text) == isFound)
  }

  @Test func `an expression that goes through a text in too many ways is given up`() throws {
    let text = String(repeating: "a", count: 4_000) + "!"
    for source in ["(a+)+$", "(a|a)*$", "(.*?,){11}P", "^(([a-z])+.)+[A-Z]([a-z])+$"] {
      let pattern = try Pattern(source)
      // Found, not found, or given up: but at once.
      _ = try? pattern.matches(text)
    }
    #expect(throws: Problem.self) { try Pattern("(a+)+$").matches(text) }
  }

  @Test func `own keys and saved queries are fields where they are known`() throws {
    var lexicon = QueryLexicon()
    lexicon.keys = ["sector", "deal-size"]
    lexicon.saved = [
      "power": "tag:power", "due": "query:power is:due", "a": "query:b", "b": "query:a",
    ]
    #expect(
      try Query(parsing: "sector:power deal-size:3..", in: lexicon)
        == .and([.key("sector", .text("power")), .key("deal-size", KeyValue("3.."))]))
    let problem = #expect(throws: Problem.self) { try Query(parsing: "sektor:a", in: lexicon) }
    #expect(problem?.hint?.contains("sector:") == true)
    #expect(
      try Query(parsing: "query:due", in: lexicon).expanded { lexicon.saved[$0] }
        == .and([.field(.tag, "power"), .state(.due)]))
    for (text, hint) in [("x query:pover", "power"), ("x query:a", "a → b → a")] {
      let problem = #expect(throws: Problem.self) { try Query(parsing: text, in: lexicon) }
      #expect(problem?.place?.column == 9)
      #expect(problem?.hint?.contains(hint) == true)
    }
  }

  @Test func `saved queries that double with every step are refused`() {
    var lexicon = QueryLexicon()
    for number in 1...60 {
      lexicon.saved["q\(number)"] = "query:q\(number - 1) OR query:q\(number - 1)"
    }
    lexicon.saved["q0"] = "a"
    #expect(throws: Problem.self) { try Query(parsing: "query:q60", in: lexicon) }
  }

  private typealias KeyValue = Query.KeyValue
}
