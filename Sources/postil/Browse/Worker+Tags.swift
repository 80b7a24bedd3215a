import PostilCore
import PostilIndex
import PostilScreen

extension Worker {
  /// What renaming or merging a tag would change.
  func plan(_ deed: TagPlan.Deed) throws(Problem) -> TagPlan {
    try showingProgress("looking for #\(deed.names.from)") { progress throws(Problem) in
      try workbench.notebook.planTag(deed, in: workbench.index, progress: progress)
    }
  }

  /// Does the same to everything that a filter finds now, as one step of undo.
  ///
  /// - Throws: when it was stopped; nothing is written then.
  func perform(_ verb: BulkVerb, on matches: Matches, sticky: String?) throws(Problem) -> Change {
    let edits = try verb.edits(on: matches, sticky: sticky, in: workbench)
    return try showingProgress("tagging \(edits.count) \(matches.kind)") {
      progress throws(Problem) in
      let change = try workbench.notebook.change(
        for: edits, at: workbench.now, in: workbench.catalog, progress: progress)
      guard !change.files.isEmpty else { return Change("nothing to change", []) }
      return try workbench.perform(
        Change(verb.label(change.files.count, matches.kind), change.files), progress: progress,
        written: noteOwn)
    }
  }
}

extension BulkVerb {
  /// One edit for each record, so that the work can say how far it is.
  fileprivate func edits(on matches: Matches, sticky: String?, in workbench: Workbench)
    throws(Problem) -> [Edit]
  {
    let today = workbench.today
    guard matches.kind == .posts else {
      return try workbench.catalog.claims(matches.query, sort: ClaimSort(), today: today)
        .compactMap(edit(on:))
    }
    var edits: [Edit] = []
    try workbench.eachRow(matches.query, sort: PostSort()) { row throws(Problem) in
      if let edit = edit(onPost: row.id, sticky: sticky) { edits.append(edit) }
    }
    return edits
  }

  private func edit(onPost id: String, sticky: String?) -> Edit? {
    switch self {
    case .judge(let status, let type):
      var new = NewClaim(post: id)
      new.status = status
      new.type = type
      new.tags = [sticky].compactMap(\.self)
      return .addClaim(new)
    case .topics(let add, let remove): return .tagPosts([id], add: add, remove: remove)
    case .star: return .tagPosts([id], add: [Note.star], remove: [])
    case .remove: return nil
    }
  }

  private func edit(on claim: ClaimRow) -> Edit? {
    switch self {
    case .judge(let status, let type):
      return .judge(
        claim: claim.id, status: status, from: nil, type: type == .forecast ? type : nil,
        confidence: nil, words: nil)
    case .topics(let add, let remove): return .tagClaims([claim.id], add: add, remove: remove)
    case .remove: return .removeClaim(claim.id)
    case .star: return nil
    }
  }

  /// As the status line says it.
  fileprivate func label(_ count: Int, _ kind: Matches.Kind) -> String {
    let records = "\(count) \(kind == .posts ? "post" : "claim")\(count == 1 ? "" : "s")"
    switch self {
    case .judge(let status, _):
      return kind == .posts
        ? "tagged \(records) \(status.rawValue)" : "judged \(records) \(status.rawValue)"
    case .topics(let add, let remove):
      let words = add.map { "+" + $0 } + remove.prefix(1).map { "-" + $0 }
      return "tagged \(records) \(words.joined(separator: " "))"
    case .star: return "starred \(records)"
    case .remove: return "removed \(records)"
    }
  }
}
