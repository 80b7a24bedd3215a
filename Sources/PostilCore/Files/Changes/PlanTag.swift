extension Notebook {
  /// What renaming or merging a tag means for the files as they stand on the disk now.
  ///
  /// `progress` is told (done, of) for each record, and stops the work by answering false.
  ///
  /// - Throws: when there is no such tag, or the new name is taken.
  public func planTag(
    _ deed: TagPlan.Deed, in catalog: any Catalog,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws(Problem) -> TagPlan {
    let book = Codebook(try catalog.tags())
    let deed = try checked(deed, book)
    let (from, to) = deed.names
    var planner = TagPlanner(notebook: self, from: from, to: to)
    let paths = try catalog.records(tagged: from)
    for (number, path) in paths.enumerated() {
      guard progress(number, paths.count) else {
        throw Problem("stopped; nothing was written")
      }
      try planner.take(record: path)
    }
    try planner.takeDefinitions()
    try planner.takeMentions()
    return TagPlan(
      deed: deed, change: planner.change(deed), items: planner.items, mentions: planner.mentions)
  }

  private func checked(_ deed: TagPlan.Deed, _ book: Codebook) throws(Problem) -> TagPlan.Deed {
    var (from, to) = deed.names
    to = try Tags.checked([to])[0]
    guard from != Note.star, to != Note.star else {
      throw Problem("“\(Note.star)” is the star, and no topic")
    }
    guard !TagName.isSame(from, to) else { throw Problem("“\(to)” is its name already") }
    guard !TagName.isBelow(to, from) else {
      throw Problem("“\(from)” cannot stand below itself", hint: "Make “\(to)” as a tag of its own")
    }
    let isKnown = book.tags.contains { TagName.isSame($0.name, from) }
    let target = book.canonical(from)
    guard isKnown || !TagName.isSame(target, from) else {
      let near = Nearest.word(to: from, among: book.tags.map(\.name))
      throw Problem("there is no tag “\(from)”", hint: near.map { "Did you mean “\($0)”?" })
    }
    guard isKnown || TagName.isSame(target, to) else {
      throw Problem("“\(from)” is another name of “\(target)”", hint: "Rename or merge that")
    }
    switch deed {
    case .rename:
      if isKnown { try checkFree(from, to, book) }
      return .rename(from, to: to)
    case .merge:
      guard book.tags.contains(where: { TagName.isSame($0.name, to) }) else {
        throw Problem("there is no tag “\(to)”", hint: "Rename “\(from)” to it")
      }
      return .merge(from, into: to)
    }
  }

  /// - Throws: when a name that would come into use leads to another tag.
  private func checkFree(_ from: String, _ to: String, _ book: Codebook) throws(Problem) {
    let family = book.tags.filter { TagName.moved($0.name, from: from, to: to) != nil }
    for tag in family {
      guard let name = TagName.moved(tag.name, from: from, to: to) else { continue }
      if book.tags.contains(where: { TagName.isSame($0.name, name) && !$0.isImplied }) {
        throw Problem("there is a tag “\(name)” already", hint: "Merge “\(from)” into “\(to)”")
      }
      let target = book.canonical(name)
      guard TagName.isSame(target, name) || family.contains(where: { $0.name == target }) else {
        throw Problem(
          "“\(name)” is another name of “\(target)”", hint: "Merge “\(from)” into “\(target)”")
      }
    }
  }
}

/// Gathers what a tag's new name does to each file.
private struct TagPlanner {
  let notebook: Notebook
  let from: String
  let to: String
  private(set) var items: [TagPlan.Item] = []
  private(set) var mentions: [TagPlan.Item] = []
  private var files: [Change.File] = []
  private var records = 0

  init(notebook: Notebook, from: String, to: String) {
    self.notebook = notebook
    self.from = from
    self.to = to
  }

  private func moved(_ name: String) -> String? {
    TagName.moved(name.hasPrefix("#") ? String(name.dropFirst()) : name, from: from, to: to)
  }

  /// A claim or note: its entries under `tags`.
  mutating func take(record path: String) throws(Problem) {
    guard let text = try notebook.text(of: path) else { return }
    let record = try AnyRecord.read(text, path: path)
    var document = Document(text)
    try document.renameItems(of: "tags", moved)
    guard !Change.isSame(text, document.text) else { return }
    files.append(.init(path, before: text, after: document.text))
    records += 1
    let (kind, tags, words) =
      switch record {
      case .claim(let claim): (RecordKind.claim, claim.tags, self.words(of: claim))
      case .note(let note): (RecordKind.note, note.tags, self.words(of: note))
      default: (RecordKind.note, [], "")
      }
    let effect = tags.compactMap { tag in moved(tag).map { "\(tag) → \($0)" } }
    items.append(
      .init(path: path, kind: kind, words: words, effect: effect.joined(separator: ", ")))
  }

  private func words(of claim: Claim) -> String {
    Excerpt.line(of: claim.title ?? claim.quotes.first ?? claim.id)
  }

  private func words(of note: Note) -> String {
    let said = note.title ?? (note.text.isEmpty ? note.post ?? note.id : note.text)
    return Excerpt.line(of: said)
  }

  /// The files under `tags/`: they move, or are taken into the one that is there.
  mutating func takeDefinitions() throws(Problem) {
    let paths = try Walk(notebook.root, [RecordKind.tag.folder]).stamps.map(\.path).sorted()
    var takesName = false
    for path in paths {
      let name = Layout.name(of: path, in: .tag)
      guard let new = TagName.moved(name, from: from, to: to),
        let text = try notebook.text(of: path)
      else { continue }
      let isHead = TagName.isSame(name, from)
      takesName = takesName || isHead
      try move(path, text, to: Layout.path(ofTag: new), name: isHead ? name : nil)
    }
    guard !takesName, Fold.folded(from) != Fold.folded(to) else { return }
    try addAlias()
  }

  private mutating func move(_ path: String, _ text: String, to new: String, name: String?)
    throws(Problem)
  {
    var document = Document(text)
    let tag = try TagFile.read(document, path: path)
    let other = try notebook.text(of: new)
    if let other {
      document = Document(other)
      try merge(tag, into: &document, path: new)
    } else if name != nil {
      try document.setAliases(aliases(of: tag, adding: true))
    }
    files.append(.init(path, before: text, after: nil))
    files.append(.init(new, before: other, after: document.text))
    let words = BodyLines.split(tag.text).first.map(Excerpt.line) ?? "no definition"
    items.append(
      .init(
        path: path, kind: .tag, words: words,
        effect: other == nil ? "moves to \(new)" : "goes into \(new)"))
  }

  /// What the one that goes says is kept below what the other says.
  private func merge(_ tag: TagDefinition, into document: inout Document, path: String)
    throws(Problem)
  {
    let present = try TagFile.read(document, path: path)
    let isHead = TagName.isSame(tag.name, from)
    let added = isHead ? aliases(of: tag, adding: true) : tag.aliases
    try document.setAliases((present.aliases + added).unique.filter { $0 != present.name })
    if present.key == nil, let key = tag.key {
      try document.set("key", .text(String(key)), order: TagFile.order)
    }
    if present.color == nil, let color = tag.color {
      try document.set("color", .text(color), order: TagFile.order)
    }
    guard !tag.text.isEmpty, !present.text.contains(tag.text) else { return }
    document.setText(present.text.isEmpty ? tag.text : present.text + "\n\n" + tag.text)
  }

  private func aliases(of tag: TagDefinition, adding: Bool) -> [String] {
    let kept = tag.aliases.filter { Fold.folded($0) != Fold.folded(to) }
    guard Fold.folded(from) != Fold.folded(to) else { return kept }
    return (kept + [from]).unique
  }

  /// The old name in the file of the new one, which is made when there is none.
  private mutating func addAlias() throws(Problem) {
    let path = Layout.path(ofTag: to)
    guard let text = try notebook.text(of: path) else {
      var tag = TagDefinition(name: to)
      tag.aliases = [from]
      files.append(.init(path, before: nil, after: TagFile.text(for: tag)))
      items.append(
        .init(path: path, kind: .tag, words: "new", effect: "is made, with the alias \(from)"))
      return
    }
    var document = Document(text)
    let tag = try TagFile.read(document, path: path)
    guard !tag.aliases.contains(where: { Fold.folded($0) == Fold.folded(from) }) else { return }
    try document.setAliases(tag.aliases + [from])
    files.append(.init(path, before: text, after: document.text))
    items.append(
      .init(
        path: path, kind: .tag, words: Excerpt.line(of: tag.text), effect: "gets the alias \(from)")
    )
  }

  /// Saved queries that ask for the tag.
  mutating func takeMentions() throws(Problem) {
    for stamp in try Walk(notebook.root, [RecordKind.query.folder]).stamps {
      guard case .query(_, let query, _)? = try? notebook.record(at: stamp.path),
        let asked = (try? Query(parsing: query, in: .any))?.tags,
        asked.contains(where: {
          TagName.moved(Fold.folded($0), from: Fold.folded(from), to: to) != nil
        })
      else { continue }
      mentions.append(
        .init(
          path: stamp.path, kind: .query, words: query,
          effect: "stays, and finds them by the alias"))
    }
    mentions.sort { $0.path < $1.path }
  }

  func change(_ deed: TagPlan.Deed) -> Change {
    let change = Change("", merged(files)).withoutIdleFiles
    let count = records == 1 ? "1 record" : "\(records) records"
    let label =
      switch deed {
      case .rename: "renamed the tag \(from) to \(to) in \(count)"
      case .merge: "merged the tag \(from) into \(to) in \(count)"
      }
    return Change(change.files.isEmpty ? "\(from) and \(to) are one already" : label, change.files)
  }

  /// One entry a path: a file may be moved away and made anew by another one of the family.
  private func merged(_ files: [Change.File]) -> [Change.File] {
    var result: [Change.File] = []
    var places: [String: Int] = [:]
    for file in files {
      if let place = places[file.path] {
        result[place].after = file.after
      } else {
        places[file.path] = result.count
        result.append(file)
      }
    }
    return result
  }
}

extension Document {
  fileprivate mutating func setAliases(_ aliases: [String]) throws(Problem) {
    try set("aliases", .list(aliases), order: TagFile.order)
  }
}

extension Query {
  /// The tags that it asks for, at any depth.
  public var tags: [String] {
    switch self {
    case .field(.tag, let tag): [tag.hasPrefix("#") ? String(tag.dropFirst()) : tag]
    case .not(let query), .inside(_, let query): query.tags
    case .and(let terms), .or(let terms): terms.flatMap(\.tags)
    default: []
    }
  }
}
