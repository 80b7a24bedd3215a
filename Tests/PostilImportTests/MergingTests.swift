import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

/// Section 7 of the rules on imports: what records of the same post come to.
struct MergingTests {
  /// Files that invented programs wrote about the same invented posts, each in its own way.
  private static let inputs: [(name: String, text: String)] = [
    (
      "whole.jsonl",
      lines([post(1, "power is what is scarce"), post(2, "first\\nsecond https://a.example/x")])
    ),
    (
      "flat.csv",
      """
      id_str,full_text,screen_name,favorite_count
      \(id(2)),first second https://t.co/abc,ada,12
      \(id(3)),no number known,ada,
      """
    ),
    ("cut.jsonl", lines([post(4, "RT @ohm: the grid is f…")])),
    (
      "held.jsonl",
      lines([post(4, "the grid is full"), post(1, "power is what is scarce", likes: 7)])
    ),
    ("edited.jsonl", lines([post(5, "costs $1.2B"), post(6, "one")])),
    ("later.jsonl", lines([post(5, "costs $1.3B", likes: 3), post(6, "one"), post(7, "new")])),
    (
      "bare.csv",
      """
      text,screen_name,created_at,favorited,views_count
      power is what is scarce,ada,2025-11-03T14:26:06Z,0,5
      said once,ada,2025-11-03T14:26:06Z,0,5
      """
    ),
    (
      "named.jsonl",
      #"""
      {"id_str":"1985352791846887765","full_text":"said once","screen_name":"ada","created_at":"2025-11-03T14:26:06Z"}
      """#
    ),
    ("pasted.txt", "an idea of mine"),
  ]

  private static func id(_ number: Int) -> String { String(1_985_352_791_846_887_765 + number) }

  private static func post(_ number: Int, _ text: String, likes: Int? = nil) -> String {
    let likes = likes.map { #","favorite_count":\#($0)"# } ?? ""
    return #"{"id_str":"\#(id(number))","full_text":"\#(text)","screen_name":"ada"\#(likes)}"#
  }

  private static func lines(_ records: [String]) -> String { records.joined(separator: "\n") }

  private static func sources(_ order: [Int]) -> [Source] {
    order.map { Source(name: inputs[$0].name, bytes: Array(inputs[$0].text.utf8)) }
  }

  @Test func `any order of any imports, with repeats, gives the same notebook`() throws {
    var numbers = SeededNumbers(70)
    for _ in 0..<40 {
      let chosen = Self.inputs.indices.filter { _ in Bool.random(using: &numbers) }
      let one = try ImportSandbox()
      for source in Self.sources(chosen) { try one.take([source]) { $0.split = .none } }
      let other = try ImportSandbox()
      var order = (chosen + chosen.filter { _ in Bool.random(using: &numbers) })
      order.shuffle(using: &numbers)
      // Some together, some one after the other.
      while !order.isEmpty {
        let count = Int.random(in: 1...order.count, using: &numbers)
        try other.take(Self.sources(Array(order.prefix(count)))) { $0.split = .none }
        order.removeFirst(count)
      }
      #expect(one.files == other.files, "\(chosen.map { Self.inputs[$0].name })")
    }
  }

  @Test func `all imports again change no byte`() throws {
    let box = try ImportSandbox()
    let all = Self.sources(Array(Self.inputs.indices))
    try box.take(all) { $0.split = .none }
    #expect(box.files.count > 9)
    for source in all.reversed() {
      #expect(try box.take([source]) { $0.split = .none }.change == nil)
    }
  }

  @Test func `no import touches what a person wrote`() throws {
    let box = try ImportSandbox()
    let claim = "---\nkind: claim\npost: \"[[x-\(Self.id(1))]]\"\n---\n\n> power\n"
    try box.write(claim, to: "claims/2026/c-1.md")
    try box.write("---\nkind: note\n---\n\nmine\n", to: "notes/on-x-\(Self.id(1)).md")
    let plan = try box.take(Self.sources(Array(Self.inputs.indices))) { $0.split = .none }
    #expect(plan.change?.files.allSatisfy { $0.path.hasPrefix("posts/") } == true)
  }

  @Test func `fields come from whoever knows them`() throws {
    let box = try ImportSandbox()
    try box.take(Self.sources(Array(Self.inputs.indices))) { $0.split = .none }
    let posts = box.posts
    let two = try #require(posts["x-\(Self.id(2))"])
    #expect(two.text == "first\nsecond https://a.example/x")
    #expect(two.likes == 12)
    #expect(two.via == ["flat.csv:2", "whole.jsonl:2"])
    #expect(posts["x-\(Self.id(4))"]?.text == "the grid is full")
    #expect(
      Set(["", "~2"].map { posts["x-\(Self.id(5))" + $0]?.text }) == ["costs $1.2B", "costs $1.3B"])
  }

  @Test func `a post without an id goes to the one that gains an id`() throws {
    for order in [["bare.csv", "named.jsonl"], ["named.jsonl", "bare.csv"]] {
      let box = try ImportSandbox()
      for name in order {
        let index = try #require(Self.inputs.firstIndex { $0.name == name })
        try box.take(Self.sources([index]))
      }
      let post = try #require(box.posts["x-1985352791846887765"])
      #expect(box.files.count == 2)
      #expect(post.labels.contains { $0.hasPrefix("also p-") })
      #expect(post.via == ["bare.csv:3", "named.jsonl:1"])
    }
  }

  @Test func `a post without an id that a claim stands on keeps its name`() throws {
    let box = try ImportSandbox()
    let bare = try #require(Self.inputs.firstIndex { $0.name == "bare.csv" })
    let named = try #require(Self.inputs.firstIndex { $0.name == "named.jsonl" })
    try box.take(Self.sources([bare]))
    let id = try #require(box.posts.first { $0.value.text == "said once" }?.key)
    try box.write("---\nkind: claim\npost: \"[[\(id)]]\"\n---\n\n> said\n", to: "claims/c-1.md")
    for _ in 0..<2 { try box.take(Self.sources([named])) }
    #expect(box.files.count == 2)
    #expect(box.posts[id]?.key == "x-1985352791846887765")
    #expect(try box.take(Self.sources([bare, named])).change == nil)
  }

  @Test func `placeholders never take the place of a text`() throws {
    for order in [[0, 1], [1, 0]] {
      var whole = Post(id: "x-1", text: "what was said")
      whole.via = ["a"]
      var gone = Post(id: "x-1", text: "this account is unavailable")
      gone.state = "placeholder"
      gone.via = ["b"]
      var captures = Captures(id: "x-1")
      for index in order { _ = captures.take([whole, gone][index]) }
      #expect(captures.captures.map(\.post.text) == ["what was said"])
      #expect(captures.captures[0].post.state == nil)
      #expect(captures.captures[0].post.via == ["a", "b"])
    }
  }

  @Test func `joining is the same in any order and any number of times`() {
    var numbers = SeededNumbers(71)
    func some(_ values: [String?]) -> String? { values.randomElement(using: &numbers) ?? nil }
    func post() -> Post {
      var post = Post(id: "x-1", text: "t")
      post.author = some(["@ada", "Ada", nil, "@Ada_V"])
      post.name = some(["Ada", "Ada Volt", nil])
      post.url = some(["https://x.com/i/status/1", "https://x.com/ada/status/1", nil])
      post.posted =
        [.day(Day(number: 20_000)), .instant(Instant(seconds: 9)), nil]
        .randomElement(using: &numbers) ?? nil
      if case .day = post.posted { post.postedPrecision = "day" }
      post.captured = Instant(seconds: Int.random(in: 0...3, using: &numbers))
      post.likes = [nil, 0, 5, 9].randomElement(using: &numbers) ?? nil
      post.links =
        [["https://t.co/a"], ["https://b.example"], [], ["https://c", "https://b"]]
        .randomElement(using: &numbers) ?? []
      post.media = [["b", "a"], ["a"], []].randomElement(using: &numbers) ?? []
      post.via = [["f:9"], ["f:10"], ["f:9", "a:1"]].randomElement(using: &numbers) ?? []
      return post
    }
    for _ in 0..<500 {
      let posts = (0..<4).map { _ in post() }
      func joined(_ posts: [Post]) -> Post {
        posts.dropFirst().reduce(into: posts[0]) { $0.join($1) }
      }
      let one = joined(posts)
      #expect(joined((posts + posts).shuffled(using: &numbers)) == one)
      var twice = joined([posts[0], posts[1]])
      twice.join(joined([posts[2], posts[3]]))
      #expect(twice == one)
    }
  }
}
