import GRDB
import PostilCore
import Synchronization

/// The rows read last: a letter more in a filter finds many of them again.
final class KeptRows: Sendable {
  /// Rows of another state may be others.
  struct State: Hashable {
    private let edition: Edition
    private let readings: Int
    private let folding: Folding

    init(_ db: Database, _ folding: Folding) throws {
      edition = try Edition(db)
      readings = try Edition.readings(db)
      self.folding = folding
    }
  }

  private let kept = Mutex<(state: State, rows: [Int64: PostRow])?>(nil)

  /// By their entries.
  func rows(at state: State) -> [Int64: PostRow] {
    kept.withLock { $0?.state == state ? $0?.rows ?? [:] : [:] }
  }

  func keep(_ rows: [Int64: PostRow], at state: State) {
    kept.withLock { $0 = (state, rows) }
  }
}
