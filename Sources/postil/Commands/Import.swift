import ArgumentParser
import Foundation
import PostilCore

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
    var worst: ExitCode = .nothing
    for batch in try batches(options) {
      let plan = try importing(
        batch.sources, from: from, options: batch.options, into: workbench.notebook)
      if let change = plan.change, !dryRun { try workbench.perform(change) }
      report(plan.report)
      switch plan.report.exitCode {
      case 1: worst = .failure
      case _ where plan.change != nil && worst == .nothing: worst = .success
      default: break
      }
    }
    if dryRun { Console.remark("postil: a dry run, nothing was written") }
    if worst != .success { throw worst }
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

  /// What is imported in one step: everything, but for texts that a person cuts on the screen.
  private func batches(_ options: ImportOptions) throws(Problem) -> [(
    sources: [Source], options: ImportOptions
  )] {
    var sources: [Source] = []
    var previewed: [([Source], ImportOptions)] = []
    for file in files {
      let source =
        file == "-"
        ? Source(name: "-", bytes: try Console.inputBytes()) : try Source(path: file)
      let isText = (from == nil && Importers.isPastedText(source)) || from == "text"
      if isText, options.split == .auto, !yes, !json, SplitPreview.isPossible {
        guard let draft = try SplitPreview.draft(of: source, options) else { continue }
        var options = options
        options.draft = draft
        previewed.append(([source], options))
      } else {
        sources.append(source)
      }
    }
    return (sources.isEmpty ? [] : [(sources, options)]) + previewed
  }

  private func report(_ report: ImportReport) {
    guard json else { return Console.say(Console.safe(report.description)) }
    for file in report.files { Console.say(JSONText.object(file.json).compact) }
  }
}
