import GRDB
import PostilCore

/// How well posts fit the words of a query: the bm25 of FTS5, as the best text that hangs on each.
enum Relevance {
  /// A table `(owner, points)` of the entries with any of the words, fewest points for the best; nil
  /// when the query wants no words, only symbols, or only expressions.
  ///
  /// Every text with one of the words is read: this is only done when the order is asked for.
  static func points(of query: Query) -> SQL? {
    let terms = query.soughtWords.filter(\.isRanked).map(term)
    guard !terms.isEmpty else { return nil }
    return """
      WITH hit AS MATERIALIZED (
        SELECT rowid AS id, bm25(words) AS points FROM words
        WHERE words MATCH \(terms.joined(separator: " OR ")))
      SELECT record.entry AS owner, min(hit.points) AS points
      FROM hit CROSS JOIN record ON record.id = hit.id
      WHERE record.entry IS NOT NULL GROUP BY record.entry
      """
  }

  /// What is written together in a script without spaces stands together in the index too.
  private static func term(_ words: SoughtWords) -> String {
    Words.term(Unspaced.separated(words.stem), isPrefix: words.isPrefix)
  }
}
