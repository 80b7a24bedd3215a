import PostilCore
import PostilIndex

extension Workbench {
  /// Carries out several edits as one step of undo: all of them or none.
  ///
  /// `progress` is told (done, of), first of the edits and then of the files, and stops the work by
  /// answering false.
  ///
  /// - Throws: when one of them cannot be done, or it was stopped; nothing is written then.
  func perform(
    _ edits: [Edit], progress: (Int, Int) -> Bool = { _, _ in true },
    secured: (Change) -> Void = { _ in }, written: (Change) -> Void = { _ in }
  ) throws(Problem) -> Change {
    let change = try index.together { () throws(Problem) in
      try notebook.change(for: edits, at: now, in: catalog, progress: progress)
    }
    return try perform(change, progress: progress, secured: secured, written: written)
  }
}
