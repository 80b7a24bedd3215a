import ArgumentParser
import PostilCore

/// `postil remove CLAIM…`.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove claims, as one step of undo.",
    discussion: "Example: postil remove c-260315-7kq2m")

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The ids of the claims.", completion: Completions.claims)
  var claims: [String]

  func run() throws {
    let workbench = try notebook.open()
    let edits = claims.map { Edit.removeClaim(Link.target($0)) }
    Console.say(Console.line(try workbench.perform(edits).label))
  }
}
