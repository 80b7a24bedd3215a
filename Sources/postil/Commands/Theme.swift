import ArgumentParser
import Foundation
import PostilCore
import PostilScreen

/// `postil theme`: which themes there are, and whether they can be read.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "List themes, and check that they can be read by everybody.",
    discussion: "Example: postil theme check",
    subcommands: [ThemeListCommand.self, ThemeCheckCommand.self],
    defaultSubcommand: ThemeListCommand.self)
}

/// `postil theme list`.
struct ThemeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List every theme, built in and your own.")

  func run() throws {
    let shelf = ThemeShelf(ConfigFiles(folder: Folders.config()))
    for theme in shelf.themes.all { print("\(theme.name)\t\(theme.variant.rawValue)") }
    for problem in shelf.problems { Console.complain(of: problem) }
  }
}

/// `postil theme check [NAME|FILE]`: exits with 1 when a theme falls short.
struct ThemeCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Measure the contrast of every role at every depth, and how claims differ.",
    discussion: """
      Text needs a contrast of 4.5 with its background (WCAG 2.2), faint text 3.
      Claims must differ to eyes without red, green or blue cones too.

      Example: postil theme check ~/schemes/evening.yaml
      """)

  @Argument(
    help: "A theme's name, or a file: a theme of Postil or a base16 scheme; all when left out.")
  var theme: String?

  @Option(help: "The least contrast of text, from 1 to 21.")
  var floor = ThemeCheck.textFloor

  @Flag(name: .shortAndLong, help: "Print only what fails.")
  var quiet = false

  func run() throws {
    let own = ThemeShelf(ConfigFiles(folder: Folders.config()))
    var isGood = true
    if let theme {
      let isFile = FileManager.default.fileExists(atPath: theme)
      let found = try own.theme(isFile ? URL(filePath: theme).path : theme)
      isGood = report(found.theme, found.problems)
    } else {
      for problem in own.problems { Console.complain(of: problem) }
      isGood = own.problems.isEmpty
      for theme in own.themes.all where !report(theme, []) { isGood = false }
    }
    if !isGood { throw ExitCode.failure }
  }

  /// Prints what a theme is like; answers whether it is good.
  private func report(_ theme: Theme, _ problems: [Problem]) -> Bool {
    for problem in problems { Console.complain(of: problem) }
    let check = ThemeCheck(theme, floor: floor)
    if !quiet { for line in ThemeTable(check).lines { print(line) } }
    let failures = check.failures
    for failure in failures { print("\(theme.name): \(failure)") }
    if !quiet {
      print("\(theme.name): \(failures.isEmpty ? "good" : "\(failures.count) to mend")\n")
    }
    return failures.isEmpty && problems.isEmpty
  }
}

/// The contrasts of a theme, a row for each role.
private struct ThemeTable {
  let lines: [String]

  init(_ check: ThemeCheck) {
    let head = Self.row("role", Depth.colored.map(\.title))
    lines =
      [head]
      + Role.allCases.map { role in
        Self.row(
          role.rawValue,
          Depth.colored.map { depth in
            let row = check.rows.first { $0.role == role && $0.depth == depth }
            guard let contrast = row?.contrast else { return "terminal" }
            return contrast.short + (row?.fails ?? false ? " !" : "")
          })
      }
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    var line = name
    for (index, cell) in cells.enumerated() {
      let start = 18 + index * 13
      line += String(repeating: " ", count: max(1, start - line.count)) + cell
    }
    return line
  }
}
