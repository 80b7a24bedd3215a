import ArgumentParser
import PostilCore

/// `postil man`.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    abstract: "Print the manual page, for man.",
    discussion: """
      It is made from the same tables as help and the keys, and so never older.

      Example: postil man > ~/.local/share/man/man1/postil.1
      Example: postil man | man -l -
      """)

  func run() throws {
    guard let program = CommandTable.program else {
      throw Problem("the table of commands cannot be read")
    }
    Console.say(ManualPage(program).text, end: "")
  }
}
