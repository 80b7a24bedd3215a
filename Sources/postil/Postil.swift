import ArgumentParser
import Foundation
import PostilCore

/// The command line: one table of commands, one way to end.
@main
struct Postil: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A research notebook for the terminal: posts, claims, verdicts, in plain files.",
    discussion: """
      A notebook is told by -n, before or behind the command, else by
      $POSTIL_NOTEBOOK, else it is the nearest folder upward with postil.yaml.

      Exit codes: 0; 1 for a problem; 2 for nothing found or imported; 64 for usage.

      Example: postil init research && cd research && postil import posts.txt
      """,
    version: "0.1.0",
    subcommands: [
      BrowseCommand.self, InitCommand.self, ImportCommand.self, ListCommand.self, PageCommand.self,
      ShowCommand.self,
      RelatedCommand.self, ClaimsCommand.self,
      ClaimCommand.self, VerdictCommand.self, AmendCommand.self, RemoveCommand.self,
      TagCommand.self, NoteCommand.self, ReadCommand.self, CodebookCommand.self,
      ExplainCommand.self, ExportCommand.self, UndoCommand.self, RedoCommand.self,
      CheckCommand.self,
      IndexCommand.self, KeysCommand.self, ManCommand.self, CompletionsCommand.self,
      TutorCommand.self,
      ThemeCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)

  /// The names of all commands, as help lists them.
  static var names: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// The command that words mean.
  ///
  /// - Throws: what ends the program with usage, help or the version.
  static func command(_ words: [String]) throws -> any ParsableCommand {
    let words = CommandWords(words).arranged
    // Read by itself a command is there sooner; what is wrong is told with all of them in view.
    let named = configuration.subcommands.first { $0.configuration.commandName == words.first }
    if let command = try? named?.parseAsRoot(Array(words.dropFirst())) { return command }
    return try parseAsRoot(words)
  }

  static func main() {
    // A reader that has seen enough, such as `head`, is no failure.
    signal(SIGPIPE) { _ in _exit(0) }
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      if let browsing = Browsing(usual: words) { return try browsing.run() }
      var command = try command(words)
      try command.run()
    } catch let problem as Problem {
      Console.complain(of: problem)
      exit(withError: ExitCode.failure)
    } catch {
      exit(withError: error)
    }
  }
}

extension ExitCode {
  /// A query found nothing, or an import brought nothing new.
  static let nothing = ExitCode(2)
}
