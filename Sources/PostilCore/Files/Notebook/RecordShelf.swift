internal import Synchronization

/// Records that were read before, each good as long as its file is the same one.
///
/// A post with its claims is read anew after every edit; reading two hundred files to find that one
/// of them changed would be felt.
final class RecordShelf: Sendable {
  private struct Known {
    var stamp: Notebook.Stamp
    var record: AnyRecord
  }

  private let known = Mutex<[String: Known]>([:])
  /// How many are kept.
  private static let limit = 4_000
  /// A file that was changed a moment ago may change again without its stamp showing it: times are
  /// as coarse as the kernel's clock, and some file systems count whole seconds.
  static let settling = 2_000_000_000

  /// The record of a file, read only when its stamp is another one than before.
  ///
  /// - Throws: what `read` throws.
  func record(
    _ stamp: Notebook.Stamp?, now: Int, read: () throws(Problem) -> AnyRecord
  ) throws(Problem) -> AnyRecord {
    guard let stamp else { return try read() }
    if let known = known.withLock({ $0[stamp.path] }), known.stamp == stamp { return known.record }
    let record = try read()
    guard stamp.modified < now - Self.settling else { return record }
    known.withLock { known in
      if known.count >= Self.limit { known = [:] }
      known[stamp.path] = Known(stamp: stamp, record: record)
    }
    return record
  }
}
