import Testing

@testable import PostilCore

@Suite struct FreeNotesTests {
  @Test func `margins are left out, and what cannot be read is given raw`() throws {
    let box = try FilesSandbox()
    try box.write("---\nkind: note\npost: \"[[x-1]]\"\n---\n\nMine.\n", to: "notes/on-x-1.md")
    try box.write("---\ntitle: B\n---\n\nWords.\n", to: "notes/b.md")
    try box.write("No head at all.\n", to: "notes/deep/a.md")
    try box.write("---\ntitle: [B\n---\n\nKept.\n", to: "notes/broken.md")
    let notes = try box.notebook.freeNotes()
    #expect(notes.map(\.id) == ["a", "b", "broken"])
    #expect(notes.map(\.title) == [nil, "B", nil])
    #expect(notes[2].text.contains("title: [B") && notes[2].text.contains("Kept."))
  }
}
