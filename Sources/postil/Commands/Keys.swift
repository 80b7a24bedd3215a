import ArgumentParser
import PostilCore
import PostilScreen

/// `postil keys`.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "List the keys that are bound, scope by scope.",
    discussion: """
      Yours, from keys.yaml in the configuration folder, are marked with *.

      Example: postil keys --defaults > ~/.config/postil/keys.yaml
      """)

  @Flag(help: "The built-in key file, as a beginning for one of your own.")
  var defaults = false

  @Flag(help: "Only what is wrong in your key file, with its lines.")
  var conflicts = false

  @Flag(help: "One JSON object a key.")
  var json = false

  func validate() throws {
    if defaults, conflicts || json {
      throw ValidationError("--defaults prints the file and nothing else")
    }
  }

  func run() throws {
    if defaults { return Console.say(KeyMap.builtIn, end: "") }
    let map = Settings(folder: Folders.config()).keyMap
    for problem in map.problems { Console.complain(of: problem) }
    if !conflicts { show(map) }
    if !map.problems.isEmpty { throw ExitCode.failure }
  }

  private func show(_ map: KeyMap) {
    for scope in Scope.allCases {
      let bindings = map.bindings(in: [scope])
      if json {
        for binding in bindings { Console.say(JSONText.object(members(binding)).compact) }
        continue
      }
      guard !bindings.isEmpty else { continue }
      Console.say(scope == .global ? scope.rawValue : "\n\(scope.rawValue)")
      for binding in bindings {
        let keys = Console.column(binding.keys.name, cells: 14)
        let command = Console.column(binding.command, cells: 24)
        let text = Action.summary(of: binding.command)
        Console.say("\(binding.isOwn ? "* " : "  ")\(keys) \(command) \(text)")
      }
    }
  }

  private func members(_ binding: KeyMap.Binding) -> [JSONText.Member] {
    [
      .init("scope", .string(binding.scope.rawValue)), .init("keys", .string(binding.keys.name)),
      .init("command", .string(binding.command)),
      .init("text", .string(Action.summary(of: binding.command))),
    ]
  }
}

extension Action {
  /// What a binding's command does; what it is given does not matter.
  static func summary(of command: String) -> String {
    command.split(separator: " ").first.flatMap { Action(rawValue: String($0)) }?.summary ?? ""
  }
}
