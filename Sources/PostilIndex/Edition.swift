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

  /// Counts how often `reading.log` was taken in, which is no other edition.
  static func readings(_ db: Database) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT readings FROM notebook")) ?? 0
  }
}

/// The answer to the last question, kept for as long as no record changes.
final class Kept<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private let kept = Mutex<(question: Question, edition: Edition, answer: Answer)?>(nil)

  func answer(_ question: Question, _ db: Database, _ work: () throws -> Answer) throws -> Answer {
    let edition = try Edition(db)
    if let kept = kept.withLock({ $0 }), kept.edition == edition, kept.question == question {
      return kept.answer
    }
    let answer = try work()
    kept.withLock { $0 = (question, edition, answer) }
    return answer
  }
}
