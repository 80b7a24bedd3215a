public import ArgumentParser
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

  @Flag(help: "Lines instead of a screen: for screen readers and pipes.")
  var plain = false

  @Option(
    help: "Press the keys of a session, then print how many and how many claims they made.",
    completion: .file())
  var replay: String?

  @Flag(help: "After --replay, stay on the screen.")
  var stay = false

  @Option(help: "Write the keys that are pressed into a file, for --replay.", completion: .file())
  var record: String?

  func validate() throws {
    if stay, replay == nil { throw ValidationError("--stay goes with --replay") }
  }

  /// What was asked for.
  var browsing: Browsing {
    var browsing = Browsing(folder: folder, notebook: notebook.notebook)
    browsing.color = color
    browsing.isPlain = plain
    browsing.replay = replay
    browsing.stays = stay
    browsing.record = record
    return browsing
  }

  func run() throws {
    try browsing.run()
  }
}

extension ColorChoice: ExpressibleByArgument {}
