/// One note under edit; a margin comes with its first tag or word and goes with the last.
struct NoteEditor {
  let path: String
  private let before: String?
  private var document: Document
  /// The note as found; empty when there is no file yet.
  let note: Note

  /// The margin of a post, be it there or not.
  init(marginOf post: String, in notebook: Notebook, _ catalog: any Catalog) throws(Problem) {
    let path = try notebook.marginPath(of: post, in: catalog)
    guard let text = try notebook.text(of: path) else {
      var note = Note(id: Layout.id(of: path))
      note.post = post
      self.init(path, before: nil, Document(NoteFile.text(for: note)), note)
      return
    }
    try self.init(path, text)
  }

  /// A note that is there.
  init(_ path: String, _ text: String) throws(Problem) {
    let document = Document(text)
    self.init(path, before: text, document, try NoteFile.read(document, path: path))
  }

  private init(_ path: String, before: String?, _ document: Document, _ note: Note) {
    self.path = path
    self.before = before
    self.document = document
    self.note = note
  }

  mutating func setTags(_ tags: [String]) throws(Problem) {
    guard tags != note.tags else { return }
    try document.set("tags", .list(tags), order: NoteFile.order)
  }

  mutating func setText(_ text: String) throws(Problem) {
    let text = BodyLines.trimmed(text)
    guard text != note.text else { return }
    if document.header == nil, text.hasPrefix("---") {
      // Without front matter of its own, the note's first line would begin one.
      try document.set("kind", .text(RecordKind.note.rawValue), order: NoteFile.order)
    }
    let newline = document.newline
    let lines = BodyLines.split(text).map { BodyLines.content($0) + newline }
    document = document.replacingBody(with: lines.joined())
  }

  /// What becomes of the file; nil when nothing does.
  var file: Change.File? {
    let after = isEmptyMargin ? nil : document.text
    guard !Change.isSame(before, after) else { return nil }
    return .init(path, before: before, after: after)
  }

  /// Nothing is in it but what made it a margin.
  private var isEmptyMargin: Bool {
    note.post != nil && BodyLines.trimmed(document.body).isEmpty
      && document.entries.allSatisfy { ["id", "kind", "post"].contains($0.key) }
  }
}
