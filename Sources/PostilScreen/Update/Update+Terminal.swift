import PostilCore

/// What comes from the terminal besides keys: focus, mouse, what was copied.
extension State {
  /// The window got or lost the attention. A note in the making is written when it goes away; what
  /// others wrote is looked for when it comes back.
  mutating func take(focus isFocused: Bool) -> [Effect] {
    if isFocused { return [.readSettings(isAsked: false)] }
    return saveDraft()
  }

  /// Saves the note that is being written, and leaves it open.
  private mutating func saveDraft() -> [Effect] {
    guard case .editor(var editor) = layer, editor.editor.text != editor.from, saving == nil,
      editor.problem == nil
    else { return [] }
    saving = editor
    let edit = Edit.setNote(on: editor.target, text: editor.editor.text, from: editor.from)
    editor.from = editor.editor.text
    layer = .editor(editor)
    return [.perform([edit])]
  }

  /// Says by which way a text got to the clipboard.
  mutating func take(copied way: String) {
    guard let said = message, !said.isProblem, said.text.hasPrefix("copied") else {
      return say("copied · \(way)")
    }
    say("copied \(way):" + said.text.dropFirst("copied".count))
  }

  mutating func setMouse(_ isOn: Bool) -> [Effect] {
    wantsMouse = isOn
    say(
      isOn
        ? "mouse on: click, wheel, drag · Shift and drag select as the terminal does"
        : "mouse off: the terminal selects again")
    return [.mouse(isOn)]
  }

  /// Claims as Markdown, to be pasted elsewhere.
  mutating func copyClaim() -> [Effect] {
    guard let reader else { return [] }
    let claim = room == .ledger ? ledger.current.flatMap { reader.claim(withID: $0.id) } : nil
    guard let claim = claim ?? reader.claimHere else {
      say("no claim here · y y copies the words")
      return []
    }
    let post = reader.blocks.first { $0.claims.contains { $0.id == claim.id } }?.post
    say("copied \(claim.id) as Markdown")
    return [.copy(ClaimMarkdown.text(of: claim, on: post ?? reader.dossier.post, today: today))]
  }
}
