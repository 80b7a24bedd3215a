import Foundation
import PostilCore
import Testing

@testable import postil

/// The nine real posts of issue 2, where they are at hand.
private enum SeedPosts {
  static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../../shared/samples/pasted").standardized.path
  static let isThere = FileManager.default.fileExists(atPath: folder + "/seed_posts.txt")
}

@Suite(.enabled(if: SeedPosts.isThere, "the sample posts are not there"), .timeLimit(.minutes(10)))
struct SeedPostsTests {
  private struct Truth: Decodable {
    var text: String
  }

  @Test func `the nine posts come out byte for byte, and only once`() throws {
    let box = try Sandbox()
    let truth = try String(
      contentsOfFile: SeedPosts.folder + "/seed_posts.truth.jsonl", encoding: .utf8)
    let texts = try truth.split(separator: "\n").map {
      try JSONDecoder().decode(Truth.self, from: Data($0.utf8)).text
    }
    for _ in 0..<2 {
      let seen = try box.run(
        "import", SeedPosts.folder + "/seed_posts.txt", "--split",
        "lines:1,8,10,13,23,24,26,27,28")
      #expect(seen.status == 0, "\(seen)")
      let posts = try box.posts()
      #expect(posts.count == 9)
      #expect(Set(posts.map { Array($0.text.utf8) }) == Set(texts.map { Array($0.utf8) }))
    }
  }
}
