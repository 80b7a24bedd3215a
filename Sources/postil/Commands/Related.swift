import ArgumentParser
import PostilCore
import PostilIndex

/// How many records are shown as related.
enum Related {
  /// Of those that share something, and of those that name a record.
  static let shown = 12
}

/// `postil related ID`.
struct RelatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "List what has to do with a post or note, with the reason.",
    discussion: """
      First posts that share a ticker, a number with its unit, a link or rare words with it, best \
      first; then posts and notes that name its author or its title without a link.

      Example: postil related x-1985352791846887765
      Example: postil related --json multi-cloud | jq -r .reasons[]
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The id of a post or note.", completion: Completions.records)
  var id: String

  @Option(help: "At most this many of each kind.")
  var limit = Related.shown

  @Flag(help: "One JSON object a line.")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is a number from 1") }
  }

  func run() throws {
    let workbench = try notebook.open()
    let id = Layout.id(of: try workbench.path(of: id))
    let found = try workbench.index.places(around: id, limit: limit)
    guard !found.isEmpty else {
      Console.remark("postil: nothing found")
      throw ExitCode.nothing
    }
    for place in found { Console.say(json ? JSONText.object(members(place)).compact : line(place)) }
  }

  private func line(_ place: Place) -> String {
    let names = place.relation == .mentions ? "names " : ""
    let reasons = names + place.reasons.joined(separator: " · ")
    let source = place.author ?? place.kind.rawValue
    let day = place.posted.map { "\($0.day)" } ?? ""
    guard let cells = Console.width else {
      return [place.id, place.relation?.rawValue ?? "", reasons, day, source, place.words]
        .map { Console.line($0) }.joined(separator: "\t")
    }
    let head = [
      Console.column(reasons, cells: cells < 72 ? 16 : 28), Console.column(day, cells: 10),
      Console.column(source, cells: cells < 72 ? 10 : 16),
    ].joined(separator: " ")
    return Console.line(head + " " + place.words, cells: cells)
  }

  private func members(_ place: Place) -> [JSONText.Member] {
    var members: [JSONText.Member] = [
      .init("id", .string(place.id)), .init("kind", .string(place.kind.rawValue)),
      .init("relation", .string(place.relation?.rawValue ?? "")),
      .init("reasons", .array(place.reasons.map(JSONText.string))),
    ]
    if let author = place.author { members.append(.init("author", .string(author))) }
    if let posted = place.posted { members.append(.init("posted", .string("\(posted)"))) }
    members.append(.init("words", .string(place.words)))
    return members
  }
}
