import Dispatch
import Synchronization

/// Work done one piece after another, in the order asked, beside everything else.
///
/// A serial queue and not a task: files and SQLite block, and the threads that tasks share are as
/// few as the machine has cores.
final class Lane: Sendable {
  private let queue: DispatchQueue
  private let newest = Mutex<[String: Int]>([:])

  /// - Parameter name: what a debugger shows.
  init(_ name: String) {
    queue = DispatchQueue(label: "postil." + name)
  }

  /// Queues work, and returns at once.
  ///
  /// Work with a slot is left out when the same slot was asked for again before its turn came, so
  /// that a key held down builds no backlog.
  func add(slot: String? = nil, _ work: @escaping @Sendable () -> Void) {
    guard let slot else { return queue.async(execute: work) }
    let number = newest.withLock { numbers in
      numbers[slot, default: 0] += 1
      return numbers[slot]
    }
    queue.async { [self] in
      if newest.withLock({ $0[slot] }) == number { work() }
    }
  }

  /// Waits until everything that was queued is done.
  func finish() {
    queue.sync {}
  }

  /// Does something later, on no lane.
  static func wait(_ time: Duration, then work: @escaping @Sendable () -> Void) {
    let delay = DispatchTimeInterval.milliseconds(Int(time / .milliseconds(1)))
    DispatchQueue.global().asyncAfter(deadline: .now() + delay, execute: work)
  }
}
