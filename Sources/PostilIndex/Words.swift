import GRDB

/// Finds records by words.
enum Words {
  /// A table `(id)` of the records that hold a word or phrase; `pow*` is every word that begins so.
  ///
  /// FTS5 cuts a text at spaces and leaves symbols out. So words of scripts that are written without
  /// spaces, and words that are all symbols, are looked for in the texts themselves.
  static func records(with words: String, isPhrase: Bool) -> SQL {
    if isUnspaced(words) {
      return scan(words, among: "isUnspaced AND ")
    }
    guard words.unicodeScalars.contains(where: isToken) else { return scan(words, among: "") }
    let isPrefix = !isPhrase && words.hasSuffix("*")
    let pattern = "\"" + words.replacing("\"", with: " ").replacing("\0", with: " ") + "\""
    return "SELECT rowid AS id FROM words WHERE words MATCH \(isPrefix ? pattern + "*" : pattern)"
  }

  /// Whether any of it belongs to a script that does not put spaces between words, or that puts
  /// endings on them (Korean), so that a part of a run must be found.
  static func isUnspaced(_ text: String) -> Bool {
    // Below U+0E00, in UTF-8 below E0 B8, no such script begins.
    text.utf8.contains { $0 >= 0xE0 } && text.unicodeScalars.contains { scripts($0.value) }
  }

  private static func scripts(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x11FF, 0x1780...0x17FF,  // Thai, Lao, Burmese, Jamo, Khmer
      0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF,  // Han, kana, Hangul
      0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF:
      true
    default:
      false
    }
  }

  /// What unicode61 makes words of.
  private static func isToken(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default:
      false
    }
  }

  private static func scan(_ words: String, among condition: String) -> SQL {
    // LIKE folds ASCII letters; instr is quicker, and enough where there are none.
    if words.unicodeScalars.contains(where: { $0.isASCII && $0.properties.isAlphabetic }) {
      let special: Set<Character> = ["%", "_", "\\"]
      let pattern = "%" + words.map { special.contains($0) ? "\\\($0)" : "\($0)" }.joined() + "%"
      return """
        SELECT id FROM text WHERE \(sql: condition)(body LIKE \(pattern) ESCAPE '\\'
          OR title LIKE \(pattern) ESCAPE '\\' OR names LIKE \(pattern) ESCAPE '\\')
        """
    }
    return """
      SELECT id FROM text WHERE \(sql: condition)(instr(body, \(words))
        OR instr(title, \(words)) OR instr(names, \(words)))
      """
  }
}
