extension Notebook {
  /// What an edit means for the files as they stand on the disk now.
  ///
  /// An edit that would alter nothing is a change without files, whose label says so.
  ///
  /// - Throws: when the target is missing, or the disk no longer says what `from` says.
  public func change(for edit: Edit, at now: Instant, in catalog: any Catalog) throws(Problem)
    -> Change
  {
    var generator = SystemRandomNumberGenerator()
    return try change(for: edit, at: now, in: catalog, using: &generator)
  }

  /// The same, with the source of randomness for new ids.
  func change(
    for edit: Edit, at now: Instant, in catalog: any Catalog,
    using generator: inout some RandomNumberGenerator
  ) throws(Problem) -> Change {
    switch edit {
    case .addClaim(let new):
      return try addClaim(new, at: now, in: catalog, using: &generator)
    case .removeClaim(let id):
      return try removeClaim(id, in: catalog)
    case .judge(let id, let status, let from, let type, let confidence, let words):
      var editor = try ClaimEditor(id, in: self, catalog)
      try editor.expect(status: from)
      try editor.fillIn(in: catalog)
      try editor.judge(status, type: type, confidence: confidence, words: words, on: now.day)
      return editor.change(
        "judged \(Excerpt.of(editor.claim)) \(status.rawValue)",
        orIdle: "\(Excerpt.of(editor.claim)) is \(status.rawValue) already")
    case .setDue(let id, let due):
      var editor = try ClaimEditor(id, in: self, catalog)
      try editor.setDue(due, on: now.day)
      let words = due.map { "due \($0)" } ?? "without a due date"
      return editor.change(
        "made \(Excerpt.of(editor.claim)) \(words)",
        orIdle: "\(Excerpt.of(editor.claim)) is \(words) already")
    case .setTitle(let id, let title):
      var editor = try ClaimEditor(id, in: self, catalog)
      try editor.setTitle(title)
      return editor.change(
        "named a claim \(Excerpt.of(editor.claim))", orIdle: "the title is the same")
    case .setSpans(let id, let spans):
      return try setSpans(id, spans.map(\.range), at: now, in: catalog)
    case .reanchor(let id, let post, let spans):
      return try reanchor(id, on: post, spans.map(\.range), at: now, in: catalog)
    case .tagClaims(let ids, let add, let remove):
      return try tagClaims(ids, add: add, remove: remove, in: catalog)
    case .tagPosts(let ids, let add, let remove):
      return try tagPosts(ids, add: add, remove: remove, in: catalog)
    case .addNote(let id, let title):
      return try addNote(id, title: title, in: catalog)
    case .setNote(let id, let text, let from):
      return try setNote(on: id, text: text, from: from, in: catalog)
    case .defineTag(let name, let trait):
      return try defineTag(name, trait, in: catalog)
    case .renameTag(let name, let new):
      return try planTag(.rename(name, to: new), in: catalog).change
    case .mergeTag(let name, let other):
      return try planTag(.merge(name, into: other), in: catalog).change
    case .removeTag(let name):
      return try removeTag(name, in: catalog)
    }
  }

  private func removeClaim(_ id: String, in catalog: any Catalog) throws(Problem) -> Change {
    let path = try path(of: id, in: catalog)
    guard Layout.kind(of: path) == .claim, let text = try text(of: path) else {
      throw Problem("“\(id)” is not a claim", at: .init(path))
    }
    let claim = try? ClaimFile.read(Document(text), path: path)
    let words = claim.map(Excerpt.of) ?? id
    return Change("removed the claim \(words)", [.init(path, before: text, after: nil)])
  }
}
