import Foundation
import PostilCore

/// A small invented notebook as plain values, and as files.
struct World {
  struct Post {
    var id: String
    var author: String?
    var name: String?
    var platform: String?
    var lang: String?
    var sector: String?
    var likes: Int?
    var posted: Day?
    var captured: Day?
    var answered: String?
    var hasMedia = false
    var text = ""
  }

  struct Claim {
    var id: String
    var post: String
    var quote = ""
    var status: Status
    var type: ClaimType
    var due: Day?
    var confidence: Int?
    var tags: [String]
    var notes = ""
    var evidence = ""
  }

  struct Margin {
    var post: String
    var tags: [String]
    var text: String
  }

  var posts: [Post] = []
  var claims: [Claim] = []
  var margins: [Margin] = []
  var read: Set<String> = []

  static let words = [
    "power", "Turbine", "turbines", "naïve", "delay", "電力需要", "take", "pay", "$OHMS", "#grid",
    "@ada", "150MW", "$2bn", "31%", "https://ohm.example/a", "see (1)", "需要", "Ärger",
    "turbinesを", "電力payの",
  ]
  static let tags = ["power", "power/btm", "contract", "starred"]

  init(_ random: inout Chance) {
    for number in 1...9 {
      var post = Post(id: "x-\(number)")
      post.author = ["@ada", "@bob_ohm", "Élise", nil].randomElement(using: &random) ?? nil
      post.name = ["Ada of Ohm", "Bob", nil].randomElement(using: &random) ?? nil
      post.platform = ["x", "feed", nil].randomElement(using: &random) ?? nil
      post.lang = ["en", "ja", nil].randomElement(using: &random) ?? nil
      post.sector = ["Power grid", "compute", nil].randomElement(using: &random) ?? nil
      post.likes = [3, 40, 500, nil].randomElement(using: &random) ?? nil
      post.posted =
        Bool.random(using: &random) ? testDay + -Int.random(in: 0...40, using: &random) : nil
      post.captured =
        Bool.random(using: &random) ? testDay + -Int.random(in: 0...9, using: &random) : nil
      post.hasMedia = Int.random(in: 0...3, using: &random) == 0
      post.answered =
        Bool.random(using: &random) ? posts.last { $0.author == post.author }?.id : nil
      post.text = Self.text(&random)
      posts.append(post)
      if Bool.random(using: &random) { read.insert(post.id) }
      for place in 0..<Int.random(in: 0...2, using: &random) {
        claims.append(Self.claim("c-\(number)\(place)", on: post, &random))
      }
      if Int.random(in: 0...2, using: &random) == 0 {
        let text = Bool.random(using: &random) ? Self.text(&random) : ""
        let tags = Self.tags.filter { _ in Int.random(in: 0...2, using: &random) == 0 }
        margins.append(Margin(post: post.id, tags: tags, text: text))
      }
    }
  }

  private static func text(_ random: inout Chance) -> String {
    (0..<Int.random(in: 2...7, using: &random))
      .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  private static func claim(_ id: String, on post: Post, _ random: inout Chance) -> Claim {
    var claim = Claim(
      id: id, post: post.id, status: Status.allCases.randomElement(using: &random) ?? .open,
      type: ClaimType.allCases.randomElement(using: &random) ?? .fact,
      tags: tags.dropLast().filter { _ in Int.random(in: 0...2, using: &random) == 0 })
    claim.quote = post.text.split(separator: " ").first.map(String.init) ?? ""
    claim.due =
      Bool.random(using: &random) ? testDay + Int.random(in: -20...20, using: &random) : nil
    claim.confidence = Bool.random(using: &random) ? Int.random(in: 0...100, using: &random) : nil
    claim.notes = Bool.random(using: &random) ? text(&random) : ""
    claim.evidence = Int.random(in: 0...2, using: &random) == 0 ? text(&random) : ""
    return claim
  }

  func write(to shelf: Shelf) throws {
    for post in posts {
      let keys: [String?] = [
        "id: \(post.id)", "kind: post", post.author.map { "author: \"\($0)\"" },
        post.name.map { "name: \($0)" }, post.platform.map { "platform: \($0)" },
        post.lang.map { "lang: \($0)" }, post.sector.map { "sector: \($0)" },
        post.likes.map { "likes: \($0)" }, post.posted.map { "posted: \($0)T10:00:00Z" },
        post.captured.map { "captured: \($0)T23:59:59Z" },
        post.answered.map { "reply-to: \"[[\($0)]]\"" },
        post.hasMedia ? "media:\n  - https://ohm.example/p.png" : nil,
      ]
      let front = keys.compactMap(\.self).joined(separator: "\n")
      try shelf.write("posts/2025/10/\(post.id).md", "---\n\(front)\n---\n\n\(post.text)\n")
    }
    for claim in claims {
      let keys: [String?] = [
        "kind: claim", "post: \"[[\(claim.post)]]\"", "status: \(claim.status.rawValue)",
        "type: \(claim.type.rawValue)", claim.due.map { "due: \($0)" },
        claim.confidence.map { "confidence: \($0)" },
        claim.tags.isEmpty
          ? nil : "tags:\n" + claim.tags.map { "  - \($0)" }.joined(separator: "\n"),
      ]
      let front = keys.compactMap(\.self).joined(separator: "\n")
      var body = "> \(claim.quote)\n"
      if !claim.evidence.isEmpty {
        body += "\n## Evidence\n\n- supports [[x-1]]: \(claim.evidence)\n"
      }
      if !claim.notes.isEmpty { body += "\n## Notes\n\n\(claim.notes)\n" }
      try shelf.write("claims/2026/\(claim.id).md", "---\n\(front)\n---\n\n\(body)")
    }
    for margin in margins {
      let tags = margin.tags.map { "\n  - \($0)" }.joined()
      let key = tags.isEmpty ? "" : "tags:\(tags)\n"
      try shelf.write(
        "notes/on-\(margin.post).md",
        "---\nkind: note\npost: \"[[\(margin.post)]]\"\n\(key)---\n\n\(margin.text)\n")
    }
    let lines = read.sorted().map { "2025-11-01T00:00:00Z \($0) read\n" }
    try shelf.write("reading.log", lines.joined())
  }
}
