internal import PostilCore

/// Tags for `--plain`: a tag as a line, the choice of one, and what a new name would change.
extension State {
  /// The name, the counts and what the codebook says, without marks of the screen.
  func plainTag(_ tag: TagCount) -> String {
    let letter = tag.key.map { ", letter \($0)" } ?? ""
    let also = tag.aliases.isEmpty ? "" : ", also \(tag.aliases.joined(separator: " "))"
    let like = (codebook.doubles[tag.name] ?? []).map { ", like \($0.tag.name)" }.joined()
    let meaning = TagMeaning(tag.definition ?? "")
    let words =
      [meaning.definition] + meaning.use.map { "Use: " + $0 } + meaning.not.map { "Not: " + $0 }
    let told = words.filter { !$0.isEmpty }.joined(separator: " ")
    return "#\(tag.name), \(tag.counted)\(letter)\(also)\(like)" + (told.isEmpty ? "" : ": \(told)")
  }

  /// The tags to choose one from, in the order in which the screen shows them.
  func plainChoices(_ palette: TagPalette) -> [String] {
    let rows = palette.shown.prefix(Self.plainPage).enumerated().map { index, entry in
      let name = entry.tag.name == TagPalette.top ? "the top" : entry.tag.name
      let state =
        entry.carriers == 0
        ? "" : entry.carriers < palette.targets ? " (on \(entry.carriers))" : " (set)"
      let note = entry.note.isEmpty ? "" : ", \(entry.note)"
      return numbered(index, name + state + note)
    }
    let rest = palette.shown.count - rows.count
    let takes = palette.isTagging ? ", - before them takes away" : ""
    return ["\(palette.title): a number or words choose\(takes), . leaves"] + rows
      + (rest > 0 ? ["… \(rest) more · words narrow them"] : [])
  }

  /// The letters that do something to every match.
  func plainVerbs(_ matches: Matches) -> [String] {
    ["every match of the filter, \(matches.words): a letter, . leaves"]
      + matchLines(matches, self).dropFirst().filter { !$0.text.isEmpty && $0.role != .dim }
      .map { "\($0.key)  \($0.text)" }
  }

  /// Every record that a new name changes.
  func plainDryRun(_ run: DryRun) -> [String] {
    run.plan.items.map { "\($0.id): \($0.effect) \($0.words)" }
      + run.plan.mentions.map { "\($0.id): \($0.effect)" }
      + ["\(run.heading), \(run.counted): y or n"]
  }

  /// A number or words choose; words that leave several are narrowed to these.
  mutating func answer(_ line: String, to open: TagPalette) -> [PlainStep]? {
    var palette = open
    if line == "." { return [.key(.escape)] }
    if let number = Int(line) {
      guard palette.shown.indices.contains(number - 1) else { return nil }
      palette.cursor = number - 1
      layer = .tags(palette)
      return [.key(.enter)]
    }
    palette.editor = LineEditor(line)
    palette.cursor = 0
    let shown = palette.shown
    guard !shown.isEmpty else { return nil }
    layer = .tags(palette)
    let isMeant =
      shown.count == 1 || shown.first.map { TagName.isSame($0.tag.name, palette.typed) } ?? false
    return isMeant ? [.key(.enter)] : []
  }
}
