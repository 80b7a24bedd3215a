import ArgumentParser
import PostilCore

/// `postil codebook rename TAG NAME`.
struct CodebookRenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give a tag another name or place; those below it go along.",
    discussion: """
      The old name becomes an alias.

      Example: postil codebook rename btm power/btm --dry-run
      """)

  @OptionGroup var notebook: NotebookOption
  @OptionGroup var option: DryRunOption

  @Argument(help: "The tag.", completion: Completions.tags)
  var tag: String

  @Argument(help: "Its new name.")
  var name: String

  func run() throws {
    try option.carryOut(.rename(tag, to: name), in: notebook.open())
  }
}

/// `postil codebook merge TAG INTO`.
struct CodebookMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make one tag of two; the first one's name becomes an alias of the second.",
    discussion: "Example: postil codebook merge powr power")

  @OptionGroup var notebook: NotebookOption
  @OptionGroup var option: DryRunOption

  @Argument(help: "The tag that goes.", completion: Completions.tags)
  var tag: String

  @Argument(help: "The tag that stays.", completion: Completions.tags)
  var into: String

  func run() throws {
    try option.carryOut(.merge(tag, into: into), in: notebook.open())
  }
}

/// `postil codebook remove TAG`.
struct CodebookRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a tag that nothing carries out of the codebook.",
    discussion: "Example: postil codebook remove to-verify")

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The tag.", completion: Completions.tags)
  var tag: String

  func run() throws {
    Console.say(Console.line(try notebook.open().perform(.removeTag(tag)).label))
  }
}

/// Shows what would change, or does it.
struct DryRunOption: ParsableArguments {
  @Flag(help: "Only name every record that would change.")
  var dryRun = false

  /// Prints a line for each record, and carries the deed out as one step of undo unless it is dry.
  func carryOut(_ deed: TagPlan.Deed, in workbench: Workbench) throws(Problem) {
    let plan = try workbench.notebook.planTag(deed, in: workbench.catalog)
    for item in plan.items + plan.mentions {
      Console.say(
        [item.id, item.effect, item.words].map { Console.line($0) }.joined(separator: "\t"))
    }
    if dryRun { return }
    Console.say(Console.line(try workbench.perform(plan.change).label))
  }
}
