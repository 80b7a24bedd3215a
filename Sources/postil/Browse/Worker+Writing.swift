import PostilCore
import PostilIndex
import PostilScreen

extension Worker {
  /// Does what changes files; the answer is given when they are on the disk.
  func carryOut(_ effect: Effect) throws(Problem) -> Event? {
    switch effect {
    case .perform(let edits): .changed(try perform(edits))
    case .performOnMatches(let verb, let matches, let sticky):
      .changed(try perform(verb, on: matches, sticky: sticky))
    case .undo: .undone(try workbench.undo())
    case .redo: .redone(try workbench.redo())
    case .markRead(let post, let isRead): try markRead(post, isRead)
    case .export(let query, let typed, let format):
      .exported(try export(query, typed: typed, format: format))
    case .importFile(let path): try importFile(path)
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
      try workbench.perform(edits, progress: progress)
    }
  }

  /// Appends to the log of what was read, unless it says so already.
  private func markRead(_ post: String, _ isRead: Bool) throws(Problem) -> Event? {
    guard try workbench.index.isRead(post) != isRead else { return nil }
    try workbench.notebook.markRead(post, isRead, at: workbench.now)
    try workbench.index.updateReading()
    return .stale
  }
}
