import Dispatch
import Foundation
import PostilCore
import Synchronization

/// Files that are read on another core than the one that writes what they say.
final class Reading: Sendable {
  private let stamps: ArraySlice<Notebook.Stamp>
  private let notebook: Notebook
  private let read = Mutex<[Draft]>([])
  private let isDone = DispatchSemaphore(value: 0)

  /// Fewer are not worth a thread.
  private static let few = 32

  /// Begins to read.
  init(_ stamps: ArraySlice<Notebook.Stamp>, of notebook: Notebook) {
    self.stamps = stamps
    self.notebook = notebook
    guard stamps.count > Self.few else { return }
    // No dispatch queue: once used, they wake the program every second on Linux.
    Thread.detachNewThread { [self] in
      let drafts = Draft.all(stamps, of: notebook)
      read.withLock { $0 = drafts }
      isDone.signal()
    }
  }

  /// What they say; waits until all are read.
  func drafts() -> [Draft] {
    guard stamps.count > Self.few else { return Draft.all(stamps, of: notebook) }
    isDone.wait()
    return read.withLock { $0 }
  }
}
