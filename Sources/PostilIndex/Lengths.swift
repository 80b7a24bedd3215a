import GRDB
import PostilCore
import Synchronization

/// How long lists were when they were counted, so that their ends are found from their ends.
final class Lengths: Sendable {
  /// A list at one state of the tables.
  struct Key: Hashable {
    var query: Query
    var isFolded: Bool
    var today: Day
    var edition: Edition
    var readings: Int

    init(_ query: Query, _ folding: Folding, today: Day, _ db: Database) throws {
      self.query = query
      isFolded = folding.isOn
      self.today = today
      edition = try Edition(db)
      readings = try Edition.readings(db)
    }
  }

  private let known = Mutex<[Key: Int]>([:])
  private static let most = 64

  /// Rows, those beneath others left out; nil when they were not counted.
  subscript(key: Key) -> Int? {
    get { known.withLock { $0[key] } }
    set {
      known.withLock { known in
        if known.count >= Self.most { known = [:] }
        known[key] = newValue
      }
    }
  }
}
