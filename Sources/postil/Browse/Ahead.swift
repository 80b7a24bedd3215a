import Foundation
import Synchronization

/// A value that is worked out on a thread of its own, ahead of the time when it is needed.
final class Ahead<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let result = Mutex<Value?>(nil)

  /// Begins the work.
  init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    Thread.detachNewThread { [self] in _ = value }
  }

  /// The value; waits for it when it is not there yet.
  var value: Value {
    result.withLock { result in
      if let result { return result }
      let value = work()
      result = value
      return value
    }
  }
}
