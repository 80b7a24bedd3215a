import ArgumentParser
import PostilCore

/// `postil check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read every record and name every damage, with file and line.",
    discussion: """
      Exit code 1 when there is any.

      Example: postil check ~/research
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The notebook's folder.", completion: .directory)
  var folder: String?

  func run() throws {
    _ = try Workbench(notebook: folder ?? notebook.notebook)
    throw Problem("not yet")
  }
}
