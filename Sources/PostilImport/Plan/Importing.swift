public import PostilCore

/// Works out what an import does, without writing anything: a dry run is this and no more.
///
/// `postil import` and `:import` call it, show `report`, and have `change` carried out as one step.
/// A source that is refused is told in the report and does not keep the others out.
///
/// - Parameters:
///   - sources: read in this order; of a folder everything that is on the white list.
///   - format: the name of an importer; nil looks into each source.
///   - options: what the person said beforehand.
///   - notebook: where the posts are to go.
///   - progress: told of each source's posts (done, of); answering false stops the import.
/// - Returns: what was found, and the change that takes it into the notebook.
/// - Throws: when there is no such format, or the import was stopped.
public func importing(
  _ sources: [Source], from format: String? = nil, options: ImportOptions, into notebook: Notebook,
  progress: (Int, Int) -> Bool = { _, _ in true }
) throws(Problem) -> ImportPlan {
  var named: (any Importer.Type)?
  if let format { named = try Importers.named(format) }
  var plan = ImportPlan(notebook, options)
  try withoutActuallyEscaping(progress) { (progress) throws(Problem) in
    for source in sources {
      try plan.begin(source, progress)
      guard let folder = source.folder else {
        try plan.take(source, as: named, progress)
        continue
      }
      var walk = FolderWalk()
      try walk.walk(folder) { (part) throws(Problem) in try plan.take(part, as: named, progress) }
      plan.end(source, walk)
    }
  }
  plan.finish()
  return plan
}
