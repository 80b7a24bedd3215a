/// A margin or a free note as the file that holds it.
public enum NoteFile {
  /// The canonical order of its keys.
  public static let order = ["id", "kind", "post", "title", "tags"]

  /// Reads a note; a free note may have no front matter at all.
  ///
  /// - Throws: when the file is no note, or a value is not what its key says.
  public static func read(_ document: Document, path: String) throws(Problem) -> Note {
    let fields = try Fields(document, path: path)
    var note = Note(id: Layout.id(of: path))
    for entry in document.entries {
      switch entry.key {
      case "kind": try fields.check(kind: .note)
      case "title": note.title = try fields.text(entry)
      case "post": note.post = try fields.link(entry)
      case "tags": note.tags = fields.tags(entry)
      default: break
      }
    }
    note.text = BodyLines.trimmed(document.body)
    return note
  }

  /// The whole file of a new note.
  public static func text(for note: Note) -> String {
    let text = BodyLines.trimmed(note.text)
    return Document(
      fields: [
        "kind": .text(RecordKind.note.rawValue),
        "post": note.post.map { .link($0) },
        "title": note.title.map { .text($0) },
        "tags": .list(note.tags),
      ],
      body: text.isEmpty ? "" : text + "\n"
    ).text
  }
}
