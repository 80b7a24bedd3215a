extension Notebook {
  /// Tags added to and taken from claims, as one change.
  func tagClaims(_ ids: [String], add: [String], remove: [String], in catalog: any Catalog)
    throws(Problem) -> Change
  {
    let add = try Tags.checked(add)
    let remove = remove.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
    var files: [Change.File] = []
    var words = ""
    for id in ids.unique {
      var editor = try ClaimEditor(id, in: self, catalog)
      try editor.setTags(Tags.edited(editor.claim.tags, add: add, remove: remove))
      let change = editor.change("", orIdle: "")
      files += change.files
      if !change.files.isEmpty { words = Excerpt.of(editor.claim) }
    }
    let tags = Tags.words(add: add, remove: remove)
    guard !files.isEmpty else { return Change("the tags \(tags) change nothing", []) }
    return Change("tagged \(files.count == 1 ? words : "\(files.count) claims") \(tags)", files)
  }

  /// Tags added to and taken from posts, in their margins, as one change.
  func tagPosts(_ ids: [String], add: [String], remove: [String], in catalog: any Catalog)
    throws(Problem) -> Change
  {
    let add = try Tags.checked(add)
    let remove = remove.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
    var files: [Change.File] = []
    var words = ""
    for id in ids.unique {
      let post = try post(id, in: catalog).post
      var editor = try NoteEditor(marginOf: post.id, in: self, catalog)
      try editor.setTags(Tags.edited(editor.note.tags, add: add, remove: remove))
      guard let file = editor.file else { continue }
      files.append(file)
      words = Excerpt.of(post)
    }
    let target = files.count == 1 ? words : "\(files.count) posts"
    switch (add, remove) {
    case _ where files.isEmpty:
      return Change("the tags \(Tags.words(add: add, remove: remove)) change nothing", [])
    case ([Note.star], []): return Change("starred \(target)", files)
    case ([], [Note.star]): return Change("unstarred \(target)", files)
    default: return Change("tagged \(target) \(Tags.words(add: add, remove: remove))", files)
    }
  }
}

extension [String] {
  /// Each element once, where it stood first.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
