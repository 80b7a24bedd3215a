import PostilCore

extension State {
  mutating func showLabels(_ action: Action) -> [Effect] {
    let targets: [Labels.Target]
    switch room {
    case .list where action == .labelGo:
      let rows = list.top..<min(list.total, list.top + geometry.visible)
      targets = rows.map { .row($0) }
    case .reader:
      guard let reader else { return [] }
      let rows = reader.top..<reader.top + frame.body.count
      targets =
        action == .linkLabel
        ? links(reader, rows)
        : reader.sentences(inRows: rows).map {
          .sentence(block: $0.block, $0.range)
        }
    default:
      say("labels are for the reader · Enter opens the post")
      return []
    }
    guard !targets.isEmpty else {
      say(action == .linkLabel ? "no link in view" : "nothing in view to label")
      return []
    }
    layer = .labels(
      Labels(action == .labelTag ? .tag : action == .linkLabel ? .link : .go, targets))
    return []
  }

  private func links(_ reader: Reader, _ rows: Range<Int>) -> [Labels.Target] {
    var found: [Labels.Target] = []
    for row in rows.clamped(to: 0..<reader.page.rows.count) {
      switch reader.page.rows[row] {
      case .text(let index, let line):
        let range = reader.blocks[index].layout.lines[line].range
        found += reader.blocks[index].entities.filter {
          $0.kind == .link && range.contains($0.range.lowerBound)
        }.map { .link(block: index, $0.range, $0.text) }
      case .link(let index, let url): found.append(.link(block: index, 0..<0, url))
      default: break
      }
    }
    return found
  }

  mutating func press(_ key: Key, in open: Labels) -> [Effect] {
    var labels = open
    if let chosen = labels.chosen { return pressAfterLabel(key, chosen) }
    if case .character(let letter) = key,
      let hit = labels.shown.first(where: { $0.letter == letter })
    {
      guard labels.purpose == .tag else {
        layer = nil
        return follow(hit.target)
      }
      labels.chosen = hit.target
      layer = .labels(labels)
      return []
    }
    guard case .command(let name) = keyMap.resolve(keys: [key], scopes: [.labels]) else {
      layer = nil
      say("no such label")
      return []
    }
    switch Action(rawValue: name) {
    case .pageOn: labels.page = (labels.page + 1) % labels.pages
    case .pageBack: labels.page = (labels.page + labels.pages - 1) % labels.pages
    default:
      layer = nil
      return []
    }
    layer = .labels(labels)
    return []
  }

  private mutating func follow(_ target: Labels.Target) -> [Effect] {
    switch target {
    case .row(let position):
      list.moveCursor(to: position, rows: geometry.visible)
      return look()
    case .sentence(let block, let range):
      reader?.select(range, block: block)
      revealSelection()
      return []
    case .link(_, _, let url):
      say("opening \(url)")
      return [.openLink(url)]
    }
  }

  /// After `T` and a label comes a letter of `t`; the cursor stays where it was.
  private mutating func pressAfterLabel(_ key: Key, _ target: Labels.Target) -> [Effect] {
    layer = nil
    guard case .sentence(let block, let range) = target else { return [] }
    if key == .enter { return follow(target) }
    guard let name = keyMap.tagVerbs.first(where: { $0.key == key })?.command,
      let action = Action(rawValue: name)
    else {
      say(key == .escape ? "nothing tagged" : "\([key].label) is no status")
      return []
    }
    guard let before = reader else { return [] }
    reader?.select(range, block: block)
    let effects = run(action)
    // A note stays with the sentence it is about; everything else leaves the cursor where it was.
    if case .editor = layer { return effects }
    guard afterChange == nil else { return effects }
    reader?.selection = before.selection
    reader?.focus = before.focus
    return effects
  }
}

extension KeyMap {
  /// The letters that follow `t` and the commands they lead to, in the order they are bound.
  var tagVerbs: [(key: Key, command: String)] {
    guard
      let first = bindings(for: Action.claimSupported.rawValue, in: [.global])
        .first(where: { $0.keys.count == 2 })?.keys.first,
      case .pending(let continuations) = resolve(keys: [first], scopes: [.reader, .global])
    else { return [] }
    return continuations.compactMap { next in next.command.map { (next.key, $0) } }
  }
}
