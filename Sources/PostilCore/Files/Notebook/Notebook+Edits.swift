extension Notebook {
  /// What several edits mean together, each on top of those before it: one step of undo.
  ///
  /// `progress` is told (done, of), and stops the work by answering false.
  ///
  /// - Throws: when one of them cannot be done, or it was stopped.
  public func change(
    for edits: [Edit], at now: Instant, in catalog: any Catalog,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws(Problem) -> Change {
    var ahead = self
    var files: [Change.File] = []
    var places: [String: Int] = [:]
    var labels: [String] = []
    for (number, edit) in edits.enumerated() {
      guard progress(number, edits.count) else { throw Problem("stopped; nothing was written") }
      let change = try ahead.change(for: edit, at: now, in: catalog)
      if labels.last != change.label { labels.append(change.label) }
      for file in change.files {
        ahead.drafts[file.path] = .some(file.after)
        if let place = places[file.path] {
          files[place].after = file.after
        } else {
          places[file.path] = files.count
          files.append(file)
        }
      }
    }
    let times = labels.count == 1 && edits.count > 1 ? " (\(edits.count) times)" : ""
    let shown = labels.count > 3 ? Array(labels.prefix(1)) : labels
    let rest = labels.count > 3 ? " and \(labels.count - 1) more" : ""
    return Change(shown.joined(separator: ", ") + rest + times, files)
  }
}
