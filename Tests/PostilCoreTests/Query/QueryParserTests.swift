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
  ])
  func `a mistake is named with its column and what to write instead`(
    text: String, column: Int, hint: String
  ) {
    let problem = #expect(throws: Problem.self) { try Query(parsing: text) }
    #expect(problem?.place?.column == column)
    #expect(problem?.hint?.contains(hint) == true, "\(problem?.hint ?? "no hint")")
  }

  @Test func `a query without end is refused, whatever it is made of`() {
    for endless in ["a ", "(", "-", "\"a\"", "a OR ", "is:due "] {
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
      "status:", "open", "\u{0}", "\u{202E}", "author:",
    ]
    for _ in 0..<3_000 {
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
    switch Int.random(in: 0...(depth == 0 ? 6 : 9), using: &random) {
    case 0: return .all
    case 1: return .word("w" + String(random.next() % 100))
    case 2: return .phrase(text)
    case 3:
      let field = [Query.Field.author, .tag, .ticker, .id].randomElement(using: &random) ?? .tag
      return .field(field, text)
    case 4: return .state(Query.PostState.allCases.randomElement(using: &random) ?? .due)
    case 5: return .since(.ago(Int.random(in: 0...999, using: &random), .month))
    case 6: return .until(.day(Day(number: Int.random(in: -100_000...100_000, using: &random))))
    case 7: return .not(tree(depth: depth - 1, &random))
    case 8: return .and(trees())
    default: return .or(trees())
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
