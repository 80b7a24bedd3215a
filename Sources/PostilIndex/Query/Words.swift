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
    if Unspaced.stands(in: words) {
      let part = isPhrase || !words.hasSuffix("*") ? words : String(words.dropLast())
      return scan(part, among: "isUnspaced AND ")
    }
    guard !SoughtWords(words, .phrase).isOfSymbols else { return scan(words, among: "") }
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
      texts.allSatisfy({
        !Unspaced.stands(in: $0.words) && !SoughtWords($0.words, .phrase).isOfSymbols
      }
      )
    else { return records(matching: Nearness.pattern(texts.map(\.words), within: distance)) }
    let terms = texts.map { term($0.words, isPhrase: $0.isPhrase) }.joined(separator: " ")
    return "SELECT rowid AS id FROM words WHERE words MATCH \("NEAR(\(terms), \(distance))")"
  }

  /// As FTS5 reads it.
  static func term(_ words: String, isPrefix: Bool) -> String {
    let pattern = "\"" + words.replacing("\"", with: " ").replacing("\0", with: " ") + "\""
    return isPrefix ? pattern + "*" : pattern
  }

  private static func term(_ words: String, isPhrase: Bool) -> String {
    term(words, isPrefix: !isPhrase && words.hasSuffix("*"))
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
