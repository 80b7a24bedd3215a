import ArgumentParser
import PostilCore
import PostilIndex

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
      Example: postil list --group ticker is:unread
      Example: postil list --ids -0 author:@a | xargs -0 -n1 postil show
      """)

  @OptionGroup var notebook: NotebookOption
  @OptionGroup var words: QueryWords

  @Option(help: "What comes first: date, author, unread, claims, due, relevance, ticker or thread.")
  var sort: PostSort.Key?

  @Option(help: "Under headings: author, ticker, day or thread.")
  var group: PostGrouping?

  @Flag(help: "Last first.")
  var reverse = false

  @OptionGroup var output: RowOptions

  func validate() throws {
    if sort != nil, group != nil {
      throw ValidationError("--group has an order of its own; --reverse turns it round")
    }
  }

  func run() throws {
    let workbench = try notebook.open()
    let query = try workbench.query(words.text)
    var order = PostSort(sort ?? .date, isReversed: reverse)
    if let group { order = PostSort(groupedBy: group, isReversed: reverse) }
    // Headings are for people; programs read `group` in the objects.
    let hasHeadings = group != nil && !output.json && !output.ids && !output.null
    let counts =
      hasHeadings
      ? try workbench.index.sections(query, sort: order, folding: .none, today: workbench.today)
      : []
    let sizes = Dictionary(counts.map { ($0.id, $0.count) }, uniquingKeysWith: +)
    var section: PostSection?
    var found = 0
    try workbench.index.together { () throws(Problem) in
      try workbench.eachRow(query, sort: order, limit: output.limit) { row throws(Problem) in
        if hasHeadings, let here = row.section, here.id != section?.id {
          if section != nil { Console.say("") }
          section = here
          Console.say(Console.line("\(here.name) (\(sizes[here.id] ?? 0))"))
        }
        found += 1
        Console.say(try line(row, workbench), end: output.null ? "\0" : "\n")
      }
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
    if let group, let section = row.section {
      let name = group == .author || group == .ticker ? section.name : section.id
      members.append(.init("group", .string(section.id.isEmpty ? "" : name)))
    }
    members.append(.init("read", .bool(row.isRead)))
    let claims = row.marks.isEmpty ? [] : try workbench.catalog.claims(on: row.id)
    members.append(.init("claims", .array(claims.map(JSONText.string))))
    return JSONText.object(members).compact
  }
}
