public import PostilCore

/// Works out what an import does, without writing anything: a dry run is this and no more.
///
/// A source that is refused is told in the report and does not keep the others out. All posts are held
/// in memory; `importing(_:writing:)` is for what may be large.
///
/// - Parameters:
///   - sources: read in this order; of a folder everything that is on the white list.
///   - format: the name of an importer; nil looks into each source.
///   - options: what the person said beforehand.
///   - notebook: where the posts are to go.
///   - progress: told how many bytes were read (done, of); answering false stops the import.
/// - Returns: what was found, and the change that takes it into the notebook.
/// - Throws: when there is no such format, or the import was stopped.
public func importing(
  _ sources: [Source], from format: String? = nil, options: ImportOptions, into notebook: Notebook,
  progress: (Int, Int) -> Bool = { _, _ in true }
) throws(Problem) -> ImportPlan {
  let named = try format.map(Importers.named)
  return try withoutActuallyEscaping(progress) { (progress) throws(Problem) in
    let run = ImportRun(notebook, options, progress: progress, portions: nil)
    try run.read(sources, as: named)
    return ImportPlan(change: try run.change(), report: run.report)
  }
}

/// Imports in portions, each handed to `writing` as soon as it is known, so that memory stays bounded.
///
/// What was written before the import was stopped, or failed, stays: every post of it is whole.
///
/// - Parameters: as above, and
///   - writing: carries a change out, on another thread, as a part of one step of undo: given the
///     number that the part before came to, nil for the first.
///   - written: told of each change that was carried out.
/// - Returns: what was found and done; `ending` says why it ended early, when it did.
/// - Throws: when there is no such format.
public func importing(
  _ sources: [Source], from format: String? = nil, options: ImportOptions, into notebook: Notebook,
  progress: (Int, Int) -> Bool = { _, _ in true },
  writing: @escaping @Sendable (Change, Int?) throws(Problem) -> Int?,
  written: (Change) -> Void = { _ in }
) throws(Problem) -> ImportReport {
  let named = try format.map(Importers.named)
  return try withoutActuallyEscaping(progress) { (progress) throws(Problem) in
    try withoutActuallyEscaping(written) { (written) throws(Problem) in
      let run = ImportRun(
        notebook, options, progress: progress, portions: Portions(writing, written: written))
      do throws(Problem) {
        try run.read(sources, as: named)
        try run.finish()
      } catch {
        run.end(error)
      }
      return run.report
    }
  }
}
