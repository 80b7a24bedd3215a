import GRDB
import PostilCore

extension Draft {
  /// Puts the words of a record where they are found: FTS5 has them, and the texts of posts that
  /// lists are placed by are packed.
  func insert(
    _ text: (title: String, names: String, body: String), _ record: Int64, _ rows: Rows,
    _ texts: TextWriter
  ) throws {
    let text = (
      title: Self.bound(text.title), names: Self.bound(text.names), body: Self.bound(text.body)
    )
    let isUnspaced = [text.body, text.title, text.names].contains { Unspaced.stands(in: $0) }
    if record < Entries.firstBeside {
      let place = texts.add(record, text)
      try rows.insert(
        .text, record, isUnspaced, place.start, place.body, place.title, place.names,
        Int?.none, Int?.none, Int?.none)
    } else {
      let place = Int?.none
      try rows.insert(
        .text, record, isUnspaced, place, place, place, place, text.title, text.names, text.body)
    }
    let words = isUnspaced ? Self.separated(text) : text
    try rows.insert(.words, record, words.title, words.names, words.body)
  }

  /// Takes the words of a record away; an entry that is placed by them has to find its place anew.
  static func deleteText(_ record: Int64, _ db: Database) throws {
    let find = try db.cachedStatement(
      sql: "SELECT title, names, body, isUnspaced FROM written WHERE id = ?")
    guard let row = try Row.fetchOne(find, arguments: [record]) else { return }
    let text = (
      title: try row.decode(String.self, atIndex: 0),
      names: try row.decode(String.self, atIndex: 1),
      body: try row.decode(String.self, atIndex: 2)
    )
    let words = try row.decode(Bool.self, atIndex: 3) ? separated(text) : text
    // A table of words that has no texts wants to be told what it forgets.
    try db.cachedStatement(
      sql: "INSERT INTO words (words, rowid, title, names, body) VALUES ('delete', ?, ?, ?, ?)"
    ).execute(arguments: [record, words.title, words.names, words.body])
    try db.cachedStatement(sql: "DELETE FROM text WHERE id = ?").execute(arguments: [record])
    try db.cachedStatement(sql: "UPDATE entry SET isLate = 1 WHERE id = ?")
      .execute(arguments: [record])
  }

  /// Scripts without spaces are indexed letter by letter, so that a word glued to them is found.
  private static func separated(
    _ text: (title: String, names: String, body: String)
  ) -> (title: String, names: String, body: String) {
    (
      Unspaced.separated(text.title), Unspaced.separated(text.names),
      Unspaced.separated(text.body)
    )
  }
}
