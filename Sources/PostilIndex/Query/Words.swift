import Foundation
import GRDB
import PostilCore

/// Finds records by words.
enum Words {
  /// A table `(id)` of the records that hold a word or phrase; `pow*` is every word that begins so.
  ///
  /// FTS5 cuts a text at spaces and leaves symbols out. So words of scripts that are written without
  /// spaces, and words that are all symbols, are looked for in the texts themselves.
  static func records(with words: String, isPhrase: Bool) -> SQL {
    if isUnspaced(words) {
      let part = isPhrase || !words.hasSuffix("*") ? words : String(words.dropLast())
      return scan(part, among: "isUnspaced AND ")
    }
    guard words.unicodeScalars.contains(where: isToken) else { return scan(words, among: "") }
    return "SELECT rowid AS id FROM words WHERE words MATCH \(term(words, isPhrase: isPhrase))"
  }

  /// A table `(id)` of the records in which a regular expression stands.
  static func records(matching pattern: String) -> SQL {
    let isFound = { (column: String) -> SQL in
      "\(sql: PatternFunction.name)(\(pattern), \(sql: column))"
    }
    return """
      SELECT id FROM text WHERE \(isFound("body")) OR \(isFound("title")) OR \(isFound("names"))
      """
  }

  /// A table `(id)` of the records that hold words or phrases in one text, with at most so many
  /// words between the first and the last; in scripts without spaces, so many letters.
  static func records(near sides: [Query], within distance: Int) -> SQL {
    let texts = sides.compactMap { side -> (words: String, isPhrase: Bool)? in
      switch side {
      case .word(let word): (word, false)
      case .phrase(let words): (words, true)
      default: nil
      }
    }
    guard
      texts.allSatisfy({ !isUnspaced($0.words) && $0.words.unicodeScalars.contains(where: isToken) }
      )
    else { return records(matching: Nearness.pattern(texts.map(\.words), within: distance)) }
    let terms = texts.map { term($0.words, isPhrase: $0.isPhrase) }.joined(separator: " ")
    return "SELECT rowid AS id FROM words WHERE words MATCH \("NEAR(\(terms), \(distance))")"
  }

  /// As FTS5 reads it.
  private static func term(_ words: String, isPhrase: Bool) -> String {
    let isPrefix = !isPhrase && words.hasSuffix("*")
    let pattern = "\"" + words.replacing("\"", with: " ").replacing("\0", with: " ") + "\""
    return isPrefix ? pattern + "*" : pattern
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
    // Other scripts have no case and hardly any accents; those of one letter may be written apart.
    let isFolded = words.unicodeScalars.contains { $0.properties.isCased }
    let isFound = { (column: String) -> SQL in
      guard !isFolded else {
        return "\(sql: FoldFunction.name)(\(Fold.folded(words)), \(sql: column))"
      }
      let forms = Set(
        [words.precomposedStringWithCanonicalMapping, words.decomposedStringWithCanonicalMapping]
          .map { Array($0.utf8) })
      return forms.map { "instr(\(sql: column), \(String(decoding: $0, as: UTF8.self)))" as SQL }
        .joined(separator: " OR ")
    }
    return """
      SELECT id FROM text WHERE \(sql: condition)(\(isFound("body")) OR \(isFound("title"))
        OR \(isFound("names")))
      """
  }
}
