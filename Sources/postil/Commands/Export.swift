import ArgumentParser
import Foundation
import PostilCore

/// `postil export [QUERY…]`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write annotated notes of what a query finds, oldest first.",
    discussion: """
      The format is told by --format, else by the name of the file, else it is markdown:
      \(Exporters.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

      Example: postil export tag:power --output power.md
      """)

  @OptionGroup var notebook: NotebookOption
  @OptionGroup var words: QueryWords

  @Option(
    help: "How to write it.", completion: .list(Exporters.all.map { $0.name }))
  var format: String?

  @Option(
    name: .shortAndLong, help: "Where to write it; - is standard output.", completion: .file())
  var output: String?

  func run() throws {
    let exporter = try exporter()
    let workbench = try notebook.open()
    let query = try workbench.query(words.text)
    let dossiers = try workbench.dossiers(query)
    guard !dossiers.isEmpty else {
      Console.remark("postil: nothing found")
      throw ExitCode.nothing
    }
    let text = exporter.export(
      dossiers,
      about: ExportInfo(
        title: workbench.notebook.title, query: words.text, today: workbench.today))
    guard let output, output != "-" else { return Console.say(text, end: "") }
    try write(text, to: output, beside: workbench.notebook)
    Console.say("wrote \(dossiers.count) posts to \(Console.line(output))")
  }

  private func exporter() throws(Problem) -> any Exporter.Type {
    if let format { return try Exporters.named(format) }
    if let output, let fitting = Exporters.fitting(file: output) { return fitting }
    return try Exporters.named("markdown")
  }

  private func write(_ text: String, to file: String, beside notebook: Notebook) throws(Problem) {
    let url = URL(filePath: file).standardizedFileURL
    let path = url.deletingLastPathComponent().resolvingSymlinksInPath()
      .appending(path: url.lastPathComponent).path
    if path.hasPrefix(notebook.root + "/"),
      Layout.kind(of: String(path.dropFirst(notebook.root.count + 1))) != nil
    {
      throw Problem(
        "this is the place of a record", at: .init(file), hint: "write to exports/ instead")
    }
    do {
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw Problem("cannot be written: \(error.localizedDescription)", at: .init(file))
    }
  }
}
