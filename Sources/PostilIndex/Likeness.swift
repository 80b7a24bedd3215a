import GRDB
import PostilCore

/// What was typed of a record's name, title or words.
struct Likeness {
  private let typed: String
  private let words: [String]

  init(_ typed: String) {
    self.typed = Fold.folded(typed)
    words = self.typed.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The records that it may mean, best first, and of those as good as each other the newest.
  func places(limit: Int, _ db: Database) throws -> [Place] {
    var found: [(score: Int, place: Place)] = []
    var seen: Set<Int64> = []
    for record in try candidates(among: limit * 4, db) where seen.insert(record).inserted {
      guard let place = try Place(record: record, db), let score = score(place) else { continue }
      found.append((score, place))
    }
    return found.enumerated()
      .sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }
      .prefix(limit).map(\.element.place)
  }

  /// Records that hold all words, or whose name holds the letters; the one changed last comes first.
  private func candidates(among limit: Int, _ db: Database) throws -> [Int64] {
    let isLinked: SQL = "kind <> 'query' AND name NOT LIKE '%~%'"
    guard !words.isEmpty else {
      let newest: SQL = """
        SELECT id FROM record WHERE \(isLinked) AND NOT (kind = 'note' AND entry IS NOT NULL)
        ORDER BY modified DESC, path DESC LIMIT \(limit)
        """
      return try SQLRequest<Int64>(literal: newest).fetchAll(db)
    }
    let escaped = words.joined().map { "%_\\".contains($0) ? "\\\($0)" : "\($0)" }
    let letters = "%" + escaped.joined(separator: "%") + "%"
    // Long names of posts hold most letters in most orders: those must hold them side by side.
    let together = "%" + escaped.joined() + "%"
    let byName: SQL = """
      SELECT id FROM record WHERE \(isLinked) AND (name LIKE \(together) ESCAPE '\\'
        OR kind IN ('note', 'tag') AND entry IS NULL AND path LIKE \(letters) ESCAPE '\\')
      ORDER BY modified DESC, path DESC LIMIT \(limit)
      """
    let holds = words.map { word -> SQL in
      let beginning = Unspaced.stands(in: word) ? word : word + "*"
      return "id IN (\(Words.records(of: .word(beginning))))"
    }
    let byWords: SQL = """
      SELECT id FROM record WHERE \(isLinked) AND NOT (kind = 'note' AND entry IS NOT NULL)
        AND \(holds.joined(separator: " AND "))
      ORDER BY modified DESC, path DESC LIMIT \(limit)
      """
    return try SQLRequest<Int64>(literal: byName).fetchAll(db)
      + SQLRequest<Int64>(literal: byWords).fetchAll(db)
  }

  /// Lower is better: the name, its beginning, the beginning of the words, the name inside, the words.
  private func score(_ place: Place) -> Int? {
    let name = Fold.folded(place.id)
    let text = Fold.folded(place.words)
    if typed.isEmpty || name == typed { return 0 }
    if name.hasPrefix(typed) { return 1 }
    if text.hasPrefix(typed) { return 2 }
    if name.contains(typed) { return 3 }
    if words.allSatisfy({ text.contains($0) }) { return 4 }
    return 5
  }
}
