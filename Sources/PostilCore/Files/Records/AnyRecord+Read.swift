extension AnyRecord {
  /// Reads a record of the kind that its folder says.
  ///
  /// - Throws: when the file cannot be read as that kind; `path` outside the five folders.
  public static func read(_ text: String, path: String) throws(Problem) -> AnyRecord {
    try read(Document(text), path: path)
  }

  /// Reads a record of a file that is taken apart already.
  ///
  /// - Throws: when the file cannot be read as that kind; `path` outside the five folders.
  public static func read(_ document: Document, path: String) throws(Problem) -> AnyRecord {
    switch Layout.kind(of: path) {
    case .post: return .post(try PostFile.read(document, path: path))
    case .claim: return .claim(try ClaimFile.read(document, path: path))
    case .note: return .note(try NoteFile.read(document, path: path))
    case .tag: return .tag(try TagFile.read(document, path: path))
    case .query:
      let query = try QueryFile.read(document, path: path)
      return .query(name: query.name, query: query.query, text: query.text)
    case nil:
      throw Problem(
        "this file is no record", at: .init(path),
        hint: "Records lie in posts/, claims/, notes/, tags/ and queries/ and end in .md")
    }
  }
}
