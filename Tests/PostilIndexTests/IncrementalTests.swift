import Foundation
import PostilCore
import PostilIndex
import Testing

struct IncrementalTests {
  @Test(arguments: 0..<16)
  func `an index after any edits equals one built afresh`(seed: UInt64) throws {
    var random = Chance(seed: seed)
    let shelf = try seed.isMultiple(of: 2) ? smallNotebook() : Shelf()
    let index = try shelf.index()
    for round in 0..<6 {
      var touched: [String] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) { touched += try edit(shelf, &random) }
      if Bool.random(using: &random) {
        try index.update(paths: touched)
      } else {
        _ = try index.reconcile { _, _ in true }
      }
      let fresh = try shelf.index(folder: shelf.cache + "/fresh-\(round)")
      let difference = try answers(index).difference(from: answers(fresh))
      #expect(difference.isEmpty, "\(difference)")
      guard difference.isEmpty else { return }
    }
  }

  @Test func `a claim whose post is gone stands where it had none`() throws {
    let shelf = try smallNotebook()
    let index = try shelf.index()
    try shelf.remove("posts/2025/10/x-3.md")
    try index.update(paths: ["posts/2025/10/x-3.md"])
    let fresh = try shelf.index(folder: shelf.cache + "/fresh")
    #expect(try answers(index) == answers(fresh))
  }

  @Test func `a reading log that was replaced in its place is read anew`() throws {
    let shelf = try smallNotebook()
    let index = try shelf.index()
    let words = ["x-4 read", "x-5 read", "x-1 unread", "x-6 read"]
    let lines = words.enumerated().map { "2025-11-01T00:00:0\($0.offset)Z \($0.element)\n" }
    let log = try #require(FileHandle(forUpdatingAtPath: shelf.root + "/reading.log"))
    try log.write(contentsOf: Data(lines.joined().utf8))
    try log.close()
    _ = try index.reconcile { _, _ in true }
    let fresh = try shelf.index(folder: shelf.cache + "/fresh")
    #expect(try answers(index) == answers(fresh))
  }

  /// One change of a file as a person, a program or git may make it; returns the paths it touched.
  private func edit(_ shelf: Shelf, _ random: inout Chance) throws -> [String] {
    func id() -> String { "x-\(Int.random(in: 1...7, using: &random))" }
    func pick(_ options: [String]) -> String { options.randomElement(using: &random) ?? "" }
    func path(_ kind: Int) -> String {
      switch kind {
      case 0: "posts/\(pick(["2025/10", "2025/11"]))/\(id())\(pick(["", "", "~2", "~3"])).md"
      case 1: "claims/2026/c-\(Int.random(in: 1...7, using: &random)).md"
      case 2: "notes/on-\(id())\(pick(["", "", "~2"])).md"
      case 3: "notes/plan.md"
      case 4: "queries/\(pick(["fresh", "stale"])).md"
      default: "tags/\(pick(["power", "power/btm", "contract"])).md"
      }
    }
    let kind = Int.random(in: 0...5, using: &random)
    let path = path(kind)
    let exists = FileManager.default.fileExists(atPath: shelf.root + "/" + path)
    switch Int.random(in: 0...9, using: &random) {
    case 0...1 where exists:
      try shelf.remove(path)
      return [path]
    case 2 where exists:
      let target = self.path(like: path, &random)
      guard !FileManager.default.fileExists(atPath: shelf.root + "/" + target) else { return [] }
      try shelf.move(path, to: target)
      return [path, target]
    case 3:
      try shelf.write(path, pick(["---\n[\n", "", "no front matter", "---\nkind: x\n---\n\n電力\n"]))
    case 4:
      let lines = (0..<4).map { _ in "2025-11-01T00:00:00Z \(id()) \(pick(["read", "unread"]))\n" }
      try shelf.write("reading.log", lines.joined())
      return ["reading.log"]
    default:
      try shelf.write(path, text(kind, id: id(), pick))
    }
    return [path]
  }

  private func path(like path: String, _ random: inout Chance) -> String {
    path.hasPrefix("posts/")
      ? "posts/2025/12/x-\(Int.random(in: 1...7, using: &random)).md"
      : path.replacing(".md", with: "0.md")
  }

  private func text(_ kind: Int, id: String, _ pick: ([String]) -> String) -> String {
    let words = pick([
      "turbines", "The same words that everybody repeats", "turbines", "電力需要", "a ledger",
      "[[plan]] [[x-1]]", "$OHMS up", "🚀", "150MW for $2bn, see [1] #grid", "turbinesの@ada",
      "https://ohm.example/a 31%",
    ])
    let tag = pick(["power", "starred", "old-power", "power/btm", "contract"])
    let link = "\"[[\(id)]]\""
    let keys =
      switch kind {
      case 0:
        [
          "kind: post", "author: \(pick(["\"@Ada_Ohm\"", "\"@bob\"", "Élise"]))",
          "posted: \(pick(["2025-10-01", "2025-11-02T10:00:00Z", "2025-10-03"]))",
          pick(["title: T", "reply-to: \(link)", "thread: \(link)", "quotes: \(link)"]),
          pick(["lang: en", "part: 2/3", "thread: \(link)", "repost-of: \(link)"]),
          pick(["platform: feed", "captured: 2025-11-02", "media:\n  - https://ohm.example/p.png"]),
          pick(["sector: Power grid", "likes: 40", "Sector: compute"]),
        ]
      case 1:
        [
          "kind: claim", pick(["post: \(link)", "post: \(link)", "title: Drawn from many"]),
          "status: \(pick(Status.allCases.map(\.rawValue)))",
          pick(["due: 2025-11-01", "due: 2025-11-05", "same: \"[[c-1]]\"", "type: forecast"]),
          "tags:\n  - \(tag)",
        ]
      case 2: ["kind: note", "post: \(link)", "tags:\n  - \(tag)"]
      case 3: ["title: Plan", "tags:\n  - \(tag)"]
      case 4: ["title: A query", pick(["query: turbines OR lang:en", "query: \"(\"", "about: x"])]
      default: ["kind: tag", "aliases:\n  - \(pick(["old-power", "older"]))"]
      }
    let body = kind == 1 ? "> \(words)\n\n## Notes\n\n\(words)\n" : words + "\n"
    return "---\n\(keys.joined(separator: "\n"))\n---\n\n\(body)"
  }
}
