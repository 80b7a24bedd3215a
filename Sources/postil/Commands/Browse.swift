import ArgumentParser
import PostilCore

/// `postil [DIR]`: the screen.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Browse a notebook on the screen (this is what `postil` alone does).",
    discussion: "Example: postil Notes")

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The notebook's folder.", completion: .directory)
  var folder: String?

  func run() throws {
    let workbench = try Workbench(notebook: folder ?? notebook.notebook)
    _ = workbench
    throw Problem("the screen is not there yet")
  }
}
