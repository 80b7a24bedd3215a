import Foundation
import GRDB
import PostilCore

/// How records with some words are found.
///
/// FTS5 cuts a text at spaces and leaves symbols out. So words of scripts that are written without
/// spaces, and words that are all symbols, are looked for in the texts themselves.
enum Words {
  /// What FTS5 is asked.
  case match(String)
  /// What is looked for in all texts.
  case scan(Scan)

  /// Nil for a query that is not about the words of one text.
  init?(_ query: Query) {
    switch query {
    case .word(let word) where Unspaced.stands(in: word):
      self = .scan(.part(word.hasSuffix("*") ? String(word.dropLast()) : word, isUnspaced: true))
    case .word(let words), .phrase(let words):
      if Unspaced.stands(in: words) {
        self = .scan(.part(words, isUnspaced: true))
      } else if SoughtWords(words, .phrase).isOfSymbols {
        self = .scan(.part(words, isUnspaced: false))
      } else {
        self = .match(Self.term(query))
      }
    case .pattern(let source):
      self = .scan(.pattern(source))
    case .near(let sides, let distance):
      let texts = sides.filter(Self.isText)
      let isMatched = texts.allSatisfy { if case .match? = Words($0) { true } else { false } }
      self =
        isMatched
        ? .match("NEAR(\(texts.map(Self.term).joined(separator: " ")), \(distance))")
        : .scan(.pattern(Nearness.pattern(texts.map(Self.text(of:)), within: distance)))
    default:
      return nil
    }
  }

  /// A table `(id)` of the records.
  var records: SQL {
    switch self {
    case .match(let match): "SELECT rowid AS id FROM words WHERE words MATCH \(match)"
    case .scan(let scan): scan.records()
    }
  }

  /// A table `(id)` of the records that a query about the words of one text finds.
  static func records(of query: Query) -> SQL {
    Words(query)?.records ?? "SELECT NULL AS id WHERE FALSE"
  }

  /// An expression for a word, or for what begins like `pow*`; nil when FTS5 alone can tell.
  static func pattern(_ word: String) -> String? {
    word.hasSuffix("*")
      ? WordPattern.source(of: String(word.dropLast()), isPrefix: true)
      : WordPattern.source(of: word, isPrefix: false)
  }

  /// As FTS5 reads it.
  static func term(_ words: String, isPrefix: Bool) -> String {
    let pattern = "\"" + words.replacing("\"", with: " ").replacing("\0", with: " ") + "\""
    return isPrefix ? pattern + "*" : pattern
  }

  /// `pow*` is every word that begins so.
  private static func term(_ query: Query) -> String {
    let words = text(of: query)
    if case .word = query, words.hasSuffix("*") { return term(words, isPrefix: true) }
    return term(words, isPrefix: false)
  }

  private static func isText(_ query: Query) -> Bool {
    switch query {
    case .word, .phrase: true
    default: false
    }
  }

  private static func text(of query: Query) -> String {
    switch query {
    case .word(let text), .phrase(let text): text
    default: ""
    }
  }
}
