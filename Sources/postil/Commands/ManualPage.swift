import ArgumentParser
import PostilCore
import PostilScreen

/// The manual page `postil(1)` in roff, made from the table of commands and the table of keys.
struct ManualPage {
  private let program: CommandTable
  private var lines: [String] = []

  init(_ program: CommandTable) {
    self.program = program
    head()
    commands()
    keys()
    tail()
  }

  /// The page, for `man`.
  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func head() {
    lines.append(#".TH POSTIL 1 "" "postil \#(Postil.configuration.version)" "User Commands""#)
    // Words that are to be typed are never cut.
    lines += [".nh", ".ad l"]
    section("NAME")
    lines.append("postil \\- \(Self.escaped(lowered(program.abstract ?? "")))")
    section("SYNOPSIS")
    for (index, command) in program.commands.enumerated() {
      let words = command.commandName == "browse" ? "" : " \(command.commandName)"
      lines += index == 0 ? [] : [".br"]
      lines.append("\\fBpostil\(Self.escaped(words))\\fR\(synopsis(command))")
    }
    section("DESCRIPTION")
    paragraphs(program.discussion ?? "")
  }

  private mutating func commands() {
    section("COMMANDS")
    for command in program.commands {
      lines.append(".SS \"postil \(command.commandName)\"")
      paragraphs(
        [command.abstract, command.discussion].compactMap(\.self).joined(separator: "\n\n"))
      for argument in command.own { option(argument) }
    }
  }

  private mutating func keys() {
    section("KEYS")
    lines.append("Those built in; \\fBpostil keys\\fR lists what is bound now.")
    let map = KeyMap()
    for scope in Scope.allCases {
      lines.append(".SS \"\(scope.rawValue)\"")
      let bindings = map.bindings(in: [scope])
      var seen: Set<String> = []
      for binding in bindings where seen.insert(binding.command).inserted {
        let keys = bindings.filter { $0.command == binding.command }.map(\.keys.label)
        lines += [
          ".TP", "\\fB\(Self.escaped(keys.joined(separator: ", ")))\\fR",
          Self.line("\(Action.summary(of: binding.command)) (\(binding.command))"),
        ]
      }
    }
  }

  private mutating func tail() {
    section("FILES")
    item("postil.yaml", "marks the root of a notebook: posts/, claims/, notes/, tags/, queries/.")
    item("$XDG_CONFIG_HOME/postil/keys.yaml", "your keys, laid over those built in.")
    item("$XDG_CONFIG_HOME/postil/config.yaml", "your settings, such as theme.")
    item("$XDG_CONFIG_HOME/postil/themes/", "your themes.")
    item("$XDG_CACHE_HOME/postil/", "the index, which can be thrown away.")
    item("$XDG_STATE_HOME/postil/", "the undo log.")
    section("ENVIRONMENT")
    item("POSTIL_NOTEBOOK", "the notebook's folder, where none is named.")
    item("VISUAL, EDITOR", "the editor for notes.")
    item("NO_COLOR", "when set, no colours are used.")
    section("EXIT STATUS")
    item("0", "done.")
    item("1", "a problem, told on standard error.")
    item("2", "nothing was found or imported.")
    item("64", "wrong usage.")
  }

  private mutating func section(_ name: String) { lines.append(".SH \(name)") }

  private mutating func item(_ name: String, _ text: String) {
    lines += [".TP", "\\fB\(Self.escaped(name))\\fR", Self.line(text)]
  }

  private mutating func option(_ argument: CommandTable.Argument) {
    let names = (argument.names ?? []).map { "\\fB\(Self.escaped($0.written))\\fR" }
    let value = argument.valueName.map { " \\fI\(Self.escaped($0))\\fR" } ?? ""
    let head =
      switch argument.kind {
      case "positional": "\\fI\(Self.escaped(argument.valueName ?? ""))\\fR"
      case "flag": names.joined(separator: ", ")
      default: names.joined(separator: ", ") + value
      }
    let values = (argument.allValues ?? []).joined(separator: ", ")
    let fallback = argument.defaultValue.map { " (default: \($0))" } ?? ""
    let text = (argument.abstract ?? "") + (values.isEmpty ? "" : " One of: \(values).") + fallback
    lines += [".TP", head, Self.line(text)]
  }

  private func synopsis(_ command: CommandTable) -> String {
    command.own.map { argument in
      let value = "\\fI\(Self.escaped(argument.valueName ?? ""))\\fR"
      let name = "\\fB\(Self.escaped(argument.preferredName?.written ?? ""))\\fR"
      let word =
        switch argument.kind {
        case "positional": value
        case "flag": name
        default: "\(name) \(value)"
        }
      let all = word + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? " [\(all)]" : " " + all
    }.joined()
  }

  /// Paragraphs end at blank lines; examples and lines set in columns keep their lines.
  private mutating func paragraphs(_ text: String) {
    for (index, part) in text.split(separator: "\n\n").enumerated() {
      if index > 0 { lines.append(".PP") }
      let rows = part.split(separator: "\n").map(String.init)
      let keeps = rows.contains {
        $0.hasPrefix("Example: ") || $0.contains(":  ") || $0.hasPrefix(" ")
      }
      lines += (keeps ? [".nf"] : []) + rows.map(Self.line) + (keeps ? [".fi"] : [])
    }
  }

  private func lowered(_ text: String) -> String {
    let text = text.hasPrefix("A ") ? "a " + text.dropFirst(2) : text
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// A line of text: one that begins with a dot or a quote would be a request.
  private static func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  /// Text in which nothing commands roff (groff_man(7), "Portability").
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "'": out += "\\(aq"
      case "`": out += "\\(ga"
      case "^": out += "\\(ha"
      case "~": out += "\\(ti"
      default:
        // Older formatters read bytes; this they all know.
        for scalar in character.unicodeScalars {
          let code = String(scalar.value, radix: 16, uppercase: true)
          let name = String(repeating: "0", count: max(0, 4 - code.count)) + code
          out += scalar.isASCII ? String(scalar) : "\\[u\(name)]"
        }
      }
    }
    return out
  }
}
