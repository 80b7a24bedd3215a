import ArgumentParser
import PostilCore

/// `postil show ID`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one record with what hangs on it.",
    discussion: """
      A post comes with its claims, its margin and its thread.

      Example: postil show x-1985352791846887765
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The id of a post, claim, note, tag or query.", completion: Completions.records)
  var id: String

  @Flag(help: "One JSON object.")
  var json = false

  @Flag(help: "The file as it is.")
  var raw = false

  func validate() throws {
    if json, raw { throw ValidationError("--json and --raw exclude each other") }
  }

  func run() throws {
    let workbench = try notebook.open()
    let path = try workbench.path(of: id)
    if raw {
      let text = try workbench.notebook.text(of: path) ?? ""
      Console.say(Console.isTerminal ? Console.safe(text) : text, end: "")
      return
    }
    switch try workbench.notebook.record(at: path) {
    case .post(let post):
      let dossier = try workbench.notebook.dossier(of: post.id, in: workbench.catalog)
      show(dossier.json) { PostSheet(dossier, today: workbench.today).text }
    case .claim(let claim):
      show(claim.json) { ClaimSheet(claim, today: workbench.today).text }
    case .note(let note):
      show(note.json) { sheet(note.title ?? note.id, note.tags, note.text) }
    case .tag(let tag):
      show(tag.json) { sheet(tag.name, tag.aliases, tag.text) }
    case .query(let name, let query, let text):
      let members = [("name", name), ("kind", "query"), ("query", query), ("text", text)]
      show(members.map { .init($0.0, .string($0.1)) }) { sheet(name + ": " + query, [], text) }
    }
  }

  private func show(_ members: [JSONText.Member], _ text: () -> String) {
    Console.say(json ? JSONText.object(members).compact : text())
  }

  private func sheet(_ title: String, _ tags: [String], _ text: String) -> String {
    let head =
      [Console.line(title)] + (tags.isEmpty ? [] : [Console.line(tags.joined(separator: ", "))])
    return head.joined(separator: "\n") + "\n\n" + Console.safe(text)
  }
}
