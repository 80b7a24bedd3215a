import ArgumentParser
import PostilCore

/// `postil claim POST --quote TEXT`.
struct ClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Make a claim of words in a post; prints its id.",
    discussion: """
      The words must stand in the post, once. A due date is 2026-03-31, +2w, +3m,
      or words such as "by March".

      Example: postil claim x-1985352791846887765 --quote "20% prepayment"
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The id of the post.", completion: Completions.posts)
  var post: String

  @Option(help: "The words of the post that are the claim.")
  var quote: String

  @Option(help: "Its status.")
  var status: Status = .open

  @Option(help: "Its type.")
  var type: ClaimType?

  @Option(help: "The day on which it can be settled.")
  var due: String?

  @Option(help: "How likely it is, in percent.")
  var confidence: Percent?

  @Option(
    name: .customLong("tag"), help: "A topic tag; may be repeated.",
    completion: Completions.tags)
  var tags: [String] = []

  @Option(help: "The claim in your own words.")
  var title: String?

  func run() throws {
    let workbench = try notebook.open()
    var claim = NewClaim(post: Link.target(post))
    claim.quote = quote
    claim.status = status
    claim.due = try due.map { text throws(Problem) in try workbench.day(text) }
    // What has a due date and no verdict is about the future.
    claim.type = type ?? (claim.due != nil && status == .open ? .forecast : .fact)
    claim.confidence = confidence?.value
    claim.tags = tags
    claim.title = title
    let change = try workbench.perform(.addClaim(claim))
    for file in change.files where file.before == nil && Layout.kind(of: file.path) == .claim {
      Console.say(Layout.id(of: file.path))
    }
  }
}

extension Workbench {
  /// A day as it is typed: a date, `+2w`, or words such as “by March”, from today on.
  ///
  /// - Throws: when it is none.
  func day(_ text: String) throws(Problem) -> Day {
    if let day = DueDate.typed(text, today: today) { return day }
    throw Problem(
      "“\(Visible.line(text))” names no day", hint: "write 2026-03-31, +2w, +3m, Q3 or “by March”")
  }
}
