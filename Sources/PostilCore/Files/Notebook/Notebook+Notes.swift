extension Notebook {
  /// The free notes by base name: everything under `notes/` that is no margin.
  ///
  /// A note whose head cannot be read is given as it stands in its file.
  ///
  /// - Throws: when the folder cannot be read.
  public func freeNotes() throws(Problem) -> [Note] {
    var notes: [Note] = []
    for stamp in try Walk(root, [RecordKind.note.folder]).stamps {
      let id = Layout.id(of: stamp.path)
      guard !id.hasPrefix(Note.marginID(of: "")) else { continue }
      if case .note(let note) = try? record(at: stamp.path) {
        notes.append(note)
      } else if let raw = try? text(of: stamp.path) {
        var note = Note(id: id)
        note.text = raw
        notes.append(note)
      }
    }
    return notes.sorted { $0.id < $1.id }
  }
}
