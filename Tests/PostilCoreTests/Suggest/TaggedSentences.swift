import Foundation
import TestSupport
import PostilCore

/// The sentences of the samples that were tagged by hand; see `Fixtures/suggestions/`.
///
/// From each file so many sentences were taken at equal distances, out of all different sentences
/// of the file in order; the first is half a distance from the start.
struct TaggedSentence {
  /// What it is worth a tag for: names of rules, or `other` for what no rule looks for.
  var kinds: Set<String>
  var suggestion: Suggestion?
  var text: String

  /// Where a sample keeps its posts, and a day on which they may have been written.
  private struct Source {
    var field: String
    var posted: Day

    init(_ field: String, _ posted: String) {
      self.field = field
      self.posted = Day(posted) ?? Day(number: 0)
    }
  }

  private static let sources = [
    "pasted/seed_posts.truth.jsonl": Source("text", "2025-11-03"),
    "pasted/f_long_citations.truth.jsonl": Source("text", "2022-01-19"),
    "pasted/a_blank_line.truth.jsonl": Source("text", "2026-02-01"),
    "stocktwits/collector/raw_head100.jsonl": Source("body", "2026-05-31"),
    "x-api-v1/stocknet/AAPL/2014-09-10.jsonl": Source("text", "2014-09-10"),
    "x-api-v1/stocknet/GOOG/2014-05-21.jsonl": Source("text", "2014-05-21"),
    "x-archive/alrocar/data/tweets.js": Source("full_text", "2022-01-01"),
    "x-archive-grailbird/anildash/data/js/tweets/2012_12.js": Source("text", "2012-12-15"),
  ]

  /// The sentences of a fixture; one whose words are no longer found is left out.
  static func all(_ fixture: String) throws -> [TaggedSentence] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/suggestions/\(fixture)")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
    var posts: [String: [String]] = [:]
    return try lines.compactMap { line in
      guard line.count == 5, let source = sources[line[0]], let post = Int(line[1]),
        let index = Int(line[2])
      else { return nil }
      if posts[line[0]] == nil { posts[line[0]] = try texts(line[0], source.field) }
      guard let texts = posts[line[0]], texts.indices.contains(post) else { return nil }
      let segments = Segments(texts[post])
      guard segments.sentences.indices.contains(index) else { return nil }
      let sentence = segments.sentences[index]
      let text = segments.text(sentence)
      guard ContentHash.sha256(of: text).hasPrefix(line[3]) else { return nil }
      return TaggedSentence(
        kinds: line[4] == "-" ? [] : Set(line[4].split(separator: ",").map(String.init)),
        suggestion: Suggestion.all(in: segments, posted: source.posted)
          .first { $0.sentence == sentence },
        text: text)
    }
  }

  private static func texts(_ file: String, _ field: String) throws -> [String] {
    let bytes = try Samples.bytes(file)
    if file.hasSuffix(".js") {
      let array = Data(bytes[(bytes.firstIndex(of: UInt8(ascii: "[")) ?? 0)...])
      let posts = try JSONSerialization.jsonObject(with: array) as? [[String: Any]] ?? []
      return posts.map { (($0["tweet"] as? [String: Any]) ?? $0)[field] as? String ?? "" }
    }
    return try bytes.split(separator: UInt8(ascii: "\n")).map { line in
      let post = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      return post?[field] as? String ?? ""
    }
  }
}

/// How often a rule was right.
struct Score {
  /// Sentences that the rule is for, that it found, and that are both.
  var wanted = 0
  var found = 0
  var right = 0

  var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }

  mutating func count(wanted isWanted: Bool, found isFound: Bool) {
    wanted += isWanted ? 1 : 0
    found += isFound ? 1 : 0
    right += isWanted && isFound ? 1 : 0
  }

  /// `precision 0.80 (8/10), recall 0.67 (8/12)`.
  var words: String {
    "precision \(rounded(precision)) (\(right)/\(found)), recall \(rounded(recall)) (\(right)/\(wanted))"
  }

  private func rounded(_ share: Double) -> String { "\((share * 100).rounded() / 100)" }
}
