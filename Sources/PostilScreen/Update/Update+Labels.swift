import PostilCore

extension State {
  mutating func showLabels(_ action: Action) -> [Effect] {
    guard room == .reader || (room == .list && action == .labelGo) else {
      say("labels are for the reader · Enter opens the post")
      return []
    }
    let labels = Labels(Labels.Purpose(action))
    guard !labelPages(labels.purpose).isEmpty else {
      switch labels.purpose {
      case .link: say("no link in view")
      case .number: say("no number in view")
      case .go, .tag: say("nothing in view to label")
      }
      return []
    }
    layer = .labels(labels)
    return []
  }

  /// What is labelled on the screen as it is, and with which letters: a page after the other.
  func labelPages(_ purpose: Labels.Purpose) -> [[Labels.Label]] {
    if room == .list {
      let rows = rowsInList
      let size = Labels.alphabet.count
      return stride(from: rows.lowerBound, to: rows.upperBound, by: size).map { start in
        zip(Labels.alphabet, start..<min(start + size, rows.upperBound))
          .map { Labels.Label(letter: $0, target: .row($1)) }
      }
    }
    guard let reader else { return [] }
    let ask = LabelAsk(
      purpose: purpose, rows: reader.top..<reader.top + frame.body.count, gutter: frame.gutter,
      alphabet: purpose == .tag ? tagAlphabet : Labels.alphabet)
    return reader.page.labels.answer(to: ask) { ask in
      let targets: [Labels.Target] =
        switch ask.purpose {
        case .link: reader.links(inRows: ask.rows)
        case .number: reader.numbers(inRows: ask.rows)
        case .go, .tag:
          reader.sentences(inRows: ask.rows).map { .sentence(block: $0.block, $0.range) }
        }
      return LabelPlaces.pages(targets, on: reader, gutter: ask.gutter, alphabet: ask.alphabet)
    }
  }

  /// The labels on the screen now; none when none are asked for.
  var labels: [Labels.Label] {
    let (purpose, page): (Labels.Purpose, Int)
    if case .labels(let open) = layer {
      if let chosen = open.chosen {
        return labelPages(open.purpose).joined().filter { $0.target == chosen }
      }
      (purpose, page) = (open.purpose, open.page)
    } else if let run = runInHand {
      (purpose, page) = (.tag, runPage(run))
    } else {
      return []
    }
    let pages = labelPages(purpose)
    return pages.isEmpty ? [] : pages[page % pages.count]
  }

  mutating func press(_ key: Key, in open: Labels) -> [Effect] {
    var labels = open
    if let chosen = labels.chosen { return pressAfterLabel(key, chosen) }
    let pages = labelPages(labels.purpose)
    let shown = pages.isEmpty ? [] : pages[labels.page % pages.count]
    if case .character(let letter) = key, let hit = shown.first(where: { $0.letter == letter }) {
      guard labels.purpose == .tag else {
        layer = nil
        return follow(hit.target)
      }
      labels.chosen = hit.target
      layer = .labels(labels)
      return []
    }
    if labels.purpose == .tag, let verb = keyMap.tagVerb(key) {
      layer = nil
      return beginRun(verb)
    }
    guard case .command(let name) = keyMap.resolve(keys: [key], scopes: [.labels]) else {
      layer = nil
      say("no such label")
      return []
    }
    switch Action(rawValue: name) {
    case .pageOn: labels.page = (labels.page + 1) % max(1, pages.count)
    case .pageBack: labels.page = (labels.page + pages.count - 1) % max(1, pages.count)
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
    case .number(let block, let range):
      reader?.selectSpan(range, block: block)
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
    if key == .enter { return follow(target) }
    guard let action = keyMap.tagVerb(key) else {
      say(key == .escape ? "nothing tagged" : "\([key].label) is no status")
      return []
    }
    return tag(target, action)
  }

  /// Carries a verb out on a labelled sentence.
  ///
  /// In a run nothing is asked.
  mutating func tag(
    _ target: Labels.Target, _ action: Action, _ argument: String = "", asks: Bool = true
  ) -> [Effect] {
    guard case .sentence(let block, let range) = target, let before = reader else { return [] }
    reader?.select(range, block: block)
    let effects =
      action == .claimForecast ? forecast(asks: asks) : run(action, argument: argument)
    // A note stays with the sentence it is about; everything else leaves the cursor where it was.
    if case .editor = layer { return effects }
    guard afterChange == nil else { return effects }
    reader?.selection = before.selection
    reader?.focus = before.focus
    return effects
  }
}

extension Reader {
  /// The links that begin in some rows of the page.
  func links(inRows rows: Range<Int>) -> [Labels.Target] {
    var found: [Labels.Target] = []
    for row in rows.clamped(to: 0..<page.rows.count) {
      switch page.rows[row] {
      case .text(let index, let line):
        let range = blocks[index].layout.lines[line].range
        found += blocks[index].entities.filter {
          $0.kind == .link && range.contains($0.range.lowerBound)
        }.map { .link(block: index, $0.range, $0.text) }
      case .link(let index, let url): found.append(.link(block: index, 0..<0, url))
      default: break
      }
    }
    return found
  }
}

extension Labels.Purpose {
  /// What the labels of an action are for.
  fileprivate init(_ action: Action) {
    switch action {
    case .labelTag: self = .tag
    case .linkLabel: self = .link
    case .labelNumber: self = .number
    default: self = .go
    }
  }
}
