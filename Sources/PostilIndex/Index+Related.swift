import Foundation
import GRDB
public import PostilCore

extension Index {
  /// What has to do with a record: first the related posts, best first, then posts and notes that
  /// name it without a link, at most so many of each. One that does both stands once.
  public func places(around id: String, limit: Int) throws(Problem) -> [Place] {
    try together { () throws(Problem) in
      var related = try places(relatedTo: id, limit: limit)
      var naming: [Place] = []
      for place in try places(mentioning: id, limit: limit) {
        if let index = related.firstIndex(where: { $0.id == place.id }) {
          related[index].reasons += place.reasons.map { "names \($0)" }
        } else {
          naming.append(place)
        }
      }
      return related + naming
    }
  }

  /// Posts that have something to do with a post, best first, each with its reasons: they share a
  /// ticker, a number with its unit, a link, or rare words. What is folded with the post is left out,
  /// and of a group of posts the best stands for all.
  ///
  /// None for what is no post. No text is read but that of the post: what it may share is looked up,
  /// the newest of it first.
  public func places(relatedTo id: String, limit: Int) throws(Problem) -> [Place] {
    try ask { db in
      guard let post = try RelatedPost(id, db) else { return [] }
      return try post.related(limit: limit).compactMap { found in
        var place = try Place(record: found.head, db)
        place?.relation = .related
        place?.reasons = found.reasons
        return place
      }
    }
  }
}

/// A post that others are held against.
private struct RelatedPost {
  let db: Database
  let head: Int64
  /// The group it belongs to, or itself.
  let lead: Int64

  /// Records looked at for one thing in common, the newest; and how far rarity is counted.
  private static let sample = 150
  private static let counted = 2_000
  /// Words of the post that are looked up, the rarest.
  private static let words = 6

  struct Found {
    var head: Int64
    var reasons: [String]
    var points: Double
    var posted: Int
  }

  /// Nil when there is no such post.
  init?(_ id: String, _ db: Database) throws {
    let entry = try Row.fetchOne(
      db,
      sql: """
        SELECT head, coalesce(lead, entry.id) FROM entry
        WHERE base = ? AND head IS NOT NULL
        """, arguments: [Layout.firstCapture(of: id)])
    guard let entry else { return nil }
    self.db = db
    head = try entry.decode(Int64.self, atIndex: 0)
    lead = try entry.decode(Int64.self, atIndex: 1)
  }

  func related(limit: Int) throws -> [Found] {
    let traits = try traits()
    var points: [Int64: Double] = [:]
    for trait in traits {
      for record in try records(trait) where record != head {
        points[record, default: 0] += trait.weight
      }
    }
    let candidates = points.sorted { ($1.value, $1.key) < ($0.value, $0.key) }
    var best: [Int64: Found] = [:]
    for record in candidates.prefix(max(80, limit * 4)).map(\.key) {
      guard let (lead, found) = try held(record, traits) else { continue }
      if best[lead].map({ Self.isBetter(found, $0) }) ?? true { best[lead] = found }
    }
    return Array(best.values.sorted(by: Self.isBetter).prefix(limit))
  }

  private static func isBetter(_ a: Found, _ b: Found) -> Bool {
    (a.points, a.posted, a.head) > (b.points, b.posted, b.head)
  }

  /// What the post may share, weighed by how rare it is; what no other has is left out.
  private func traits() throws -> [Trait] {
    let text = try db.cachedStatement(
      sql: "SELECT title || char(10) || body FROM written WHERE id = ?")
    let all = Trait.all(in: try String.fetchOne(text, arguments: [head]) ?? "")
    let posts = try rows(in: "SELECT 1 FROM entry WHERE head IS NOT NULL", most: 20_000)
    // In a small notebook most words are rare.
    let rare = min(60, max(3, posts / 8))
    var traits: [Trait] = []
    var words: [(trait: Trait, count: Int)] = []
    for var trait in all {
      let most = trait.kind == .word ? rare + 1 : Self.counted
      let count = try trait.records.map { try rows(in: $0, most: most) } ?? posts / 4
      guard count > 1 || trait.isHad != nil, trait.kind != .word || count <= rare else { continue }
      trait.weight = trait.factor * log(Double(posts + 2) / Double(max(1, min(count, posts))))
      if trait.kind == .word { words.append((trait, count)) } else { traits.append(trait) }
    }
    let rarest = words.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
    return traits + rarest.prefix(Self.words).map(\.element.trait)
  }

  private func rows(in table: SQL, most: Int) throws -> Int {
    let count: SQL = "SELECT count(*) FROM (\(table) LIMIT \(most))"
    return try SQLRequest<Int>(literal: count).fetchOne(db) ?? 0
  }

  private func records(_ trait: Trait) throws -> [Int64] {
    guard let records = trait.records else { return [] }
    return try SQLRequest<Int64>(literal: "\(records) LIMIT \(Self.sample)").fetchAll(db)
  }

  /// What a record shares with the post; nil when it is no other post, or shares too little.
  private func held(_ record: Int64, _ traits: [Trait]) throws -> (lead: Int64, Found)? {
    let about = try db.cachedStatement(
      sql: """
        SELECT entry.head, coalesce(entry.lead, entry.id), entry.posted
        FROM record JOIN entry ON entry.id = record.entry
        WHERE record.id = ? AND record.kind = 'post' AND entry.head IS NOT NULL
        """)
    guard let row = try Row.fetchOne(about, arguments: [record]),
      try row.decode(Int64.self, atIndex: 1) != lead
    else { return nil }
    let shared = try traits.filter { try $0.isHeld(by: record, db) }
      .sorted { $0.weight > $1.weight }
    // One word may be chance.
    guard shared.contains(where: { $0.kind != .word }) || shared.count > 1 else { return nil }
    return (
      try row.decode(Int64.self, atIndex: 1),
      Found(
        head: try row.decode(Int64.self, atIndex: 0), reasons: shared.map(\.label),
        points: shared.reduce(0) { $0 + $1.weight },
        posted: try row.decode(Int.self, atIndex: 2))
    )
  }
}

extension Trait {
  fileprivate func isHeld(by record: Int64, _ db: Database) throws -> Bool {
    guard let isHad else {
      guard let records else { return false }
      let held: SQL = "SELECT 1 FROM (\(records)) WHERE id = \(record)"
      return try SQLRequest<Int>(literal: held).fetchOne(db) != nil
    }
    let held: SQL = "SELECT 1 FROM record WHERE record.id = \(record) AND (\(isHad))"
    return try SQLRequest<Int>(literal: held).fetchOne(db) != nil
  }
}
