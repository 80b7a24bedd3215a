import ArgumentParser
import PostilCore

/// `postil undo`.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last change, of the screen or the shell.",
    discussion: "Example: postil undo && postil redo")

  @OptionGroup var notebook: NotebookOption

  func run() throws {
    guard let change = try notebook.open().undo() else {
      Console.remark("postil: nothing to undo")
      throw ExitCode.nothing
    }
    Console.say("undone: " + Console.line(change.label))
  }
}
