import PostilCore

/// The tags to choose one from, narrowed by typing.
///
/// What a digit or a letter picks, which tags are set, and what a new one would be like.
struct TagPalette: Sendable {
  enum Purpose: Hashable, Sendable {
    case posts([String])
    case claims([String])
    /// Everything that a filter finds.
    case matches(Matches)
    /// The tag that every new claim gets.
    case sticky
    /// Where a tag of the codebook goes.
    case merge(String)
    case move(String)
    /// A line of the codebook to go to.
    case find
  }

  /// One line.
  struct Entry: Hashable, Sendable {
    var tag: TagCount
    /// Picks it as long as nothing is typed.
    var digit: Int?
    /// How many of the targets carry it.
    var carriers = 0
    var isNew = false
    /// The alias by which it was found, or how it is like what was typed.
    var note = ""
  }

  let purpose: Purpose
  var title: String
  var editor = LineEditor("")
  var book: Codebook
  var recent: [String]
  /// How many of the targets carry each tag.
  var carried: [String: Int]
  /// How many targets there are.
  let targets: Int
  var cursor = 0
  var top = 0

  init(
    _ purpose: Purpose, title: String, book: Codebook, recent: [String],
    carried: [String: Int] = [:], targets: Int = 0
  ) {
    self.purpose = purpose
    self.title = title
    self.book = book
    self.recent = recent
    self.carried = carried
    self.targets = targets
  }

  /// Whether what was typed takes tags away: it begins with `-`.
  var removes: Bool { isTagging && editor.text.hasPrefix("-") }

  /// What was typed, without the `-`.
  var typed: String { removes ? String(editor.text.dropFirst()) : editor.text }

  /// Whether it puts tags on records.
  var isTagging: Bool {
    switch purpose {
    case .posts, .claims, .matches: true
    default: false
    }
  }

  /// Whether several can be taken one after the other: what is done to every match is asked once.
  var staysOpen: Bool {
    if case .matches = purpose { false } else { isTagging }
  }

  /// Whether typing on may make a tag.
  private var makes: Bool { (isTagging || purpose == .sticky) && !removes }

  /// Stands for the top of the hierarchy, as no tag can be called so.
  static let top = "/"

  /// How many recent tags have a digit.
  static let digits = 9

  /// The lines that what was typed leaves, the best first.
  var shown: [Entry] {
    let words = typed.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return resting }
    let found = candidates.compactMap { entry -> (Int, Entry)? in
      guard let (score, note) = score(words, entry.tag) else { return nil }
      var entry = entry
      entry.note = note
      return (score, entry)
    }
    let best = found.enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }.map(\.element.1)
    return withNew(best)
  }

  var current: Entry? {
    let shown = shown
    return shown.indices.contains(cursor) ? shown[cursor] : nil
  }

  /// Those set, then those used last, then the others, most used first.
  private var resting: [Entry] {
    var all = candidates
    if case .merge(let name) = purpose {
      // What it is like is the reason to merge.
      for near in book.near(name).reversed() {
        guard let place = all.firstIndex(where: { $0.tag.name == near.tag.name }) else { continue }
        all.insert(all.remove(at: place), at: 0)
        all[0].note = near.likeness.words
      }
      return all
    }
    let places = Dictionary(
      all.enumerated().map { ($1.tag.name, $0) }, uniquingKeysWith: { one, _ in one })
    let first =
      all.filter { $0.carriers > 0 }.map(\.tag.name) + (removes ? [] : recent.prefix(Self.digits))
    var seen: Set<String> = []
    let order = first.filter { places[$0] != nil && seen.insert($0).inserted }
    return order.compactMap { places[$0].map { all[$0] } }
      + all.filter { !seen.contains($0.tag.name) }
  }

  /// Every tag that can be chosen, as the catalog orders them.
  private var candidates: [Entry] {
    let numbers = Dictionary(
      recent.prefix(Self.digits).enumerated().map { ($1, $0 + 1) },
      uniquingKeysWith: { one, _ in one })
    let known = Set(book.tags.map(\.name))
    var tags = book.tags
    if case .move(let name) = purpose, TagName.parent(of: name) != nil {
      tags.insert(TagCount(name: Self.top, posts: 0, claims: 0), at: 0)
    }
    // What is carried and not in the catalog yet can be taken away all the same.
    let others = carried.keys.filter { !known.contains($0) }.sorted()
      .map { TagCount(name: $0, posts: 0, claims: 0) }
    return (tags + others).compactMap { tag in
      guard tag.name != Note.star, isChoice(tag) else { return nil }
      return Entry(tag: tag, digit: numbers[tag.name], carriers: carried[tag.name] ?? 0)
    }
  }

  private func isChoice(_ tag: TagCount) -> Bool {
    switch purpose {
    case .merge(let name): !TagName.isSame(tag.name, name) && !tag.isImplied
    case .move(let name):
      !TagName.isSame(tag.name, name) && !TagName.isBelow(tag.name, name)
        && TagName.parent(of: name) != tag.name
    case .posts, .claims: !removes || (carried[tag.name] ?? 0) > 0
    case .matches, .sticky, .find: true
    }
  }

  /// The letter of a tag goes before all, its aliases behind its name, its definition at the end.
  private func score(_ words: [String], _ tag: TagCount) -> (Int, String)? {
    if words.count == 1, tag.key == words[0] { return (-1, "") }
    if let score = Fuzzy.score(words, in: tag.name) { return (score * 2, "") }
    for alias in tag.aliases {
      if let score = Fuzzy.score(words, in: alias) { return (score * 2 + 1, "also \(alias)") }
    }
    let meaning = Fold.folded(tag.definition ?? "")
    guard words.allSatisfy({ $0.count > 2 && meaning.contains(Fold.folded($0)) }) else {
      return nil
    }
    return (100 * words.count, "")
  }

  /// What is like a new name, so that it is seen first, and at the end the new tag itself.
  private func withNew(_ found: [Entry]) -> [Entry] {
    guard makes, let name = TagName.typed(typed),
      !found.contains(where: { TagName.isSame($0.tag.name, name) })
    else { return found }
    var entries = found
    for near in book.near(name) where near.tag.name != Note.star {
      let place = entries.firstIndex { $0.tag.name == near.tag.name }
      var entry = place.map { entries.remove(at: $0) } ?? Entry(tag: near.tag)
      entry.note = near.likeness.words
      entry.carriers = carried[near.tag.name] ?? 0
      entries.insert(entry, at: 0)
    }
    if book.canonical(name) == name, name != Note.star {
      entries.append(
        Entry(
          tag: TagCount(name: name, posts: 0, claims: 0), carriers: carried[name] ?? 0, isNew: true,
          note: "new tag"))
    }
    return entries
  }

  mutating func move(_ n: Int, rows: Int) {
    let count = shown.count
    guard count > 0 else { return }
    cursor = min(max(0, cursor + n), count - 1)
    top = scrolled(top: top, cursor: cursor, rows: rows)
  }
}
