extension Notebook {
  /// The file of a record by its id or `key:`.
  ///
  /// The catalog may be behind the disk: a file that it does not know is looked for.
  ///
  /// - Throws: when there is no such record.
  func path(of id: String, in catalog: any Catalog) throws(Problem) -> String {
    if let path = try catalog.path(of: id), stamp(of: path) != nil { return path }
    if Layout.isID(id) {
      for path in [Layout.path(ofClaim: id), Layout.path(ofNote: id)]
      where drafts[path] != nil || stamp(of: path) != nil {
        return path
      }
      let name = "/" + id + ".md"
      if let stamp = try stamps().first(where: { $0.path.hasSuffix(name) }) { return stamp.path }
    }
    throw Problem("there is no record “\(id)”", hint: "`postil list` shows what there is")
  }

  /// A post with its file.
  ///
  /// - Throws: when there is none, or it cannot be read.
  func post(_ id: String, in catalog: any Catalog) throws(Problem) -> (post: Post, path: String) {
    let path = try path(of: id, in: catalog)
    guard case .post(let post) = try record(at: path) else {
      throw Problem("“\(id)” is not a post", at: .init(path))
    }
    return (post, path)
  }

  /// The file of a post's margin, be it there or not.
  func marginPath(of post: String, in catalog: any Catalog) throws(Problem) -> String {
    let id = Note.marginID(of: post)
    if let path = try catalog.path(of: id), stamp(of: path) != nil { return path }
    return Layout.path(ofNote: id)
  }
}
