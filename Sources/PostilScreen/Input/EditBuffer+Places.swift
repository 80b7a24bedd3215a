/// Places that motions and cuts go to.
extension EditBuffer {
  var next: String.Index {
    cursor < text.endIndex ? text.index(after: cursor) : cursor
  }

  var previous: String.Index {
    cursor > text.startIndex ? text.index(before: cursor) : cursor
  }

  /// The end of the word at or after the cursor; words are letters and digits.
  var wordEnd: String.Index {
    let rest = text[cursor...]
    guard let start = rest.firstIndex(where: \.isWordPart) else { return text.endIndex }
    return text[start...].firstIndex { !$0.isWordPart } ?? text.endIndex
  }

  /// The start of the word at or before the cursor.
  var wordStart: String.Index {
    let rest = text[..<cursor]
    guard let last = rest.lastIndex(where: \.isWordPart) else { return text.startIndex }
    return after(text[..<last].lastIndex { !$0.isWordPart })
  }

  /// The start of what stands between white space before the cursor, as `^W` cuts it.
  var blankStart: String.Index {
    guard let last = text[..<cursor].lastIndex(where: { !$0.isWhitespace }) else {
      return text.startIndex
    }
    return after(text[..<last].lastIndex(where: \.isWhitespace))
  }

  var lineStart: String.Index {
    after(text[..<cursor].lastIndex(where: \.isNewline))
  }

  var lineEnd: String.Index {
    text[cursor...].firstIndex(where: \.isNewline) ?? text.endIndex
  }

  private func after(_ index: String.Index?) -> String.Index {
    index.map { text.index(after: $0) } ?? text.startIndex
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
