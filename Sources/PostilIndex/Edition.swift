import GRDB
import Synchronization

/// A state of the tables: what was worked out at one holds until there is another.
struct Edition: Hashable {
  private let texts: Int64
  private let records: Int64

  init(_ db: Database) throws {
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT texts, edition FROM notebook"))
    texts = try row?.decode(Int64?.self, atIndex: 0) ?? 0
    records = try row?.decode(Int64.self, atIndex: 1) ?? 0
  }
}

/// An answer that is kept for as long as no record changes.
final class Kept<Answer: Sendable>: Sendable {
  private let kept = Mutex<(edition: Edition, answer: Answer)?>(nil)

  func answer(_ db: Database, _ work: () throws -> Answer) throws -> Answer {
    let edition = try Edition(db)
    if let kept = kept.withLock({ $0 }), kept.edition == edition { return kept.answer }
    let answer = try work()
    kept.withLock { $0 = (edition, answer) }
    return answer
  }
}
