/// A saved query as the file that holds it.
public enum QueryFile {
  /// Reads a query; `text` says what it is for.
  ///
  /// - Throws: when the file is no query, or has no `query:`.
  public static func read(_ document: Document, path: String) throws(Problem)
    -> (name: String, query: String, text: String)
  {
    let fields = try Fields(document, path: path)
    try fields.check(kind: .query)
    guard let query = try fields.text("query"), !query.isEmpty else {
      throw Problem(
        "there is no query", at: .init(path, line: 1), hint: "Write it as `query: is:due`")
    }
    return (Layout.name(of: path, in: .query), query, BodyLines.trimmed(document.body))
  }
}
