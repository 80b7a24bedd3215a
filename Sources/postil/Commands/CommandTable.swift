import ArgumentParser
import Foundation

/// One command of the program as ArgumentParser knows it: the source of the manual page.
struct CommandTable: Decodable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var subcommands: [CommandTable]?
  var arguments: [Argument]?

  /// An option, a flag, or a word.
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String

      var written: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var preferredName: Name?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?
  }

  /// The whole program; nil when the library describes it in a way that is not known here.
  static var program: CommandTable? {
    struct Tool: Decodable {
      var command: CommandTable
    }
    return try? JSONDecoder().decode(Tool.self, from: Data(Postil._dumpHelp().utf8)).command
  }

  /// The commands that are to be seen, in the order of the program's table.
  var commands: [CommandTable] {
    (subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
      .flatMap { [$0] + $0.named(under: $0.commandName) }
  }

  /// Its own subcommands under their whole names: `theme check`.
  private func named(under name: String) -> [CommandTable] {
    commands.map { command in
      var whole = command
      whole.commandName = name + " " + command.commandName
      return whole
    }
  }

  /// What may stand behind the command, words before options; what every command has left out.
  var own: [Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay
        && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
  }
}
