import PostilScreen
import Synchronization

/// Tells in the status line that something takes long, 300 ms after it began and until it ends.
final class Announcement: Sendable {
  private let worker: Worker
  private let state = Mutex((isShown: false, hasEnded: false))

  init(_ label: String, _ worker: Worker) {
    self.worker = worker
    Lane.wait(.milliseconds(300)) { [self] in
      let isDue = state.withLock { state in
        state.isShown = !state.hasEnded
        return state.isShown
      }
      if isDue { worker.post(.progress(Progress(label, done: 0, total: 0))) }
    }
  }

  func end() {
    let wasShown = state.withLock { state in
      state.hasEnded = true
      return state.isShown
    }
    if wasShown { worker.post(.progress(nil)) }
  }
}
