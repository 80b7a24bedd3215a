import PostilCore

extension State {
  /// Begins a free note, which is then written.
  mutating func newNote(_ title: String) -> [Effect] {
    let id = Note.id(forTitle: title)
    afterChange = .writeNote(id)
    return [.perform([.addNote(id: id, title: id == title ? nil : title)])]
  }

  /// Shows a free note, once the notes are there.
  mutating func openNote(_ id: String, writing: Bool = false) -> [Effect] {
    room = .notes
    wantedNote = (id, writing)
    return [.loadNotes]
  }

  mutating func takeNotes(_ all: [Note]) {
    notes.notes = all
    notes.cursor = min(notes.cursor, max(0, all.count - 1))
    guard let wanted = wantedNote, let index = all.firstIndex(where: { $0.id == wanted.id }) else {
      return
    }
    wantedNote = nil
    notes.cursor = index
    notes.top = scrolled(top: notes.top, cursor: index, rows: frame.body.count)
    if wanted.isWritten, layer == nil { _ = note(.note) }
  }
}
