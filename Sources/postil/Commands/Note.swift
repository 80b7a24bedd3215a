import ArgumentParser
import PostilCore

/// `postil note ID`.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write the note of a post or a claim, or a free note.",
    discussion: """
      Without --text your editor opens: $VISUAL, else $EDITOR. `--text -` reads standard input.

      Example: postil note x-1985352791846887765 --text "Who is the landlord?"
      Example: postil note --new "Who pays for 3 GW?"
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The id of a post, a claim or a free note.", completion: Completions.records)
  var id: String?

  @Option(help: "The title of a free note that is made.")
  var new: String?

  @Option(help: "The whole note; - is standard input.")
  var text: String?

  func validate() throws {
    if (id == nil) == (new == nil) { throw ValidationError("Say whose note: an id, or --new") }
  }

  func run() throws {
    let workbench = try notebook.open()
    if let new { return try begin(new, workbench) }
    let (id, before) = try old(id ?? "", workbench)
    guard let after = try written(before, id), after != before else {
      Console.say("the note stays as it was")
      return
    }
    let change = try workbench.perform(.setNote(on: id, text: after, from: before))
    Console.say(Console.line(change.label))
  }

  /// Makes a free note, with its text in the same step of undo; prints its id.
  private func begin(_ title: String, _ workbench: Workbench) throws(Problem) {
    let id = Note.id(forTitle: title)
    let text = try written("", id) ?? ""
    var edits = [Edit.addNote(id: id, title: id == title ? nil : title)]
    if !text.isEmpty { edits.append(.setNote(on: id, text: text, from: nil)) }
    _ = try workbench.perform(edits)
    Console.say(id)
  }

  /// The id, and the note as it stands.
  private func old(_ name: String, _ workbench: Workbench) throws(Problem) -> (
    id: String, text: String
  ) {
    let (path, record) = try workbench.record(name)
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

  private func written(_ before: String, _ id: String) throws(Problem) -> String? {
    switch text {
    case nil: try Editor.edit(before, name: "note-" + id, about: "the note on \(id)")
    case "-"?: try Console.input()
    case let text?: text
    }
  }
}
