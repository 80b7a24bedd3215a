import ArgumentParser
import PostilCore
import PostilImport

/// `postil import FILE…`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import posts from files, archives, or what you paste.",
    discussion: """
      Files, archives as they are, and folders, of which what cannot hold posts is
      left out and counted. The content tells the format, or --from does; --list
      names them all.

      Pasted text is cut into posts: auto, none, blank, rule, or lines:1,8,10
      with the first line of each. On a terminal auto shows its proposal first;
      elsewhere it refuses when it is not sure, unless --yes takes what it has.

      Exit code 1 when records were skipped, 2 when there were no posts, 3 when
      something cannot be read or written. Ctrl-C leaves whole posts; undo takes
      all of one import back.

      Example: postil import twitter-archive.zip
      Example: postil import posts.txt --split lines:1,8,10 --author @name
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "Files and folders; - is standard input.", completion: .file())
  var files: [String] = []

  @Option(help: "The format.", completion: .list(Importers.all.map { $0.name }))
  var from: String?

  @Option(help: "How pasted text is cut: auto, none, blank, rule, lines:…")
  var split = "auto"

  @Option(help: "What the columns of a table mean: text=Body,date=When.")
  var columns: String?

  @Option(help: "The author of posts that name none.")
  var author: String?

  @Option(help: "The date of posts that have none: 2026-03-31 or 2026-03-31T09:30:00Z.")
  var date: String?

  @Flag(help: "Take the proposed cuts, sure or not.")
  var yes = false

  @Flag(help: "Report, and write nothing.")
  var dryRun = false

  @Flag(help: "The report as JSON, one object a file.")
  var json = false

  @Flag(help: "Name all formats, with an example each.")
  var list = false

  @Option(help: "Import what arrives in a folder, until stopped.", completion: .directory)
  var watch: String?

  func validate() throws {
    guard !list, watch == nil, files.isEmpty else { return }
    throw ValidationError("Name a file or folder, or - for standard input.")
  }

  func run() throws {
    if list { return Self.sayFormats() }
    let workbench = try notebook.open()
    let options = try options(now: workbench.now)
    if let watch { return try ImportWatch(watch, from, options, workbench).run { say($0) } }
    var reports: [ImportReport] = []
    var sources: [Source] = []
    var unread = ImportReport()
    for file in files {
      let source: Source
      do throws(Problem) {
        source = try self.source(file)
      } catch {
        unread.add(unreadable: file, error)
        continue
      }
      if isAskedFor(options), from == nil, let table = UnknownTable(source) {
        guard let mapping = ColumnPreview.ask(table, name: source.name) else {
          Console.remark("postil: nothing imported from \(source.name)")
          continue
        }
        var options = options
        options.columns = mapping
        reports.append(try report(on: [source], options, in: workbench))
      } else if isCutByHand(source, options) {
        if let report = try SplitPreview.run(source, options, in: workbench) {
          reports.append(report)
        }
      } else {
        sources.append(source)
      }
    }
    if !unread.files.isEmpty { reports.append(unread) }
    if !sources.isEmpty { reports.append(try report(on: sources, options, in: workbench)) }
    for report in reports { say(report) }
    if dryRun { Console.remark("postil: a dry run, nothing was written") }
    let codes = reports.map(\.exitCode)
    // Of several files, those without posts are a part that is missing.
    let worst = codes.contains(0) && codes.max() == 2 ? 1 : codes.max() ?? 2
    guard worst == 0 else { throw ExitCode(worst) }
  }

  private func report(on sources: [Source], _ options: ImportOptions, in workbench: Workbench)
    throws
    -> ImportReport
  {
    let from = options.columns == nil ? self.from : self.from ?? "csv"
    let progress = ImportProgress()
    defer { progress.end() }
    Interruption.watch()
    guard dryRun else {
      return try workbench.importing(
        sources, from: from, options: options, progress: progress.step,
        indexing: progress.index)
    }
    return try importing(
      sources, from: from, options: options, into: workbench.notebook, progress: progress.step
    ).report
  }

  private static func sayFormats() {
    for importer in Importers.all {
      Console.say("\(importer.name): \(importer.summary)\n    \(importer.example)")
    }
  }

  private func source(_ file: String) throws(Problem) -> Source {
    file == "-" ? Source(name: file, bytes: try Console.inputBytes()) : try Source(path: file)
  }

  /// Whether the split preview opens: for pasted text about which nothing else was said.
  private func isCutByHand(_ source: Source, _ options: ImportOptions) -> Bool {
    guard isAskedFor(options) else { return false }
    return from.map { $0 == "text" } ?? Importers.isPastedText(source)
  }

  /// Whether somebody sits there who said nothing that makes questions needless.
  private func isAskedFor(_ options: ImportOptions) -> Bool {
    options.split == .auto && options.columns == nil && !yes && !json && !dryRun
      && SplitPreview.isPossible
  }

  private func options(now: Instant) throws(Problem) -> ImportOptions {
    var options = ImportOptions(now: now)
    if let columns { options.columns = try ColumnMapping(parsing: columns) }
    options.split = try SplitMode(parsing: split)
    options.acceptsProposal = yes
    options.author = author
    if let date {
      guard let moment = Moment(date) else {
        throw Problem(
          "“\(Visible.line(date))” is no date", hint: "write 2026-03-31 or 2026-03-31T09:30:00Z")
      }
      options.date = moment
    }
    return options
  }

  private func say(_ report: ImportReport) {
    guard json else { return Console.say(Console.safe(report.description)) }
    for file in report.files { Console.say(JSONText.object(file.json).compact) }
  }
}
