public import ArgumentParser
import Foundation
import PostilCore
import PostilTerminal

/// `postil [DIR]`: the screen.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Browse a notebook on the screen (this is what `postil` alone does).",
    discussion: "Example: postil Notes")

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The notebook's folder, or one inside it.", completion: .directory)
  var folder: String?

  @Option(help: "Colours: auto, always or never; auto heeds NO_COLOR.")
  var color = ColorChoice.auto

  func run() throws {
    // Two cores: one reads themes and keys while the other opens the index.
    let settings = Ahead { Settings(folder: Folders.config()) }
    let workbench = try open()
    let browser = Browser(
      workbench, settings: settings.value,
      startFolder: FileManager.default.currentDirectoryPath)
    Signals.ignoreBrokenPipes()
    let outcome = try browser.run(color: color)
    if case .leave(let leave) = outcome.ending { Signals.end(by: leave) }
  }

  private func open() throws(Problem) -> Workbench {
    guard let folder else { return try Workbench(notebook: notebook.notebook) }
    guard let root = Notebook.find(from: folder) else {
      if let command = Nearest.word(to: folder, among: Postil.names),
        !FileManager.default.fileExists(atPath: folder)
      {
        throw Problem(
          "there is no command and no folder called “\(Visible.line(folder))”",
          hint: "did you mean `postil \(command)`?")
      }
      throw Problem(
        "there is no notebook in \(folder) yet",
        hint: """
          postil init \(folder)   makes an empty one, and `postil import FILE` fills it
            postil Notes   in Postil's own folder opens the sample, which is the manual too
          """)
    }
    return try Workbench(notebook: root)
  }
}

extension ColorChoice: ExpressibleByArgument {}
