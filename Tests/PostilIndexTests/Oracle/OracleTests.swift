import PostilCore
import PostilIndex
import Testing

struct OracleTests {
  /// Whatever is asked of whatever notebook: the index finds what going through everything finds.
  @Test(arguments: 0..<8)
  func `the index finds what going through everything finds`(seed: UInt64) throws {
    var random = Chance(seed: seed)
    let world = World(&random)
    let shelf = try Shelf()
    try world.write(to: shelf)
    let index = try shelf.index()
    let oracle = Oracle(world: world)
    for _ in 0..<60 {
      let query = Self.query(depth: 3, &random)
      let posts = try index.posts(query, sort: PostSort(), window: 0..<99, today: testDay)
      #expect(Set(posts.map(\.id)) == oracle.posts(query), "posts: \(query)")
      let claims = try index.claims(query, sort: ClaimSort(), today: testDay)
      #expect(Set(claims.map(\.id)) == oracle.claims(query), "claims: \(query)")
    }
  }

  /// The same query as text: what is found does not change by writing it down.
  @Test func `a query finds the same when it is written and read again`() throws {
    var random = Chance(seed: 99)
    var lexicon = QueryLexicon()
    lexicon.keys = ["sector"]
    for _ in 0..<400 {
      let query = Self.query(depth: 3, &random)
      let again = try Query(parsing: query.description, in: lexicon)
      #expect(again == query)
    }
  }

  static func query(depth: Int, _ random: inout Chance) -> Query {
    func one() -> Query { query(depth: depth - 1, &random) }
    switch Int.random(in: 0...(depth == 0 ? 5 : 9), using: &random) {
    case 0...5: return leaf(&random)
    case 6: return .not(one())
    case 7: return .and([one(), one()])
    case 8: return .or([one(), one()])
    default:
      return .inside(Query.Scope.allCases.randomElement(using: &random) ?? .claim, one())
    }
  }

  private static func leaf(_ random: inout Chance) -> Query {
    let leaves: [Query] = [
      .all, .word("power"), .word("TURB*"), .word("naive"), .word("電力"), .word("要"),
      .word("ada"), .word("arger"), .phrase("take pay"), .phrase("pay take"), .phrase("需要"),
      .pattern("urbine"), .pattern("電力需"), .pattern("take pay"),
      .near([.word("take"), .word("pay")], within: 2),
      .near([.word("turb*"), .word("delay")], within: 1),
      .near([.phrase("take pay"), .word("power")], within: 3),
      .field(.author, "@ada"), .field(.author, "elise"), .field(.author, "bob"),
      .field(.name, "ada of"), .field(.platform, "x"), .field(.platform, "feed"),
      .field(.ticker, "OHMS"), .field(.hashtag, "grid"), .field(.mention, "ada"),
      .field(.link, "ohm.example"), .field(.link, "nowhere"), .field(.tag, "power"),
      .field(.tag, "contract"), .field(.tag, "starred"), .field(.status, "open"),
      .field(.status, "mixed"), .field(.type, "forecast"), .field(.id, "x-3"), .field(.id, "c-30"),
      .field(.thread, "x-4"), .since(.ago(2, .week)), .until(.ago(1, .week)),
      .confidence(20...60), .key("lang", .text("en")), .key("lang", .text("*")),
      .key("sector", .text("power*")),
      .state(Query.PostState.allCases.randomElement(using: &random) ?? .due),
      .has(Query.Part.allCases.randomElement(using: &random) ?? .note),
    ]
    let days = ["3w..1w", "..+1w", "2025-10", "2d.."].compactMap { Query.Days($0) }
    let field = Query.DayField.allCases.randomElement(using: &random) ?? .due
    let ranges = days.map { Query.days(field, $0) }
    let numbers = ["100MW..", "$1bn..$10bn", "31%", "..40", "10..50"].compactMap {
      Query.Numbers($0).map(Query.number)
    }
    let likes = Query.Numbers("10..100").map { [Query.key("likes", .numbers($0))] } ?? []
    return (leaves + ranges + numbers + likes).randomElement(using: &random) ?? .all
  }
}
