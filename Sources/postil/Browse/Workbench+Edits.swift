import PostilCore

extension Workbench {
  /// Carries out several edits as one step of undo: all of them or none.
  ///
  /// - Throws: when one of them cannot be done; nothing is written then.
  func perform(_ edits: [Edit]) throws(Problem) -> Change {
    try perform(notebook.change(for: edits, at: now, in: catalog))
  }
}
