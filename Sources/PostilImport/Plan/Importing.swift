public import PostilCore

/// Works out what an import does, without writing anything: a dry run is this and no more.
///
/// `postil import` and `:import` call it, show `report`, and have `change` carried out as one step.
/// A source that is refused is told in the report and does not keep the others out.
///
/// - Parameters:
///   - sources: read in this order.
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
  let stopped = Problem("the import was stopped; nothing was written")
  for source in sources {
    var isStopped = !progress(0, 0)
    if isStopped { throw stopped }
    do throws(Problem) {
      var importer = named
      if importer == nil { importer = try Importers.detect(source) }
      // Whoever names the lines means text, whatever else it could be read as.
      if format == nil, source.folder == nil, options.namesLines { importer = PastedText.self }
      guard let importer else { continue }
      var intake = Intake()
      try importer.read(source, options: options, into: &intake)
      isStopped = !plan.add(intake, from: source, format: importer.name, progress: progress)
    } catch {
      plan.refuse(source, error)
    }
    if isStopped { throw stopped }
  }
  plan.finish()
  return plan
}
