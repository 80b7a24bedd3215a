import PostilCore
import Testing

struct QueryParserTests {
  @Test(arguments: [
    ("", Query.all),
    ("  \u{3000} ", .all),
    ("*", .all),
    ("power", .word("power")),
    ("take-or-pay 31 EH/s", .and([.word("take-or-pay"), .word("31"), .word("EH/s")])),
    ("\"take or pay\"", .phrase("take or pay")),
    ("“take or pay”", .phrase("take or pay")),
    (#""a \"b\" \\ c""#, .phrase(#"a "b" \ c"#)),
    ("-power", .not(.word("power"))),
    ("NOT power", .not(.word("power"))),
    ("--power", .word("power")),
    ("-\"take or pay\"", .not(.phrase("take or pay"))),
    ("author:@Ada tag:power/btm", .and([.field(.author, "@Ada"), .field(.tag, "power/btm")])),
    ("author:\"Ada of Ohm\"", .field(.author, "Ada of Ohm")),
    ("Status:Open", .field(.status, "open")),
    ("status:open,mixed", .or([.field(.status, "open"), .field(.status, "mixed")])),
    ("type:forecast", .field(.type, "forecast")),
    ("ticker:OHMS", .field(.ticker, "OHMS")),
    ("id:x-12~2", .field(.id, "x-12~2")),
    ("-is:untagged", .not(.state(.untagged))),
    ("since:2025-10-03", .since(.day(Day(number: 20_364)))),
    (
      "since:2025-10 until:2025",
      .and([.since(.month(year: 2025, month: 10)), .until(.year(2025))])
    ),
    ("since:-2w until:today", .and([.since(.ago(2, .week)), .until(.today)])),
    ("a OR b c", .or([.word("a"), .and([.word("b"), .word("c")])])),
    ("(a OR b) AND c", .and([.or([.word("a"), .word("b")]), .word("c")])),
    ("-(a b)", .not(.and([.word("a"), .word("b")]))),
    ("12:30 https://ohm.example/a", .and([.word("12:30"), .word("https://ohm.example/a")])),
    ("turb*", .word("turb*")),
    ("/take.?or (pay|leave)/", .pattern("take.?or (pay|leave)")),
    (#"/a\/b\.c/ d"#, .and([.pattern(#"a/b\.c"#), .word("d")])),
    ("(/a b/)", .pattern("a b")),
    ("/srv/ohm a/b", .and([.phrase("/srv/ohm"), .word("a/b")])),
    ("a NEAR/5 b", .near([.word("a"), .word("b")], within: 5)),
    (
      "-a NEAR/5 \"b c\" NEAR/5 d* e",
      .and([.not(.near([.word("a"), .phrase("b c"), .word("d*")], within: 5)), .word("e")])
    ),
    ("NEAR near/5", .and([.word("NEAR"), .word("near/5")])),
    ("name:Ada platform:x", .and([.field(.name, "Ada"), .field(.platform, "x")])),
    ("mention:@ada hashtag:#ohm", .and([.field(.mention, "@ada"), .field(.hashtag, "#ohm")])),
    ("link:https://ohm.example/a", .field(.link, "https://ohm.example/a")),
    ("thread:x-1", .field(.thread, "x-1")),
    ("has:note,Link", .or([.has(.note), .has(.link)])),
    ("is:reply", .state(.reply)),
    (
      "posted:2025-10..2025-11",
      .days(
        .posted, .init(from: .month(year: 2025, month: 10), to: .month(year: 2025, month: 11)))
    ),
    ("captured:2025", .days(.captured, .init(from: .year(2025), to: .year(2025)))),
    ("due:..+2w", .days(.due, .init(from: nil, to: .ago(-2, .week)))),
    ("posted:2w..", .days(.posted, .init(from: .ago(2, .week), to: nil))),
    ("due:tomorrow", .days(.due, .init(from: .ago(-1, .day), to: .ago(-1, .day)))),
    ("confidence:60..", .confidence(60...100)),
    ("confidence:80%", .confidence(80...80)),
    ("lang:en", .key("lang", .text("en"))),
    ("reply-to:x-1", .key("reply-to", .text("x-1"))),
    ("take-or:pay", .word("take-or:pay")),
    (
      "claim:{status:open (a OR b)} c",
      .and([
        .inside(.claim, .and([.field(.status, "open"), .or([.word("a"), .word("b")])])),
        .word("c"),
      ])
    ),
    ("Thread:{ author:a }", .inside(.thread, .field(.author, "a"))),
    ("-post:{-claim:{a}}", .not(.inside(.post, .not(.inside(.claim, .word("a")))))),
    ("claim:{/a{2}/}", .inside(.claim, .pattern("a{2}"))),
    ("a{b} {c}", .and([.word("a{b}"), .word("{c}")])),
    ("query:due-power", .saved("due-power")),
  ])
  func `what is typed is understood`(text: String, query: Query) throws {
    #expect(try Query(parsing: text) == query)
  }

  @Test(arguments: [
    ("autor:ada", 1, "author:"),
    ("ok is:untaged", 7, "untagged"),
    ("status:opne", 8, "open"),
    ("type:forcast", 6, "forecast"),
    ("é since:yesteryear", 9, "2025-10-03"),
    ("since:2025-02-30", 7, "2025-10-03"),
    ("tag: power", 5, "space"),
    ("a \"b", 3, "Close"),
    ("a \"\"", 3, "between"),
    ("(a", 1, "Close"),
    ("a)", 2, "Leave"),
    ("()", 2, "Write"),
    ("a OR", 3, "Write"),
    ("-", 1, "Write"),
    ("/a(b/", 5, "backslash"),
    (#"ok /a\/(b/"#, 10, "backslash"),
    ("a NEAR/5 is:due", 10, "delay"),
    ("NEAR/5 a", 1, "delay"),
    ("a NEAR/5", 3, "delay"),
    ("a NEAR/5 b NEAR/6 c", 12, "NEAR/5"),
    ("has:nots", 5, "note"),
    ("posted:2025-13..", 8, "2025-10-03"),
    ("posted:..", 8, "2025-10-03"),
    ("number:100..5x%", 8, "100MW"),
    ("number:$5..10MW", 8, "one unit"),
    ("confidence:120", 12, "0 to 100"),
    ("confidence:80..20", 12, "0 to 100"),
    ("platfrom:x", 1, "platform:"),
    ("a claim:{b", 3, "Close"),
    ("claim:{a)}", 1, "Close"),
    ("claim:{}", 8, "Write"),
    ("claim:open", 7, "claim:{"),
    ("claim:{thread:{post:{claim:{a}}}}", 22, "At most 3"),
    ("lnag:en", 1, "lang:"),
  ])
  func `a mistake is named with its column and what to write instead`(
    text: String, column: Int, hint: String
  ) {
    let problem = #expect(throws: Problem.self) { try Query(parsing: text) }
    #expect(problem?.place?.column == column)
    #expect(problem?.hint?.contains(hint) == true, "\(problem?.hint ?? "no hint")")
  }

  @Test func `a query without end is refused, whatever it is made of`() {
    for endless in ["a ", "(", "-", "\"a\"", "a OR ", "is:due ", "claim:{", "a NEAR/5 ", "/a/ "] {
      #expect(throws: Problem.self) {
        try Query(parsing: String(repeating: endless, count: 50_000))
      }
    }
  }

  @Test func `random text is read or refused, and what is read is written the same`() throws {
    var random = SplitMix(seed: 7)
    let pieces = [
      "a", "é", "e\u{301}", "\"", "(", ")", "-", ":", " ", "\r\n", "OR", "AND", "NOT", "*", "\\",
      "tag:", "is:", "due", "since:", "2025", "-2w", "$IREN", "“", "”", "電力", "🏗️", "//", ",",
      "status:", "open", "\u{0}", "\u{202E}", "author:", "/", "{", "}", "claim:{", "thread:{",
      "NEAR/3",
      "has:", "note", "posted:", "..", "+3d", "number:", "100MW", "$1bn", "%", "lang:", "reply-to:",
      "query:", "confidence:",
    ]
    for _ in 0..<8_000 {
      let text = (0..<Int.random(in: 0...9, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      guard let query = try? Query(parsing: text) else { continue }
      #expect(try Query(parsing: query.description) == query, "\(text.debugDescription)")
    }
  }

  @Test func `every tree is written so that it is read as itself`() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<2_000 {
      let query = Self.tree(depth: 4, &random)
      #expect(try Query(parsing: query.description) == query, "\(query)")
    }
  }

  private static func tree(depth: Int, _ random: inout SplitMix) -> Query {
    let texts = ["a", "電力", "a b", "is:due", "-x", "(x)", "say \"so\"", "\\", "OR", "$3.2B"]
    let text = texts.randomElement(using: &random) ?? ""
    func trees() -> [Query] {
      (0..<Int.random(in: 2...3, using: &random)).map { _ in tree(depth: depth - 1, &random) }
    }
    switch Int.random(in: 0...(depth == 0 ? 7 : 11), using: &random) {
    case 0: return .all
    case 1: return .word("w" + String(random.next() % 100))
    case 2: return .phrase(text)
    case 3:
      let field = [Query.Field.author, .tag, .ticker, .id].randomElement(using: &random) ?? .tag
      return .field(field, text)
    case 4: return .state(Query.PostState.allCases.randomElement(using: &random) ?? .due)
    case 5: return .since(.ago(Int.random(in: 0...999, using: &random), .month))
    case 6: return .until(.day(Day(number: Int.random(in: -100_000...100_000, using: &random))))
    case 7: return leaf(text, &random)
    case 8: return .not(tree(depth: depth - 1, &random))
    case 9: return .and(trees())
    case 10:
      let scope = Query.Scope.allCases.randomElement(using: &random) ?? .claim
      return .inside(scope, tree(depth: depth - 1, &random))
    default: return .or(trees())
    }
  }
}

extension QueryParserTests {
  private static func leaf(_ text: String, _ random: inout SplitMix) -> Query {
    let texts = [Query.phrase(text), .word("turb*"), .word("電力"), .phrase("a } b")]
    let days = ["2025", "2w..", "..+2w", "2025-10..today", "-1y", "..2025-10-03"]
    let numbers = ["100MW..", "$1bn..$10bn", "20%", "..5", "31 EH/s", "1..10MW"]
    switch Int.random(in: 0...7, using: &random) {
    case 0:
      let sides = (0..<Int.random(in: 2...3, using: &random)).map { _ in
        texts.randomElement(using: &random) ?? .word("a")
      }
      return .near(sides, within: Int.random(in: 0...99, using: &random))
    case 1:
      let sources = ["a b", "a/b", #"\\/"#, #"a\.b"#, "}", "(a|b){2}", #"\)"#, " "]
      return .pattern(sources.randomElement(using: &random) ?? "a")
    case 2: return .has(Query.Part.allCases.randomElement(using: &random) ?? .note)
    case 3:
      let field = Query.DayField.allCases.randomElement(using: &random) ?? .due
      return Query.Days(days.randomElement(using: &random) ?? "").map { .days(field, $0) } ?? .all
    case 4:
      return Query.Numbers(numbers.randomElement(using: &random) ?? "").map(Query.number) ?? .all
    case 5:
      let low = Int.random(in: 0...100, using: &random)
      return .confidence(low...Int.random(in: low...100, using: &random))
    case 6:
      let values = days + numbers + ["a", "a*", "{x}", text]
      return .key("lang", Query.KeyValue(values.randomElement(using: &random) ?? "a"))
    default: return .saved(text)
    }
  }
}

/// A repeatable source of chance (Steele, Lea, Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
