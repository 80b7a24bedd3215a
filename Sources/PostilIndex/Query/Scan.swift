import Foundation
import GRDB
import PostilCore

/// What is looked for in the texts themselves, since no index of words has it.
enum Scan: Hashable {
  /// Any part of a text, case and accents aside; when `isUnspaced`, in scripts without spaces.
  case part(String, isUnspaced: Bool)
  /// A regular expression.
  case pattern(String)

  /// A table `(id)` of the records in which it stands, by their texts in the table of them.
  func records(among condition: SQL = "TRUE") -> SQL {
    "SELECT id FROM written AS text WHERE (\(condition)) AND \(isFound)"
  }

  /// Whether an expression stands in a row of `text`.
  static func isFound(_ pattern: String) -> SQL {
    "\(sql: PatternFunction.name)(\(pattern), text.body, text.title, text.names)"
  }

  /// Whether it stands in a row of `text`.
  var isFound: SQL {
    switch self {
    case .part(let part, let isUnspaced):
      "\(sql: isUnspaced ? "text.isUnspaced AND " : "")(\(Self.anywhere { Self.holds(part, $0) }))"
    case .pattern(let pattern): Self.isFound(pattern)
    }
  }

  /// All that a query asks for.
  static func all(in query: Query) -> Set<Scan> {
    switch query {
    case .and(let terms), .or(let terms):
      return terms.reduce(into: []) { $0.formUnion(all(in: $1)) }
    case .not(let query), .inside(_, let query):
      return all(in: query)
    default:
      guard case .scan(let scan)? = Words(query) else { return [] }
      return [scan]
    }
  }

  /// How a part may be written, byte by byte; nil when there are more ways than by accents apart.
  static func forms(of part: String) -> Set<[UInt8]>? {
    // Other scripts have no case and hardly any accents; those of one letter may be written apart.
    guard !part.unicodeScalars.contains(where: \.properties.isCased) else { return nil }
    return Set(
      [part.precomposedStringWithCanonicalMapping, part.decomposedStringWithCanonicalMapping]
        .map { Array($0.utf8) })
  }

  private static func holds(_ part: String, _ column: String) -> SQL {
    guard let forms = forms(of: part) else {
      return "\(sql: FoldFunction.name)(\(Fold.folded(part)), \(sql: column))"
    }
    return forms.map { "instr(\(sql: column), \(String(decoding: $0, as: UTF8.self)))" as SQL }
      .joined(separator: " OR ")
  }

  private static func anywhere(_ isFound: (String) -> SQL) -> SQL {
    "\(isFound("text.body")) OR \(isFound("text.title")) OR \(isFound("text.names"))"
  }
}
