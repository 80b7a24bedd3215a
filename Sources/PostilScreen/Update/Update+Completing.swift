import PostilCore

extension State {
  /// Whether a `[[` is being completed.
  var isCompleting: Bool {
    if case .editor(let editor) = layer { editor.completion != nil } else { false }
  }

  /// Asks for what the `[[` before the cursor may become; closes the list when there is none.
  func lookForLink(_ open: inout NoteEditor) -> [Effect] {
    guard let (typed, start) = openLink(in: open.editor), start != open.declined else {
      open.completion = nil
      return []
    }
    if open.completion?.typed == typed, open.completion?.start == start { return [] }
    var completion = Completion(typed: typed, start: start)
    // What was offered stays until the answer comes, so that nothing flickers.
    completion.places = open.completion?.places ?? []
    open.completion = completion
    open.declined = nil
    return [.find(.like(typed))]
  }

  /// What was typed between `[[` and the cursor, on one line.
  private func openLink(in editor: TextEditor) -> (typed: String, start: Int)? {
    let before = editor.before(Self.longestLink)
    var index = before.count - 1
    while index > 0 {
      if before[index] == "\n" || before[index] == "\r" || before[index] == "]"
        || before[index] == "|"
      {
        return nil
      }
      if before[index] == "[", before[index - 1] == "[" {
        return (String(scalars: before[(index + 1)...]), editor.cursor - before.count + index + 1)
      }
      index -= 1
    }
    return nil
  }

  /// How far before the cursor a `[[` is looked for, in code points.
  private static let longestLink = 81

  /// Takes an answer into the list.
  mutating func offer(_ places: [Place], for typed: String) {
    guard case .editor(var open) = layer, open.completion?.typed == typed else { return }
    open.completion?.places = places.filter { $0.id != open.target }
    open.completion?.cursor = 0
    layer = .editor(open)
  }

  /// Chooses in the list; false for a key that belongs to the text.
  func complete(_ key: Key, _ open: inout NoteEditor) -> Bool {
    guard var completion = open.completion,
      case .command(let name) = keyMap.resolve(keys: [key], scopes: [.picker])
    else { return false }
    let last = max(0, completion.lines.count - 1)
    switch Action(rawValue: name) {
    case .accept, .complete:
      guard let link = completion.link(withWords: name == Action.complete.rawValue) else {
        return false
      }
      open.editor.replaceLink(from: completion.start, with: link)
      open.completion = nil
      return true
    case .cancel:
      open.declined = completion.start
      open.completion = nil
      return true
    case .down: completion.cursor = min(last, completion.cursor + 1)
    case .up: completion.cursor = max(0, completion.cursor - 1)
    default: return false
    }
    open.completion = completion
    return true
  }
}

extension TextEditor {
  /// Some of the text, by code points.
  func text(from start: Int, to end: Int) -> String {
    String(scalars: text.unicodeScalars.dropFirst(start).prefix(end - start))
  }

  /// Puts a whole link in place of `[[` and what stands between it and the cursor.
  mutating func replaceLink(from start: Int, with link: String) {
    let count = text.unicodeScalars.count
    let head = text(from: 0, to: start - 2)
    var tail = text(from: cursor, to: count)
    if tail.hasPrefix("]]") { tail.removeFirst(2) }
    text = head + link + tail
    cursor = start - 2 + link.unicodeScalars.count
  }
}
