import PostilCore
import PostilIndex
import PostilScreen

extension Worker {
  /// Compares every file with the index; what is found is shown about once a second.
  func scan() {
    let stops = stopCount
    var progress = Pace.ofProgress
    var showing = Pace(after: .seconds(1), every: .seconds(1))
    do throws(Problem) {
      _ = try workbench.index.reconcile { done, total in
        if progress.isDue() { post(.progress(Progress("reading files", done: done, total: total))) }
        if showing.isDue() { post(.stale) }
        return !isStopped(since: stops)
      }
      // Even when nothing was left to do: another program may have filled the index since the list
      // was read.
      post(.reconciled)
    } catch {
      post(.failed(error))
      post(.reconciled)
    }
    if progress.hasBegun { post(.progress(nil)) }
  }

  /// Takes what others changed on the disk into the index.
  func update(for changes: Watcher.Changes) {
    guard case .paths(let all) = changes else { return scan() }
    // What this program wrote itself is in the index already, or about to be.
    let paths = all.filter { !isOwn($0) }
    guard !paths.isEmpty else { return }
    do throws(Problem) {
      try workbench.index.update(paths: paths.sorted())
      post(.stale)
    } catch {
      post(.failed(error))
    }
  }
}
