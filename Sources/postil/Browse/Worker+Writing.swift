import PostilCore
import PostilIndex
import PostilScreen
import Synchronization

extension Worker {
  /// Does what changes files; the answer is given when they are on the disk.
  func carryOut(_ effect: Effect) throws(Problem) -> Event? {
    switch effect {
    case .perform(let edits): .changed(try perform(edits))
    case .performOnMatches(let verb, let matches, let sticky):
      .changed(try perform(verb, on: matches, sticky: sticky))
    case .undo: .undone(try workbench.undo(written: noteOwn))
    case .redo: .redone(try workbench.redo(written: noteOwn))
    case .markRead(let post, let isRead): try markRead(post, isRead)
    case .export(let query, let typed, let format):
      .exported(try export(query, typed: typed, format: format))
    case .importFile(let path): try importFile(path)
    case .cutPasted(let text): cutPasted(text)
    case .acceptSplit(let name, let draft): .imported(try importDraft(draft, name: name))
    case .keepSuggestions(let choice): try keep(choice)
    default: nil
    }
  }

  /// Many at once show how far they are, and can be stopped; leaving does not stop them, because
  /// what a person asked for is written.
  private func perform(_ edits: [Edit]) throws(Problem) -> Change {
    try showingProgress(
      edits.count == 1 ? "writing" : "\(edits.count) changes", goesOnWhenLeaving: true
    ) {
      progress throws(Problem) in
      try workbench.perform(edits, progress: progress, secured: announce, written: noteOwn)
    }
  }

  /// Says at once what no crash can lose any more; whoever pressed the key need not wait for the files
  /// and the index. Many can still be stopped.
  private func announce(_ change: Change) {
    if change.files.count <= 8 { post(.written(change)) }
  }

  /// Takes note of files that this program wrote, so that it does not take them for another's.
  private func noteOwn(_ paths: [String]) {
    let stamps = paths.map { ($0, workbench.notebook.stamp(of: $0)) }
    own.withLock { own in
      // Told of each soon; what is left over is of no use.
      if own.count > 4_000 { own = [:] }
      for (path, stamp) in stamps { own[path] = .some(stamp) }
    }
  }

  func noteOwn(_ change: Change) { noteOwn(change.files.map(\.path)) }

  /// Whether a file is as this program wrote it last.
  func isOwn(_ path: String) -> Bool {
    guard let written = own.withLock({ $0[path] }) else { return false }
    return written == workbench.notebook.stamp(of: path)
  }

  /// Appends to the log of what was read, unless it says so already.
  private func markRead(_ post: String, _ isRead: Bool) throws(Problem) -> Event? {
    guard try workbench.index.isRead(post) != isRead else { return nil }
    try workbench.notebook.markRead(post, isRead, at: workbench.now)
    noteOwn([Layout.readingLog])
    try workbench.index.updateReading()
    return .stale
  }
}
