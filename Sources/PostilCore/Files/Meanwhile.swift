internal import Dispatch
internal import Foundation
internal import Synchronization

/// Work that goes on on another core while its result is not needed yet.
package final class Meanwhile<Done: Sendable>: Sendable {
  private let work: @Sendable () -> Done
  private let done = Mutex<Done?>(nil)
  private let isDone = DispatchSemaphore(value: 0)
  private let isElsewhere: Bool

  /// Begins the work; when it is not `isMuch`, which is not worth a thread, only once it is needed.
  package init(isMuch: Bool, _ work: @escaping @Sendable () -> Done) {
    self.work = work
    isElsewhere = isMuch
    guard isMuch else { return }
    // No dispatch queue: once used, they wake the program every second on Linux.
    Thread.detachNewThread { [self] in
      let result = work()
      done.withLock { $0 = result }
      isDone.signal()
    }
  }

  /// What came of it; waits for it, once.
  package func result() -> Done {
    guard isElsewhere else { return work() }
    isDone.wait()
    return done.withLock { $0 } ?? work()
  }
}
