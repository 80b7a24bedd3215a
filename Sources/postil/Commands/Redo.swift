import ArgumentParser
import PostilCore

/// `postil redo`.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Do again what was undone last.",
    discussion: "Example: postil undo && postil redo")

  @OptionGroup var notebook: NotebookOption

  func run() throws {
    guard let change = try notebook.open().redo() else {
      Console.remark("postil: nothing to redo")
      throw ExitCode.nothing
    }
    Console.say("done again: " + Console.line(change.label))
  }
}
