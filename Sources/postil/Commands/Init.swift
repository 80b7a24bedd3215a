import ArgumentParser
import PostilCore

/// `postil init DIR`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an empty notebook.",
    discussion: """
      The folder is made when it is missing; what is in it stays as it is.

      Example: postil init ~/research --title "Power in Texas"
      """)

  @Argument(help: "The folder that becomes a notebook.", completion: .directory)
  var folder: String

  @Option(help: "What the notebook is called; else the folder's name.")
  var title: String?

  func run() throws {
    let notebook = try Notebook.create(at: folder, title: title)
    Console.say("made a notebook in \(Console.line(notebook.root))")
  }
}
