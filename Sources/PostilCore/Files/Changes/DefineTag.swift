extension Notebook {
  /// One thing that the codebook says of a tag.
  func defineTag(_ name: String, _ trait: TagTrait, in catalog: any Catalog) throws(Problem)
    -> Change
  {
    let name = try Tags.checked([name])[0]
    guard name != Note.star else { throw Problem("“\(Note.star)” is the star, and no topic") }
    let path = Layout.path(ofTag: name)
    let before = try text(of: path)
    var document = Document(before ?? TagFile.text(for: TagDefinition(name: name)))
    let tag = try TagFile.read(document, path: path)
    let book = Codebook(try catalog.tags())
    let label: String
    switch trait {
    case .text(let text, let from):
      let text = try merged(text, from, tag.text, path)
      if text != tag.text { document.setText(text) }
      label = before == nil && text.isEmpty ? "made the tag \(name)" : "defined \(name)"
    case .key(let key):
      let key = try checked(key: key, of: name, book)
      try document.set("key", key.map { .text($0) }, order: TagFile.order)
      label = key.map { "gave \(name) the letter \($0)" } ?? "took the letter from \(name)"
    case .color(let color):
      try document.set("color", color.map { .text($0) }, order: TagFile.order)
      label = color.map { "coloured \(name) \($0)" } ?? "took the colour from \(name)"
    case .aliases(let aliases):
      let aliases = try checked(aliases: aliases, of: name, book)
      try document.set("aliases", .list(aliases), order: TagFile.order)
      let list = aliases.joined(separator: ", ")
      label = aliases.isEmpty ? "\(name) has no aliases" : "\(name) is also called \(list)"
    }
    let change = Change(label, [.init(path, before: before, after: document.text)]).withoutIdleFiles
    return change.files.isEmpty ? Change("the codebook says so already", []) : change
  }

  /// Takes the file of a tag away that no record carries.
  func removeTag(_ name: String, in catalog: any Catalog) throws(Problem) -> Change {
    let path = Layout.path(ofTag: name)
    guard let before = try text(of: path) else {
      throw Problem("“\(name)” has no file in tags/", hint: "It is gone when no record carries it")
    }
    let aliases = (try? TagFile.read(Document(before), path: path))?.aliases ?? []
    for name in [name] + aliases {
      let folded = Fold.folded(name)
      let count = try catalog.records(tagged: name).count {
        tags(at: $0).contains { Fold.folded($0) == folded }
      }
      guard count == 0 else {
        throw Problem(
          "\(count == 1 ? "1 record carries" : "\(count) records carry") “\(name)”",
          hint: "Merge it into another tag, or take it from them first")
      }
    }
    return Change("removed the tag \(name)", [.init(path, before: before, after: nil)])
  }

  /// The tags of a claim or note; none when it cannot be read.
  private func tags(at path: String) -> [String] {
    switch try? record(at: path) {
    case .claim(let claim): claim.tags
    case .note(let note): note.tags
    default: []
    }
  }

  private func checked(key: String?, of name: String, _ book: Codebook) throws(Problem) -> String? {
    guard let key = key?.trimmingBlanks, !key.isEmpty else { return nil }
    guard key.count == 1, let letter = key.first, letter.isLetter else {
      throw Problem("“\(key)” is not one letter", hint: "Digits are for the tags used last")
    }
    if let other = book.tags.first(where: { $0.key == key && !TagName.isSame($0.name, name) }) {
      throw Problem("\(key) is the letter of “\(other.name)”", hint: "Give it another letter")
    }
    return key
  }

  private func checked(aliases: [String], of name: String, _ book: Codebook) throws(Problem)
    -> [String]
  {
    let aliases = try Tags.checked(aliases).unique.filter { Fold.folded($0) != Fold.folded(name) }
    for alias in aliases {
      let other = book.tags.first { tag in
        !TagName.isSame(tag.name, name)
          && ([tag.name] + tag.aliases).contains { Fold.folded($0) == Fold.folded(alias) }
      }
      guard let other else { continue }
      throw Problem(
        TagName.isSame(other.name, alias)
          ? "“\(alias)” is a tag itself" : "“\(alias)” is another name of “\(other.name)”",
        hint: "Merge “\(other.name)” into “\(name)”")
    }
    return aliases
  }
}

extension Document {
  /// Puts another text below the front matter.
  mutating func setText(_ text: String) {
    let newline = newline
    let lines = BodyLines.split(BodyLines.trimmed(text)).map { BodyLines.content($0) + newline }
    self = replacingBody(with: lines.joined())
  }
}
