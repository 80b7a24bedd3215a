import ArgumentParser
import PostilCore

/// `postil claims [QUERY…]`.
struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "List claims: the ledger, by due date.",
    discussion: """
      On a terminal: mark, status, due date, author, words. Elsewhere the same with
      the id in front, and tabs between, for cut and awk.

      Example: postil claims is:overdue
      Example: postil claims --ids status:open tag:power
      """)

  @OptionGroup var notebook: NotebookOption
  @OptionGroup var words: QueryWords

  @Option(help: "Their order: due, date, author or status.")
  var sort: ClaimSort.Key = .due

  @OptionGroup var output: RowOptions

  func run() throws {
    let workbench = try notebook.open()
    let query = try workbench.query(words.text)
    let rows = try workbench.catalog.claims(
      query, sort: ClaimSort(sort), today: workbench.today)
    for row in rows.prefix(output.limit ?? .max) {
      Console.say(try line(row, workbench), end: output.null ? "\0" : "\n")
    }
    guard !rows.isEmpty else {
      Console.remark("postil: nothing found")
      throw ExitCode.nothing
    }
  }

  private func line(_ row: ClaimRow, _ workbench: Workbench) throws(Problem) -> String {
    if output.ids { return row.id }
    if output.json {
      guard case .claim(let claim) = try workbench.record(row.id).record else {
        throw Problem("this is no claim", at: .init(row.id))
      }
      return JSONText.object(claim.json).compact
    }
    let status = "\(row.mark) \(row.status.rawValue)"
    let due = row.due?.description ?? ""
    let author = row.author ?? ""
    guard !output.null, let cells = Console.width else {
      return [row.id, status, due, author, row.words].map { Console.line($0) }
        .joined(separator: "\t")
    }
    let head = [
      Console.column(status, cells: 11), Console.column(due, cells: 10),
      Console.column(author, cells: cells < 72 ? 12 : 18),
    ].joined(separator: " ")
    return Console.line(head + " " + row.words, cells: cells)
  }
}
