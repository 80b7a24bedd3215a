import Foundation
import PostilCore
import PostilIndex
import Testing

struct RelevanceTests {
  private static let words = ["power", "turbine", "turbines", "delay", "電", "力", "pay", "grid"]

  /// Posts by the words in them, and claims on some: `x-3` and `c-3`.
  private func texts(_ random: inout Chance) -> [(id: String, words: [String])] {
    (1...24).map { number in
      let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Self.words.randomElement(using: &random) ?? ""
      }
      return (number > 18 ? "c-\(number - 18)" : "x-\(number)", words)
    }
  }

  private func shelf(_ texts: [(id: String, words: [String])]) throws -> Shelf {
    let shelf = try Shelf()
    for (id, words) in texts {
      let text = words.joined(separator: " ")
      if id.hasPrefix("c") {
        try shelf.claim(id, on: "x-" + id.dropFirst(2), text, "status: open")
      } else {
        try shelf.post(id, text, "posted: 2025-10-0\(id.count)")
      }
    }
    return shelf
  }

  /// The formula of bm25 as FTS5 documents it, over whole texts; the best of a post and its claims.
  private func scores(_ asked: [[String]], _ texts: [(id: String, words: [String])]) -> [String:
    Double]
  {
    let average = Double(texts.reduce(0) { $0 + $1.words.count }) / Double(texts.count)
    func times(_ phrase: [String], _ words: [String]) -> Int {
      guard words.count >= phrase.count else { return 0 }
      return (0...words.count - phrase.count).count { start in
        zip(phrase, words[start...]).allSatisfy { asked, word in
          asked.hasSuffix("*") ? word.hasPrefix(asked.dropLast()) : word == asked
        }
      }
    }
    var best: [String: Double] = [:]
    for (id, words) in texts {
      var score = 0.0
      for phrase in asked {
        let hits = texts.count { times(phrase, $0.words) > 0 }
        let rarity = max(1e-6, log((Double(texts.count - hits) + 0.5) / (Double(hits) + 0.5)))
        let count = Double(times(phrase, words))
        let length = 0.25 + 0.75 * Double(words.count) / average
        score += rarity * count * 2.2 / (count + 1.2 * length)
      }
      let post = "x-" + id.dropFirst(2)
      best[post] = max(best[post] ?? 0, score)
    }
    return best
  }

  private static let queries: [(text: String, asked: [[String]])] = [
    ("turbine", [["turbine"]]),
    ("turbin*", [["turbin*"]]),
    ("power OR grid", [["power"], ["grid"]]),
    ("power grid -delay", [["power"], ["grid"]]),
    ("\"power grid\" OR pay", [["power", "grid"], ["pay"]]),
    ("電", [["電"]]),
    ("power NEAR/2 pay", [["power"], ["pay"]]),
    ("post:{delay} OR thread:{pay} OR /rid/", [["delay"], ["pay"]]),
  ]

  @Test(arguments: 0..<6)
  func `the posts that fit best come first, those that fit as well by date`(seed: UInt64) throws {
    var random = Chance(seed: seed)
    let texts = texts(&random)
    let index = try shelf(texts).index()
    for (text, asked) in Self.queries {
      let query = try Query(parsing: text)
      let scores = scores(asked, texts)
      let newest = try index.posts(query, sort: PostSort(), window: 0..<99, today: testDay)
      let expected = newest.map(\.id).enumerated().sorted { one, other in
        let gap = (scores[one.element] ?? 0) - (scores[other.element] ?? 0)
        let size = max(scores[one.element] ?? 0, scores[other.element] ?? 0)
        return abs(gap) <= size * 1e-12 ? one.offset < other.offset : gap > 0
      }.map(\.element)
      for isReversed in [false, true] {
        let sort = PostSort(.relevance, isReversed: isReversed)
        let found = try index.posts(query, sort: sort, window: 0..<99, today: testDay).map(\.id)
        #expect(found == (isReversed ? expected.reversed() : expected), "\(text)")
      }
    }
  }

  @Test(arguments: ["", "is:unread", "/po/", "-power", "🚀"])
  func `without words that are wanted it is the date`(text: String) throws {
    let index = try smallNotebook().index()
    let query = try Query(parsing: text)
    for isReversed in [false, true] {
      let (byDate, byWords) = (
        PostSort(.date, isReversed: isReversed), PostSort(.relevance, isReversed: isReversed)
      )
      let found = try index.posts(query, sort: byWords, window: 0..<99, today: testDay)
      #expect(found == (try index.posts(query, sort: byDate, window: 0..<99, today: testDay)))
    }
  }

  @Test func `the words of a saved query count`() throws {
    let shelf = try Shelf()
    try shelf.post("x-1", "power power power", "posted: 2025-10-01")
    try shelf.post("x-2", "power and a good deal else that is said", "posted: 2025-10-02")
    for number in 3...9 { try shelf.post("x-\(number)", "other", "posted: 2025-10-03") }
    try shelf.write("queries/mine.md", "---\nkind: query\nquery: power\n---\n")
    let found = try shelf.index().posts(
      Query(parsing: "query:mine", in: .any), sort: PostSort(.relevance), window: 0..<9,
      today: testDay)
    #expect(found.map(\.id) == ["x-1", "x-2"])
  }

  @Test(arguments: [
    ("iren", ["x-1", "x-2"]), ("IREN", ["x-1", "x-2"]), ("ire*", ["x-1", "x-2"]), ("ren", []),
    ("\"iren corp\"", ["x-2"]), ("iren NEAR/2 corp", ["x-2"]), ("IRENは", ["x-1"]), ("は", ["x-1"]),
  ])
  func `a word glued to a script without spaces is found`(text: String, ids: [String]) throws {
    let shelf = try Shelf()
    try shelf.post("x-1", "昨日IRENは上がった。sirens")
    try shelf.post("x-2", "株式会社Iren corpの話")
    try shelf.post("x-3", "A siren is no IRENE.")
    let index = try shelf.index()
    let found = try index.posts(
      Query(parsing: text), sort: PostSort(), window: 0..<9, today: testDay)
    #expect(text == "ire*" || Set(found.map(\.id)) == Set(ids))
    #expect(Set(ids).isSubset(of: found.map(\.id)))
  }
}
