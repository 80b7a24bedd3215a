/// The keys that fingers know from readline.
extension EditBuffer {
  /// Does what a key asks for; false when the key means nothing here.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character), isTyped: true)
    case .control(let letter): return control(letter)
    case .alt(let letter): return alt(letter)
    case .left: move(to: previous)
    case .right: move(to: next)
    case .altLeft, .controlLeft: move(to: wordStart)
    case .altRight, .controlRight: move(to: wordEnd)
    case .home: move(to: lineStart)
    case .end: move(to: lineEnd)
    case .backspace: delete(previous..<cursor)
    case .delete: delete(cursor..<next)
    default: return false
    }
    return true
  }

  private mutating func control(_ letter: Character) -> Bool {
    switch letter {
    case "a": move(to: lineStart)
    case "e": move(to: lineEnd)
    case "b": move(to: previous)
    case "f": move(to: next)
    case "d":
      // On an empty text it means "no more input", which is for others to know.
      guard !text.isEmpty else { return false }
      delete(cursor..<next)
    case "h": delete(previous..<cursor)
    case "w": kill(blankStart..<cursor)
    case "u": kill(lineStart..<cursor)
    case "k": kill(cursor..<(cursor == lineEnd ? next : lineEnd))
    case "y": yank()
    case "t": transpose()
    case "_": undo()
    default: return false
    }
    return true
  }

  private mutating func alt(_ letter: Character) -> Bool {
    switch letter {
    case "b": move(to: wordStart)
    case "f": move(to: wordEnd)
    case "d": kill(cursor..<wordEnd)
    // Alt with Backspace.
    case "\u{7F}", "\u{8}": kill(wordStart..<cursor)
    case "u": undo()
    default: return false
    }
    return true
  }
}
