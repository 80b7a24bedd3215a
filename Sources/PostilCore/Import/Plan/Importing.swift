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
///   - isCancelled: asked between sources; what was read so far is dropped.
/// - Returns: what was found, and the change that takes it into the notebook.
/// - Throws: when there is no such format, or the import was stopped.
public func importing(
  _ sources: [Source], from format: String? = nil, options: ImportOptions, into notebook: Notebook,
  isCancelled: () -> Bool = { false }
) throws(Problem) -> ImportPlan {
  var named: (any Importer.Type)?
  if let format { named = try Importers.named(format) }
  var plan = ImportPlan(notebook, options)
  for source in sources {
    guard !isCancelled() else { throw Problem("the import was stopped; nothing was written") }
    do throws(Problem) {
      var importer = named
      if importer == nil { importer = try Importers.detect(source) }
      // Whoever names the lines means text, whatever else it could be read as.
      if format == nil, source.folder == nil, options.namesLines { importer = PastedText.self }
      guard let importer else { continue }
      var intake = Intake()
      try importer.read(source, options: options, into: &intake)
      plan.add(intake, from: source, format: importer.name)
    } catch {
      plan.refuse(source, error)
    }
  }
  plan.finish()
  return plan
}
