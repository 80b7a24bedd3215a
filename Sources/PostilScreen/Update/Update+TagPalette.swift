import PostilCore

extension State {
  mutating func press(_ key: Key, in open: TagPalette) -> [Effect] {
    var palette = open
    if let entry = digit(key, in: palette) { return choose(entry, in: palette) }
    if case .command(let name) = keyMap.resolve(keys: [key], scopes: [.picker]) {
      let rows = max(1, frame.body.count - 4)
      switch Action(rawValue: name) {
      case .accept:
        guard let entry = palette.current else { return refuseTag(palette) }
        return choose(entry, in: palette)
      case .complete:
        guard let entry = palette.current else { return [] }
        return palette.staysOpen ? chooseAndStay(entry, in: palette) : choose(entry, in: palette)
      case .cancel:
        layer = nil
        return []
      case .down: palette.move(1, rows: rows)
      case .up: palette.move(-1, rows: rows)
      case .pageDown: palette.move(max(1, rows / 2), rows: rows)
      case .pageUp: palette.move(-max(1, rows / 2), rows: rows)
      default: break
      }
      layer = .tags(palette)
      return []
    }
    _ = palette.editor.handle(key)
    if palette.editor.text != open.editor.text {
      palette.cursor = 0
      palette.top = 0
    }
    layer = .tags(palette)
    return []
  }

  /// The recent tag that a digit picks as long as nothing is typed.
  private func digit(_ key: Key, in palette: TagPalette) -> TagPalette.Entry? {
    guard palette.editor.text.isEmpty, case .character(let character) = key,
      let number = character.wholeNumberValue, character.isASCII
    else { return nil }
    return palette.shown.first { $0.digit == number }
  }

  private mutating func refuseTag(_ palette: TagPalette) -> [Effect] {
    if !palette.typed.isEmpty, palette.isTagging || palette.purpose == .sticky {
      say(
        palette.removes
          ? "no topic here is called so"
          : "a tag is made of letters, digits, - _ . and / for a hierarchy")
    }
    return []
  }

  /// Takes what was chosen: a topic that all targets carry goes, any other comes.
  private mutating func choose(_ entry: TagPalette.Entry, in palette: TagPalette) -> [Effect] {
    layer = nil
    let name = entry.tag.name
    switch palette.purpose {
    case .posts, .claims, .matches:
      return setTopic(name, on: palette.purpose, removes: takesAway(entry, palette))
    case .sticky:
      sticky = name
      note(recent: name)
      say("every claim made from now on gets #\(name) · t , ends it")
      return []
    case .merge(let other):
      return plan(.merge(other, into: name))
    case .move(let other):
      let leaf = TagName.leaf(of: other)
      return plan(.rename(other, to: name == TagPalette.top ? leaf : name + "/" + leaf))
    case .find:
      codebook.moveCursor(to: name, rows: codebookRows)
      return []
    }
  }

  private func takesAway(_ entry: TagPalette.Entry, _ palette: TagPalette) -> Bool {
    palette.removes || (palette.targets > 0 && entry.carriers == palette.targets)
  }

  /// The same with the palette left open, for the next one.
  private mutating func chooseAndStay(_ entry: TagPalette.Entry, in open: TagPalette) -> [Effect] {
    var palette = open
    let removes = takesAway(entry, palette)
    let effects = setTopic(entry.tag.name, on: palette.purpose, removes: removes)
    palette.carried[entry.tag.name] = removes ? nil : palette.targets
    palette.recent = recentTags
    palette.editor = LineEditor("")
    palette.cursor = 0
    palette.top = 0
    layer = .tags(palette)
    return effects + [.loadTags]
  }
}
