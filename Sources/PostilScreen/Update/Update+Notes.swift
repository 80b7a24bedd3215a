import PostilCore

extension State {
  mutating func note(_ action: Action) -> [Effect] {
    switch action {
    case .noteSave:
      guard case .editor(let editor) = layer else { return [] }
      return save(editor)
    case .noteAbandon:
      guard case .editor(let editor) = layer else { return [] }
      layer = nil
      say(editor.editor.text == editor.from ? "note closed" : "note abandoned: nothing was written")
      return []
    case .note:
      guard let editor = noteInHand() else { return [] }
      layer = .editor(editor)
      return []
    case .noteEditor:
      if case .editor(let editor) = layer {
        // It stays open beneath: what is written in it is not lost when the editor fails.
        return [.editNote(target: editor.target, title: editor.title, text: editor.editor.text)]
      }
      guard let editor = noteInHand() else { return [] }
      return [.editNote(target: editor.target, title: editor.title, text: editor.from)]
    default: return []
    }
  }

  /// The note that belongs to what the cursor is on: the claim's, else the post's.
  private mutating func noteInHand() -> NoteEditor? {
    if room == .notes {
      guard let note = notes.current else {
        say("no free note yet · + begins one")
        return nil
      }
      return NoteEditor(target: note.id, title: note.title ?? note.id, text: note.text)
    }
    if room == .codebook { return codebook.current.map(editor(for:)) }
    guard let reader else {
      say("no post in hand")
      return nil
    }
    switch room {
    case .ledger:
      guard let row = ledger.current, let claim = reader.claim(withID: row.id) else { return nil }
      return editor(for: claim)
    case .page:
      guard let post = page?.post?.id, reader.dossier.post.id == post else { return nil }
      if let row = page?.claim, let claim = reader.claim(withID: row.id) {
        return editor(for: claim)
      }
      return editor(for: reader.blocks[reader.main])
    case .reader:
      if let claim = reader.claimHere { return editor(for: claim) }
      return editor(for: reader.block)
    case .list:
      guard reader.dossier.post.id == list.current?.id else { return nil }
      return editor(for: reader.blocks[reader.main])
    default: return nil
    }
  }

  private func editor(for claim: Claim) -> NoteEditor {
    NoteEditor(
      target: claim.id, title: "\(claim.mark) \(claim.status.rawValue)  note",
      text: claim.notes)
  }

  private func editor(for tag: TagCount) -> NoteEditor {
    let text = tag.definition ?? ""
    var editor = NoteEditor(
      target: Self.tagTarget + tag.name, title: "#\(tag.name)  definition, use, not", text: text)
    if text.isEmpty {
      editor.editor = TextEditor(TagMeaning.skeleton)
      editor.editor.cursor = 0
    }
    return editor
  }

  /// Before the name of a tag whose definition is written; no id holds a slash.
  static let tagTarget = "tags/"

  private func editor(for block: Block) -> NoteEditor {
    NoteEditor(
      target: block.post.id, title: "note on the post", text: block.margin?.text ?? "")
  }

  private mutating func save(_ editor: NoteEditor) -> [Effect] {
    layer = nil
    guard editor.editor.text != editor.from else {
      say("note unchanged")
      return []
    }
    if editor.target.hasPrefix(Self.tagTarget) {
      let text = TagMeaning.filledIn(editor.editor.text)
      guard text != editor.from, !(text + editor.from).allSatisfy(\.isWhitespace) else {
        say("definition unchanged")
        return []
      }
      saving = editor
      let name = String(editor.target.dropFirst(Self.tagTarget.count))
      return [.perform([.defineTag(name, .text(text, from: editor.from))])]
    }
    saving = editor
    return [
      .perform([.setNote(on: editor.target, text: editor.editor.text, from: editor.from)])
    ]
  }

  mutating func press(_ key: Key, in open: NoteEditor) -> [Effect] {
    var open = open
    if open.completion != nil, complete(key, &open) {
      layer = .editor(open)
      return []
    }
    switch keyMap.resolve(keys: pending + [key], scopes: [.margin]) {
    case .command(let name):
      pending = []
      return Action(rawValue: name).map { run($0) } ?? []
    case .pending:
      pending.append(key)
      return []
    case .none:
      pending = []
      open.problem = nil
      _ = open.editor.handle(key, width: noteWidth)
      let effects = lookForLink(&open)
      layer = .editor(open)
      return effects
    }
  }

  /// Cells that a note in the making may take.
  var noteWidth: Int {
    if room == .notes {
      return max(10, min(Frame.measure, size.columns >= 72 ? size.columns - 31 : size.columns - 2))
    }
    if room == .codebook { return max(10, CodebookPanes(frame).detail.columns.count - 1) }
    return max(10, (frame.margin?.count ?? frame.text.count - frame.gutter) - 2)
  }

  /// The text that came back from `$EDITOR`; one begun in the margin still is held against the disk
  /// as it was when it was opened there.
  mutating func edited(_ target: String, from: String, text: String?) -> [Effect] {
    guard let text, text != from else {
      say("note unchanged")
      return []
    }
    var editor = NoteEditor(target: target, title: "note", text: from)
    if case .editor(let open) = layer, open.target == target { editor = open }
    editor.editor = TextEditor(text)
    return save(editor)
  }

  /// Takes a note up again that could not be saved, with what stands on the disk below it.
  mutating func reopenNote() {
    guard var editor = saving, let problem = saveProblem else { return }
    saving = nil
    saveProblem = nil
    let theirs = noteOnDisk(editor.target)
    if let theirs, theirs != editor.from, !theirs.isEmpty {
      editor.editor = TextEditor(
        editor.editor.text + "\n\n(meanwhile on the disk:)\n\n" + theirs)
      editor.from = theirs
    }
    editor.problem = problem
    layer = .editor(editor)
  }

  private func noteOnDisk(_ target: String) -> String? {
    if target.hasPrefix(Self.tagTarget) {
      return book.tag(String(target.dropFirst(Self.tagTarget.count)))?.definition
    }
    if let note = notes.notes.first(where: { $0.id == target }) { return note.text }
    guard let reader else { return nil }
    if let block = reader.blocks.first(where: { $0.post.id == target }) {
      return block.margin?.text ?? ""
    }
    return reader.claim(withID: target)?.notes
  }
}
