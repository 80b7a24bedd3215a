import ArgumentParser
import PostilCore
import PostilScreen

/// `postil page NAME`.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Show all there is about a ticker, an author or a tag.",
    discussion: """
      When and how often it was written about, how the claims on it stand, the claims, the posts, \
      the numbers in them by date, and who and what stands beside it.

      A name without a sign is a tag, else a ticker, else an author.

      Example: postil page '$NWND'
      Example: postil page @volt_watch --width 100
      Example: postil page --json power/grid
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(
    help: ArgumentHelp(
      "A ticker ('$NWND'), an author (@ada, or a name), a tag (#power).", valueName: "name"))
  var name: [String]

  @Option(help: "Cells in a line; as wide as the terminal, else 100.")
  var width: Int?

  @Flag(help: "One JSON object.")
  var json = false

  func validate() throws {
    if let width, !(20...1_000).contains(width) {
      throw ValidationError("--width is a number from 20 to 1000")
    }
  }

  func run() throws {
    let typed = name.joined(separator: " ")
    let workbench = try notebook.open()
    guard let page = try workbench.page(named: typed) else {
      Console.remark("postil: nothing is known about “\(Visible.line(typed))”")
      throw ExitCode.nothing
    }
    guard !json else {
      Console.say(JSONText.object(page.json(today: workbench.today)).compact)
      return
    }
    let cells = width ?? Console.width ?? 100
    let layout = SubjectLayout(printing: page, width: cells, today: workbench.today)
    Console.say(Console.line("\(page.subject.name) \(page.subject.kind)"))
    Console.say("")
    for line in layout.lines { Console.say(line.text) }
  }
}
