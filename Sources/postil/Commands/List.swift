import ArgumentParser
import PostilCore

/// `postil list [QUERY…]`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List posts, newest first unless --sort says otherwise.",
    discussion: """
      On a terminal: date, author, marks of the claims, beginning of the text.
      Elsewhere the same with the id in front, and tabs between, for cut and awk.

      Example: postil list tag:power is:overdue
      Example: postil list --sort due 'claim:{status:open due:..+2w}'
      Example: postil list --sort relevance --limit 20 turbine delay
      Example: postil list --ids -0 author:@a | xargs -0 -n1 postil show
      """)

  @OptionGroup var notebook: NotebookOption
  @OptionGroup var words: QueryWords

  @Option(help: "What comes first: date, author, unread, claims, due or relevance.")
  var sort = PostSort.Key.date

  @Flag(help: "Last first.")
  var reverse = false

  @OptionGroup var output: RowOptions

  func run() throws {
    let workbench = try notebook.open()
    let query = try workbench.query(words.text)
    var found = 0
    try workbench.eachRow(
      query, sort: PostSort(sort, isReversed: reverse), limit: output.limit
    ) { row throws(Problem) in
      found += 1
      Console.say(try line(row, workbench), end: output.null ? "\0" : "\n")
    }
    guard found > 0 else {
      Console.remark("postil: nothing found")
      throw ExitCode.nothing
    }
  }

  private func line(_ row: PostRow, _ workbench: Workbench) throws(Problem) -> String {
    if output.ids { return row.id }
    guard output.json else { return PostLine(row).text(cells: output.null ? nil : Console.width) }
    guard case .post(let post) = try workbench.record(row.id).record else {
      throw Problem("this is no post", at: .init(row.id))
    }
    var members = post.json
    members.append(.init("tags", .array(row.tags.map(JSONText.string))))
    members.append(.init("read", .bool(row.isRead)))
    let claims = row.marks.isEmpty ? [] : try workbench.catalog.claims(on: row.id)
    members.append(.init("claims", .array(claims.map(JSONText.string))))
    return JSONText.object(members).compact
  }
}
