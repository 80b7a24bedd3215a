extension Notebook {
  /// A free note without words.
  ///
  /// - Throws: when its name cannot be one, or is that of another record.
  func addNote(_ id: String, title: String?, in catalog: any Catalog) throws(Problem) -> Change {
    guard Layout.isID(id), !id.hasPrefix(Note.marginID(of: "")) else {
      throw Problem("“\(id)” cannot be the name of a note", hint: "Letters, digits and - will do")
    }
    let path = Layout.path(ofNote: id)
    if let other = try catalog.path(of: id), stamp(of: other) != nil {
      throw Problem("there is a record “\(id)” already", at: .init(other))
    }
    guard try text(of: path) == nil else {
      throw Problem("there is a note “\(id)” already", at: .init(path))
    }
    var note = Note(id: id)
    note.title = title
    return Change(
      "began the note \(Excerpt.of(title ?? id))",
      [.init(path, before: nil, after: NoteFile.text(for: note))])
  }

  /// The note of a post (its margin), of a claim (`## Notes`), or a free note.
  func setNote(on id: String, text: String, from: String?, in catalog: any Catalog)
    throws(Problem) -> Change
  {
    let path = try path(of: id, in: catalog)
    switch Layout.kind(of: path) {
    case .claim:
      var editor = try ClaimEditor(id, in: self, catalog)
      editor.setNotes(try merged(text, from, editor.claim.notes, path))
      let words = Excerpt.of(editor.claim)
      return editor.change("noted on \(words)", orIdle: "the note on \(words) is the same")
    case .post:
      let post = try post(id, in: catalog).post
      let editor = try NoteEditor(marginOf: post.id, in: self, catalog)
      return try setText(text, from, editor, Excerpt.of(post))
    case .note:
      guard let old = try self.text(of: path) else { throw Problem("the note is gone") }
      let editor = try NoteEditor(path, old)
      return try setText(text, from, editor, Excerpt.of(editor.note.title ?? editor.note.id))
    case .tag, .query, nil:
      throw Problem("“\(id)” has no note", at: .init(path), hint: "Open the file in an editor")
    }
  }

  private func setText(_ text: String, _ from: String?, _ editor: NoteEditor, _ words: String)
    throws(Problem) -> Change
  {
    var editor = editor
    try editor.setText(merged(text, from, editor.note.text, editor.path))
    guard let file = editor.file else { return Change("the note on \(words) is the same", []) }
    return Change("noted on \(words)", [file])
  }

  /// The new text, joined with what was written elsewhere since `from` was read.
  func merged(_ text: String, _ from: String?, _ present: String, _ path: String)
    throws(Problem) -> String
  {
    let text = BodyLines.trimmed(text)
    guard let from = from.map(BodyLines.trimmed), from != present, text != present else {
      return text
    }
    if let both = LineMerge.merged(text, present, base: from) { return both }
    throw Problem(
      "the note was changed elsewhere while you wrote", at: .init(path),
      hint: "Both versions are kept: the other one in the file, and yours where you wrote it")
  }
}
