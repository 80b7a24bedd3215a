import PostilCore

/// The portions of an import: one is written while the records of the next are read.
///
/// Whoever reads what an earlier portion wrote has to `settle` before.
final class Portions {
  /// Carries out a change that is taken back together with those before it, which gave the number.
  typealias Write = @Sendable (Change, Int?) throws(Problem) -> Int?

  /// Why a portion could not be written, and how many posts were in it.
  private(set) var failure: Problem?
  private(set) var lost = 0
  private let write: Write
  private let written: (Change) -> Void
  private var group: Int?
  private var open: (work: Meanwhile<Result<Int?, Problem>>, change: Change, posts: Int)?

  /// With fewer files another thread is not worth its while.
  private static let much = 500

  init(_ write: @escaping Write, written: @escaping (Change) -> Void) {
    self.write = write
    self.written = written
  }

  /// Begins to write a portion of so many posts, once the one before is written.
  ///
  /// - Throws: what the one before came to.
  func take(_ change: Change, posts: Int) throws(Problem) {
    try settle()
    let (write, group) = (write, group)
    let work = Meanwhile(isMuch: change.files.count > Self.much) {
      Result { () throws(Problem) in try write(change, group) }
    }
    open = (work, change, posts)
  }

  /// Waits until everything is written.
  ///
  /// - Throws: when it could not be.
  func settle() throws(Problem) {
    guard let (work, change, posts) = open else { return }
    open = nil
    do throws(Problem) {
      group = try work.result().get()
    } catch {
      lost += posts
      failure = error
      throw error
    }
    written(change)
  }
}
