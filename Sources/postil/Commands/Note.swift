import ArgumentParser
import PostilCore

/// `postil note ID`.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write the note of a post or a claim.",
    discussion: """
      Without --text your editor opens: $VISUAL, else $EDITOR. `--text -` reads standard input.

      Example: postil note x-1985352791846887765 --text "Who is the landlord?"
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The id of a post, a claim or a free note.", completion: Completions.records)
  var id: String

  @Option(help: "The whole note; - is standard input.")
  var text: String?

  func run() throws {
    let workbench = try notebook.open()
    let (id, before) = try old(workbench)
    guard let after = try new(before, id), after != before else {
      Console.say("the note stays as it was")
      return
    }
    let change = try workbench.perform(.setNote(on: id, text: after, from: before))
    Console.say(Console.line(change.label))
  }

  /// The id, and the note as it stands.
  private func old(_ workbench: Workbench) throws(Problem) -> (id: String, text: String) {
    let (path, record) = try workbench.record(id)
    let id = Layout.id(of: path)
    switch record {
    case .post:
      let dossier = try workbench.notebook.dossier(of: id, in: workbench.catalog)
      return (id, dossier.margin?.text ?? "")
    case .claim(let claim): return (id, claim.notes)
    case .note(let note): return (id, note.text)
    case .tag, .query:
      throw Problem(
        "tags and queries have no notes", at: .init(path), hint: "edit the file itself")
    }
  }

  private func new(_ before: String, _ id: String) throws(Problem) -> String? {
    switch text {
    case nil: try Editor.edit(before, name: "note-" + id)
    case "-"?: try Console.input()
    case let text?: text
    }
  }
}
