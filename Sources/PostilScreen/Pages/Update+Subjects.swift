import PostilCore

extension State {
  /// The page of the word under the cursor; several are offered in the margin.
  mutating func openPageHere() -> [Effect] {
    var subjects: [Subject] = []
    var seen: Set<String> = []
    for subject in subjectsHere where seen.insert(subject.key).inserted {
      subjects.append(subject)
    }
    guard let first = subjects.first else {
      say("nothing here that has a page · P chooses one")
      return []
    }
    guard subjects.count > 1 else { return openPage(first) }
    layer = .picker(
      Picker(
        .pageHere, title: "page of",
        items: subjects.map { Picker.Item(value: $0.typed, text: $0.kind) }))
    return []
  }

  private var subjectsHere: [Subject] {
    switch room {
    case .list: return [list.current.flatMap(Self.author)].compactMap(\.self)
    case .ledger: return [ledger.current?.author.map(Subject.author)].compactMap(\.self)
    case .reader: return reader.map(Self.subjects(in:)) ?? []
    case .page: return page.map(subjects(on:)) ?? []
    default: return []
    }
  }

  private static func author(of row: PostRow) -> Subject? {
    (row.author ?? row.name).map(Subject.author)
  }

  /// The words of the selection and the tags of the claim on it; without any, who wrote the post, what
  /// else it names, and its tags.
  private static func subjects(in reader: Reader) -> [Subject] {
    let block = reader.block
    let here = block.entities.filter { $0.range.overlaps(reader.selection.range) }
    let found = here.compactMap(subject(of:)) + (reader.claim?.tags ?? []).map(Subject.tag)
    guard found.isEmpty else { return found }
    let author = (block.post.author ?? block.post.name).map(Subject.author)
    guard reader.selection.level == .post else { return [author].compactMap(\.self) }
    return [author].compactMap(\.self) + block.entities.compactMap(subject(of:))
      + tags(of: block.margin)
  }

  private static func subject(of entity: Entity) -> Subject? {
    switch entity.kind {
    case .cashtag, .mention, .hashtag: Subject(entity.text)
    case .link: nil
    }
  }

  private static func tags(of margin: Note?) -> [Subject] {
    (margin?.tags ?? []).filter { $0 != Note.star }.map(Subject.tag)
  }

  /// Who wrote the row, and what it names besides the subject of this page.
  private func subjects(on page: SubjectRoom) -> [Subject] {
    var found: [Subject] = []
    switch page.current?.target {
    case .subject(let subject): return [subject]
    case .claim:
      guard let claim = page.claim else { return [] }
      found = [claim.author.map(Subject.author)].compactMap(\.self) + claim.tags.map(Subject.tag)
      found += Self.named(in: claim.words)
    case .post(let id):
      guard
        let row = page.page?.rows.first(where: { $0.id == id })
          ?? page.page?.mentions.first(where: { $0.id == id })
      else { return [] }
      found = [Self.author(of: row)].compactMap(\.self) + row.tags.map(Subject.tag)
      found += Self.named(in: row.excerpt)
    case .number(let post, let start):
      guard
        let number = page.page?.numbers.lazy.flatMap(\.entries)
          .first(where: { $0.post == post && $0.start == start })
      else { return [] }
      found = [number.author.map(Subject.author)].compactMap(\.self)
      found += Self.named(in: number.words)
    default: return []
    }
    let own = page.page?.subject.key ?? page.subject.key
    return found.filter { $0.key != own }
  }

  private static func named(in text: String) -> [Subject] {
    Entity.all(in: Array(text.unicodeScalars)).compactMap(subject(of:))
  }

  /// All pages there are, by how much is on them; typing narrows them.
  mutating func openPagePicker() -> [Effect] {
    layer = .picker(Picker(.pages, title: "page", items: []))
    return [.loadSubjects("")]
  }

  mutating func take(_ typed: String, _ subjects: [SubjectCount]) -> [Effect] {
    guard case .picker(var picker) = layer, picker.purpose == .pages,
      picker.editor.text == typed
    else { return [] }
    picker.items = subjects.map { count in
      let claims = count.claims > 0 ? ", " + plural(count.claims, "claim") : ""
      return Picker.Item(value: count.subject.typed, text: plural(count.posts, "post") + claims)
    }
    layer = .picker(picker)
    return []
  }

  /// The page chosen in a picker; a whole name typed with its sign needs no row.
  mutating func choosePage(_ picker: Picker) -> [Effect] {
    guard
      let subject = picker.current.flatMap({ Subject($0.value) }) ?? Subject(picker.editor.text)
    else { return [] }
    layer = nil
    return openPage(subject)
  }
}
