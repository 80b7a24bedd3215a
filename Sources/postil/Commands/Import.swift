import ArgumentParser
import PostilCore

/// `postil import FILE…`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import posts from files, archives, or what you paste.")

  @OptionGroup var notebook: NotebookOption

  func run() throws {
    throw Problem("not yet")
  }
}
