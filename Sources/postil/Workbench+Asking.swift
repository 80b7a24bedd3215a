import PostilCore

extension Workbench {
  /// A record with its file, by its id, by `[[id]]`, or by its path in the notebook.
  ///
  /// - Throws: when there is none, or its file cannot be read.
  func record(_ name: String) throws(Problem) -> (path: String, record: AnyRecord) {
    let path = try path(of: name)
    return (path, try notebook.record(at: path))
  }

  /// The file of a record, relative to the root.
  func path(of name: String) throws(Problem) -> String {
    let id = Link.target(name)
    if let path = try catalog.path(of: id) { return path }
    if Layout.kind(of: id) != nil, notebook.stamp(of: id) != nil { return id }
    throw Problem(
      "no record is called “\(Visible.line(id))”", hint: "`postil list` shows posts with their ids")
  }

  /// The rows of all posts that a query finds, a window at a time, until `take` answers false.
  func eachRow(
    _ query: Query, sort: PostSort, limit: Int? = nil, take: (PostRow) throws(Problem) -> Void
  ) throws(Problem) {
    var start = 0
    // Every window is asked for anew, and sorted anew: the more there is, the fewer there are.
    var size = 500
    while start < limit ?? .max {
      let end = min(limit ?? .max, start + size)
      size = min(size * 2, 8_000)
      let rows = try catalog.posts(query, sort: sort, window: start..<end, today: today)
      for row in rows { try take(row) }
      guard rows.count == end - start else { return }
      start = end
    }
  }

  /// Everything about the posts that a query finds, oldest first, those without a date last.
  ///
  /// A claim drawn from several posts stands with the first of them that was found. `progress` is
  /// told how many were read, and stops the work by answering false.
  ///
  /// - Throws: when a file cannot be read, or it was stopped.
  func dossiers(
    _ query: Query, progress: (Int) -> Bool = { _ in true }
  ) throws(Problem) -> [Dossier] {
    var dated: [Dossier] = []
    var undated: [Dossier] = []
    var drawn: Set<String> = []
    try eachRow(query, sort: PostSort(.date, isReversed: true)) { row throws(Problem) in
      guard progress(dated.count + undated.count) else {
        throw Problem("stopped; nothing was written")
      }
      var dossier = try notebook.dossier(of: row.id, in: catalog)
      for claim in try derived(from: dossier) where drawn.insert(claim.id).inserted {
        dossier.claims.append(claim)
      }
      if row.posted == nil { undated.append(dossier) } else { dated.append(dossier) }
    }
    // Without a date they stand as they were pasted, which is the order of the list.
    return dated + undated.reversed()
  }

  /// The claims drawn from a post and others, which stand in no post.
  private func derived(from dossier: Dossier) throws(Problem) -> [Claim] {
    var claims: [Claim] = []
    for id in dossier.backlinks {
      guard let path = try catalog.path(of: id), Layout.kind(of: path) == .claim,
        case .claim(let claim)? = try? notebook.record(at: path), claim.post == nil,
        claim.from.contains(dossier.post.id)
      else { continue }
      claims.append(claim)
    }
    return claims
  }
}
