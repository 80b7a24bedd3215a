import PostilCore

/// Topics: the palette, and what it puts on posts and claims.
extension State {
  /// What a topic goes on: the claim Tab led to, the ledger's claims, or posts.
  private var topicTarget: TagPalette.Purpose? {
    switch room {
    case .ledger: ledger.targets.isEmpty ? nil : .claims(ledger.targets)
    case .list: list.targets.isEmpty ? nil : .posts(list.targets)
    case .reader:
      if let claim = reader?.claim {
        .claims([claim.id])
      } else {
        reader.map { .posts([$0.block.post.id]) }
      }
    default: nil
    }
  }

  mutating func openTopics(removing: Bool = false) -> [Effect] {
    guard let target = topicTarget else {
      say("nothing here to tag")
      return []
    }
    var palette = palette(target)
    if removing {
      guard !palette.carried.isEmpty else {
        say("no topic here to take away")
        return []
      }
      palette.editor = LineEditor("-")
    }
    layer = .tags(palette)
    return [.loadTags]
  }

  func palette(_ purpose: TagPalette.Purpose) -> TagPalette {
    var title: String
    var count = 0
    switch purpose {
    case .posts(let ids):
      count = ids.count
      title = count == 1 ? "topic of this post" : "topic of \(count) posts"
    case .claims(let ids):
      count = ids.count
      title = count == 1 ? "topic of this claim" : "topic of \(count) claims"
    case .matches(let matches):
      count = matches.count
      title = "topic of every match: \(matches.words)"
    case .sticky: title = "sticky tag, for every new claim"
    case .merge(let name): title = "merge #\(name) into"
    case .move(let name): title = "put #\(name) under"
    case .find: title = "find a tag"
    }
    return TagPalette(
      purpose, title: title, book: book, recent: recentTags, carried: carried(by: purpose),
      targets: count)
  }

  /// How many of the targets carry each topic, as far as they are at hand.
  private func carried(by purpose: TagPalette.Purpose) -> [String: Int] {
    let tags: [[String]] =
      switch purpose {
      case .posts(let ids) where room == .reader:
        ids.compactMap { id in reader?.blocks.first { $0.post.id == id }?.margin?.tags }
      case .posts(let ids): list.rows.filter { ids.contains($0.id) }.map(\.tags)
      case .claims(let ids) where room == .reader:
        ids.compactMap { reader?.claim(withID: $0)?.tags }
      case .claims(let ids): ledger.rows.filter { ids.contains($0.id) }.map(\.tags)
      default: []
      }
    return tags.reduce(into: [:]) { counts, tags in
      for tag in Set(tags.map(book.canonical)) where tag != Note.star {
        counts[tag, default: 0] += 1
      }
    }
  }

  /// Takes the topic of this name away, or asks which.
  mutating func removeTopic(_ argument: String) -> [Effect] {
    guard !argument.isEmpty else { return openTopics(removing: true) }
    guard let target = topicTarget else { return [] }
    return setTopic(argument, on: target, removes: true)
  }

  mutating func addTopic(_ name: String) -> [Effect] {
    guard let target = topicTarget else { return [] }
    return setTopic(name, on: target, removes: false)
  }

  /// Puts a topic on records, or takes it away with all names that lead to it.
  mutating func setTopic(_ typed: String, on target: TagPalette.Purpose, removes: Bool)
    -> [Effect]
  {
    guard let typed = TagName.typed(typed) else {
      say("“\(typed)” cannot be a tag: letters, digits, - _ . and / for a hierarchy")
      return []
    }
    let name = book.canonical(typed)
    let add = removes ? [] : [name]
    let remove = removes ? [name] + (book.tag(name)?.aliases ?? []) : []
    if !removes {
      lastVerb = .topic(name)
      note(recent: name)
    }
    switch target {
    case .posts(let ids): return [.perform([.tagPosts(ids, add: add, remove: remove)])]
    case .claims(let ids): return [.perform([.tagClaims(ids, add: add, remove: remove)])]
    case .matches(let matches): return act(.topics(add: add, remove: remove), on: matches)
    default: return []
    }
  }

  mutating func note(recent name: String) {
    recentTags.removeAll { $0 == name }
    recentTags.insert(name, at: 0)
    recentTags.removeLast(max(0, recentTags.count - 2 * TagPalette.digits))
  }

  /// The tags of the notebook have come.
  mutating func take(tags: [TagCount]) {
    self.tags = tags
    recentTags = recentTags.map(book.canonical)
    sticky = sticky.map(book.canonical)
    if case .tags(var palette) = layer {
      let chosen = palette.current?.tag.name
      palette.book = book
      palette.recent = recentTags
      palette.carried = carried(by: palette.purpose)
      palette.cursor = palette.shown.firstIndex { $0.tag.name == chosen } ?? 0
      layer = .tags(palette)
    }
    codebook.take(book)
  }
}
