import PostilCore
import PostilIndex
import Testing

/// Beginnings of words, which are looked for in the texts themselves when they are frequent.
@Suite struct BegunWordTests {
  private let words = [
    "synapse", "Sýnod", "syntax", "power", "delayed", "transformer", "asynchronous", "中syn",
    "quiet",
  ]
  private let syn: Set = ["synapse", "Sýnod", "syntax", "中syn"]

  @Test func `frequent beginnings find the same posts as an index of words would, in order`() throws
  {
    let shelf = try Shelf()
    var chance = Chance(seed: 3)
    var said: [String: Set<String>] = [:]
    for number in 100..<400 {
      // Long enough that the texts are worth looking through.
      var text = Array(repeating: "filler of no account", count: 180)
      let own = (0..<2).map { _ in words.randomElement(using: &chance) ?? "" }
      text.insert(contentsOf: own, at: Int.random(in: 0..<180, using: &chance))
      let day = number % 18 + 10
      try shelf.post(
        "x-\(number)", text.joined(separator: " "), "posted: 2025-0\(number / 100)-\(day)")
      said["x-\(number)"] = Set(own)
    }
    try shelf.margin("x-150", "A synonym of it.")
    said["x-150"]?.insert("syntax")
    let index = try shelf.index()
    let queries: [(String, (Set<String>) -> Bool)] = [
      ("syn*", { !$0.isDisjoint(with: syn) }), ("pow*", { $0.contains("power") }),
      ("syn* power", { $0.contains("power") && !$0.isDisjoint(with: syn) }),
      ("asyn*", { $0.contains("asynchronous") }),
    ]
    for (text, finds) in queries {
      let query = try Query(parsing: text)
      func posts(_ window: Range<Int>, isReversed: Bool = false) throws -> [PostRow] {
        try index.posts(
          query, sort: PostSort(.date, isReversed: isReversed), folding: .none, window: window,
          today: testDay)
      }
      let all = try posts(0..<400)
      #expect(Set(all.map(\.id)) == Set(said.filter { finds($0.value) }.keys), "\(text)")
      let dates = all.map { $0.posted?.seconds ?? 0 }
      #expect(dates == dates.sorted(by: >))
      #expect(try posts(0..<20) == Array(all.prefix(20)))
      #expect(try posts(30..<50) == Array(all.dropFirst(30).prefix(20)))
      #expect(try posts(0..<400, isReversed: true) == all.reversed())
    }
  }
}
