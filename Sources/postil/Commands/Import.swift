import ArgumentParser
import PostilCore
import PostilImport

/// `postil import FILE…`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import posts from files, archives, or what you paste.",
    discussion: """
      The content tells the format, or --from does:
      \(Importers.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

      Pasted text is cut into posts: auto, none, blank, rule, or lines:1,8,10
      with the first line of each. On a terminal auto shows its proposal first;
      elsewhere it refuses when it is not sure, unless --yes takes what it has.

      Exit code 2 when nothing was imported.

      Example: postil import archive/
      Example: postil import posts.txt --split lines:1,8,10 --author @name
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "Files and folders; - is standard input.", completion: .file())
  var files: [String]

  @Option(help: "The format.", completion: .list(Importers.all.map { $0.name }))
  var from: String?

  @Option(help: "How pasted text is cut: auto, none, blank, rule, lines:…")
  var split = "auto"

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

  func run() throws {
    let workbench = try notebook.open()
    let options = try options(now: workbench.now)
    var reports: [ImportReport] = []
    var sources: [Source] = []
    for source in try files.map(source) {
      if isCutByHand(source, options) {
        if let report = try SplitPreview.run(source, options, in: workbench) {
          reports.append(report)
        }
      } else {
        sources.append(source)
      }
    }
    if !sources.isEmpty {
      let plan = try importing(sources, from: from, options: options, into: workbench.notebook)
      if let change = plan.change, !dryRun { try workbench.perform(change) }
      reports.append(plan.report)
    }
    for report in reports { say(report) }
    if dryRun { Console.remark("postil: a dry run, nothing was written") }
    if reports.contains(where: { $0.exitCode == 1 }) { throw ExitCode.failure }
    guard reports.contains(where: \.bringsPosts) else { throw ExitCode.nothing }
  }

  private func source(_ file: String) throws(Problem) -> Source {
    file == "-" ? Source(name: file, bytes: try Console.inputBytes()) : try Source(path: file)
  }

  /// Whether the split preview opens: for pasted text about which nothing else was said.
  private func isCutByHand(_ source: Source, _ options: ImportOptions) -> Bool {
    guard options.split == .auto, !yes, !json, !dryRun, SplitPreview.isPossible else {
      return false
    }
    return from.map { $0 == "text" } ?? Importers.isPastedText(source)
  }

  private func options(now: Instant) throws(Problem) -> ImportOptions {
    var options = ImportOptions(now: now)
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

extension ImportReport {
  /// Whether posts came in that were not there before, or not so.
  fileprivate var bringsPosts: Bool {
    files.contains { $0.new + $0.captures + $0.restored > 0 }
  }
}
