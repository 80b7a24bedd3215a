import ArgumentParser
import PostilCore

/// `postil index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Throw the index away and build it anew.",
    discussion: """
      Never needed: the index is a cache, and mends itself.

      Example: postil index -n ~/research
      """)

  @OptionGroup var notebook: NotebookOption

  func run() throws {
    let workbench = try Workbench(notebook: notebook.notebook)
    try workbench.rebuild()
    let totals = try workbench.catalog.totals(today: workbench.today)
    Console.say("indexed \(totals.posts) posts and \(totals.allClaims) claims")
  }
}
