import Foundation
import PostilCore
import Testing

/// Sixty claims that a researcher would make of the thirty posts: decided by reading, before any key
/// was pressed.
struct SixtyClaims {
  /// One claim, without the words.
  struct Line: Hashable, CustomStringConvertible {
    var post: String
    var start: Int
    var end: Int
    /// Of the words: the first eight hex digits of their SHA-256.
    var hash: String
    /// The status, or `forecast` for an open one.
    var status: String

    var description: String { "\(post) \(start) \(end) \(hash) \(status)" }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Recorded")

  /// In the order of reading.
  static func expected() throws -> [Line] {
    let text = try String(
      contentsOf: folder.appending(path: "sixty-claims.expected"), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("# ") }.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 5, let start = Int(words[1]), let end = Int(words[2]) else { return nil }
      return Line(post: words[0], start: start, end: end, hash: words[3], status: words[4])
    }
  }

  /// What really stands in a notebook; `names` are those of the posts by id.
  static func found(in box: Sandbox, _ names: [String: String]) throws -> Set<Line> {
    let posts = Dictionary(uniqueKeysWithValues: try box.posts().map { ($0.id, $0) })
    return Set(
      try box.claims().compactMap { claim in
        guard let post = claim.post.flatMap({ posts[$0] }), let name = names[post.id],
          let span = claim.spans.first, claim.spans.count == 1
        else {
          Issue.record("\(claim.id) stands nowhere")
          return nil
        }
        let hash = ContentHash.sha256(of: Segments(post.text).text(span)).prefix(8)
        let isForecast = claim.type == .forecast && claim.status == .open
        return Line(
          post: name, start: span.lowerBound, end: span.upperBound, hash: String(hash),
          status: isForecast ? "forecast" : claim.status.rawValue)
      })
  }
}
