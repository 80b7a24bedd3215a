import PostilCore
import PostilScreen

extension Worker {
  /// Shows in the status line how far `body` is, from 300 ms after it began.
  ///
  /// `body` tells (done, of); the answer is false once the person stopped it, or leaves, unless it
  /// has to go on then.
  func showingProgress<Result>(
    _ label: String, goesOnWhenLeaving: Bool = false,
    _ body: ((Int, Int) -> Bool) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    let stops = stopCount
    var pace = Pace.ofProgress
    defer { if pace.hasBegun { post(.progress(nil)) } }
    return try body { done, total in
      if pace.isDue() { post(.progress(Progress(label, done: done, total: total))) }
      return goesOnWhenLeaving ? stopCount == stops : !isStopped(since: stops)
    }
  }
}
