import ArgumentParser
import PostilCore

/// `postil amend CLAIM`.
struct AmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Change what a claim says of itself: words, due date, title, tags.",
    discussion: """
      All of it is one step of undo. Several --quote make several spans; with --post the
      claim goes to the words of another post or capture. `none` takes a due date or a
      title away.

      Example: postil amend c-260315-7kq2m --due +3m --tag power
      Example: postil amend c-260315-7kq2m --quote "20% prepayment" --quote "in two parts"
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The id of the claim.", completion: Completions.claims)
  var claim: String

  @Option(
    name: .customLong("quote"), help: "The words it stands on; may be repeated.")
  var quotes: [String] = []

  @Option(help: "The post those words are in, when it is another.", completion: Completions.posts)
  var post: String?

  @Option(help: "The day on which it can be settled: 2026-03-31, +2w, \"by March\", none.")
  var due: String?

  @Option(help: "The claim in your own words; none.")
  var title: String?

  @Option(
    name: .customLong("tag"), help: "A topic tag to add; may be repeated.",
    completion: Completions.tags)
  var tags: [String] = []

  @Option(
    name: .customLong("untag"), help: "A topic tag to take away; may be repeated.",
    completion: Completions.tags)
  var untags: [String] = []

  func validate() throws {
    if quotes.isEmpty, due == nil, title == nil, tags.isEmpty, untags.isEmpty {
      throw ValidationError("Say what to change: --quote, --due, --title, --tag or --untag")
    }
    if post != nil, quotes.isEmpty { throw ValidationError("--post needs --quote") }
  }

  func run() throws {
    let workbench = try notebook.open()
    let id = Link.target(claim)
    var edits: [Edit] = []
    if !quotes.isEmpty { edits.append(try words(of: id, workbench)) }
    if let due {
      edits.append(.setDue(claim: id, due == "none" ? nil : try workbench.day(due)))
    }
    if let title { edits.append(.setTitle(claim: id, title == "none" ? nil : title)) }
    if !(tags + untags).isEmpty { edits.append(.tagClaims([id], add: tags, remove: untags)) }
    Console.say(Console.line(try workbench.perform(edits).label))
  }

  private func words(of id: String, _ workbench: Workbench) throws(Problem) -> Edit {
    guard case .claim(let old) = try workbench.record(id).record else {
      throw Problem("this is no claim", at: .init(id))
    }
    guard let source = post.map({ Link.target($0) }) ?? old.post,
      case .post(let text) = try workbench.record(source).record
    else { throw Problem("this claim stands in no single post", hint: "Say which with --post") }
    var spans: [Span] = []
    for quote in quotes { spans.append(Span(try text.place(of: quote))) }
    return post == nil
      ? .setSpans(claim: id, spans) : .reanchor(claim: id, post: text.id, spans)
  }
}
