import Dispatch
import Foundation
import Synchronization

/// Work done one piece after another, in the order asked, beside everything else.
///
/// A thread of its own and not a task: files and SQLite block, and the threads that tasks share are
/// as few as the machine has cores. Not a dispatch queue either: on Linux those wake the program
/// every second, for ever.
final class Lane: Sendable {
  private let line: Line
  private let newest = Mutex<[String: Int]>([:])

  /// - Parameter name: what a debugger shows.
  init(_ name: String) {
    line = Line(name)
  }

  deinit {
    line.close()
  }

  /// Queues work, and returns at once.
  ///
  /// Work with a slot is left out when the same slot was asked for again before its turn came, so
  /// that a key held down builds no backlog.
  func add(slot: String? = nil, _ work: @escaping @Sendable () -> Void) {
    guard let slot else { return line.add(work) }
    let number = newest.withLock { numbers in
      numbers[slot, default: 0] += 1
      return numbers[slot]
    }
    line.add { [self] in
      if newest.withLock({ $0[slot] }) == number { work() }
    }
  }

  /// Waits until everything that was queued is done.
  func finish() {
    let done = DispatchSemaphore(value: 0)
    line.add { done.signal() }
    done.wait()
  }

  /// Does something later, on no lane.
  static func wait(_ time: Duration, then work: @escaping @Sendable () -> Void) {
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: time / .seconds(1))
      work()
    }
  }
}

/// The work of a lane that waits, and the thread that does it, which begins with the first piece.
private final class Line: Sendable {
  private struct State {
    var waiting: [@Sendable () -> Void] = []
    var hasBegun = false
  }

  private let name: String
  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)

  init(_ name: String) {
    self.name = name
  }

  func add(_ work: @escaping @Sendable () -> Void) {
    let isFirst = state.withLock { state in
      state.waiting.append(work)
      defer { state.hasBegun = true }
      return !state.hasBegun
    }
    bell.signal()
    guard isFirst else { return }
    let thread = Thread { [self] in while let work = next() { work() } }
    thread.name = name
    thread.start()
  }

  /// Lets the thread end when nothing waits any more.
  func close() {
    bell.signal()
  }

  private func next() -> (@Sendable () -> Void)? {
    bell.wait()
    // One more signal than there is work: the lane is gone.
    return state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
  }
}
