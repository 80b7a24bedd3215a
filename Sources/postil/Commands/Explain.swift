import ArgumentParser
import PostilCore
import PostilScreen

/// `postil explain QUERY`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say in plain words how a query is read, and how many it finds.",
    discussion: """
      Days that move with today are said as the days they are, saved queries are
      taken apart. A mistake is shown at its place.

      Example: postil explain 'claim:{status:open due:..+2w} -is:unread'
      """)

  @OptionGroup var notebook: NotebookOption
  @OptionGroup var words: QueryWords

  func run() throws {
    let workbench = try notebook.open()
    let text = words.text ?? ""
    let query: Query
    do {
      query = try workbench.query(text)
    } catch {
      show(error, in: text)
      throw ExitCode.failure
    }
    let lexicon = try workbench.catalog.lexicon(values: false)
    let whole = try query.expanded { lexicon.saved[$0] }
    let posts = try workbench.catalog.count(query, today: workbench.today)
    let claims = try workbench.catalog.claims(query, sort: ClaimSort(), today: workbench.today)
    Console.say("read as: " + Console.line(query == .all ? "*" : query.description))
    if whole != query { Console.say("that is: " + Console.line(whole.description)) }
    Console.say("posts that")
    for line in whole.lines(today: workbench.today) {
      Console.say("  " + line.prefix { $0 == " " } + Console.line(line))
    }
    Console.say("found: \(Self.plural(posts, "post")), \(Self.plural(claims.count, "claim"))")
  }

  /// The query with a caret under the place of the mistake.
  private func show(_ problem: Problem, in text: String) {
    Console.remark("postil: " + problem.message)
    if let column = problem.place?.column {
      let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(column - 1)))
      Console.remark("  " + Console.line(text))
      Console.remark(
        "  " + String(repeating: " ", count: Glyph.width(of: Console.line(before + "|")) - 1) + "^")
    }
    if let hint = problem.hint { Console.remark("  " + hint) }
  }

  private static func plural(_ count: Int, _ word: String) -> String {
    count == 1 ? "1 \(word)" : "\(count) \(word)s"
  }
}
