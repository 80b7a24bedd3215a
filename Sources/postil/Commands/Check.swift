import ArgumentParser
import Foundation
import PostilCore

/// `postil check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read every record and name every damage, with file and line.",
    discussion: """
      Changes nothing. Exit code 1 when there is any damage.

      Example: postil check research
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The notebook's folder.", completion: .directory)
  var folder: String?

  @Flag(help: "One JSON object a damage: file, line, message, hint.")
  var json = false

  func run() throws {
    let workbench = try Workbench(notebook: folder ?? notebook.notebook)
    let problems = Check.check(workbench.notebook).map { placed($0, in: workbench.notebook) }
    for problem in problems {
      Console.say(json ? problem.json.compact : lines(of: problem))
    }
    guard problems.isEmpty else { throw ExitCode.failure }
    if !json { Console.say("no damage found") }
  }

  private func lines(of problem: Problem) -> String {
    Console.line(problem.description) + (problem.hint.map { "\n  " + Console.line($0) } ?? "")
  }

  /// The problem with a path that an editor started here can open.
  private func placed(_ problem: Problem, in notebook: Notebook) -> Problem {
    var problem = problem
    let here = URL(filePath: FileManager.default.currentDirectoryPath).resolvingSymlinksInPath()
    if let file = problem.place?.file {
      let absolute = notebook.absolute(file)
      let isBelow = absolute.hasPrefix(here.path + "/")
      problem.place?.file =
        isBelow ? String(absolute.dropFirst(here.path.count + 1)) : absolute
    }
    return problem
  }
}
