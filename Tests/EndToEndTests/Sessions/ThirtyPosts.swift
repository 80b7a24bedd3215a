import Foundation
import PostilCore
import Testing

@testable import postil

/// Thirty real posts, read out of the samples where they are at hand; none of their text is kept here.
enum ThirtyPosts {
  static let samples = URL(filePath: #filePath)
    .appending(path: "../../../../../shared/samples").standardized.path
  static let isThere = FileManager.default.fileExists(atPath: samples + "/pasted/seed_posts.txt")

  /// Where each comes from, in the order in which it is read.
  static let names =
    (1...9).map { "seed#\($0)" }
    + [9, 12, 13, 16, 22, 25, 31, 34, 36, 37, 46, 53, 57, 59, 61, 71, 72].map { "pasted#\($0)" }
    + [654_909_608, 654_909_738, 654_908_682, 654_914_580].map { "stocktwits#\($0)" }

  /// The text of each post by its name.
  static func texts() throws -> [String: String] {
    struct Pasted: Decodable {
      var n: Int
      var text: String
    }
    struct Message: Decodable {
      var id: Int
      var body: String
    }
    func lines<Line: Decodable>(_ file: String, _ type: Line.Type) throws -> [Line] {
      try Data(contentsOf: URL(filePath: samples + file)).split(separator: 10).map {
        try JSONDecoder().decode(type, from: $0)
      }
    }
    var texts: [String: String] = [:]
    for post in try lines("/pasted/seed_posts.truth.jsonl", Pasted.self) {
      texts["seed#\(post.n)"] = post.text
    }
    for post in try lines("/pasted/a_blank_line.truth.jsonl", Pasted.self) {
      texts["pasted#\(post.n)"] = post.text
    }
    for message in try lines("/stocktwits/collector/raw_head100.jsonl", Message.self) {
      texts["stocktwits#\(message.id)"] = message.body
    }
    return texts
  }

  /// Brings them into a notebook, the first the newest; answers their names by id.
  static func importAll(into box: Sandbox) throws -> [String: String] {
    struct Line: Encodable {
      var id: String
      var text: String
      var created_at: String
      var author: String
    }
    let texts = try texts()
    var input = Data()
    for (index, name) in names.enumerated() {
      let line = Line(
        id: "\(1000 + index)", text: try #require(texts[name], "\(name)"),
        created_at: "2026-11-20T08:\(59 - index):00Z", author: "@reader\(index)")
      input += try JSONEncoder().encode(line) + [10]
    }
    let file = box.folder.appending(path: "thirty.jsonl")
    try input.write(to: file)
    let seen = try box.run("import", file.path, "--from", "json")
    #expect(seen.status == 0, "\(seen)")
    let posts = try box.posts().sorted { ($0.posted?.seconds ?? 0) > ($1.posted?.seconds ?? 0) }
    #expect(posts.count == names.count)
    return Dictionary(uniqueKeysWithValues: zip(posts.map(\.id), names))
  }
}
