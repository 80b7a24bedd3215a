import PostilCore

extension State {
  mutating func press(_ key: Key, in open: Picker) -> [Effect] {
    var picker = open
    let rows = pickerRows(picker)
    if case .command(let name) = keyMap.resolve(keys: [key], scopes: [.picker]) {
      switch Action(rawValue: name) {
      case .accept: return choose(picker)
      case .cancel:
        layer = nil
        if case .theme(let before) = picker.purpose { theme = before }
        return []
      case .complete:
        if let item = picker.current { picker.editor = LineEditor(item.value + " ") }
      case .down: picker.move(1, rows: rows)
      case .up: picker.move(-1, rows: rows)
      case .pageDown: picker.move(max(1, rows - 1), rows: rows)
      case .pageUp: picker.move(-max(1, rows - 1), rows: rows)
      default: break
      }
      layer = .picker(picker)
      preview(picker)
      return []
    }
    _ = picker.editor.handle(key)
    if picker.editor.text != open.editor.text {
      picker.cursor = 0
      picker.top = 0
      picker.skipHeadings(1)
      preview(picker)
      layer = .picker(picker)
      if picker.purpose == .pages { return [.loadSubjects(picker.editor.text)] }
    }
    layer = .picker(picker)
    return []
  }

  /// Rows that a picker has for its items.
  func pickerRows(_ picker: Picker) -> Int { max(1, frame.body.count - 2) }

  private mutating func choose(_ picker: Picker) -> [Effect] {
    let typed = picker.editor.text
    switch picker.purpose {
    case .palette, .help:
      // What follows a command's whole name is its argument.
      let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
      if let name = words.first, let action = Action(named: name), picker.purpose == .palette,
        words.count == 2 || Action(rawValue: name) != nil
      {
        layer = nil
        return run(action, argument: words.count == 2 ? words[1] : "")
      }
      guard let item = picker.current, let action = Action(rawValue: item.value) else { return [] }
      layer = nil
      return run(action)
    case .places, .sources:
      guard let index = picker.current.flatMap({ Int($0.value) }) else { return [] }
      layer = nil
      return picker.purpose == .places ? go(to: offered[index]) : go(to: cited[index])
    case .theme:
      guard let item = picker.current else { return [] }
      layer = nil
      return chooseTheme(item.value)
    case .pageHere, .pages: return choosePage(picker)
    case .export, .tagColor:
      guard let item = picker.current else { return [] }
      return finish(picker, item.value)
    }
  }

  private mutating func finish(_ picker: Picker, _ value: String) -> [Effect] {
    layer = nil
    switch picker.purpose {
    case .tagColor(let name):
      return [.perform([.defineTag(name, .color(value == "none" ? nil : value))])]
    case .export:
      return [.export(query: exported.query, typed: exported.typed, format: value)]
    case .palette, .help, .places, .sources, .theme, .pageHere, .pages: return []
    }
  }

  func exportPicker() -> Picker {
    // What one reads comes before what programs read.
    let formats = Exporters.all.sorted { $0.name == "markdown" && $1.name != "markdown" }
    return Picker(
      .export, title: "export what the filter finds, as",
      items: formats.map { Picker.Item(value: $0.name, text: $0.summary) })
  }

  func palettePicker() -> Picker {
    let live = keyMap.live(in: scopes)
    let homes = keyMap.homes(from: scopes)
    let items = Action.allCases.filter(\.isForPalette).map { action in
      Picker.Item(
        value: action.rawValue, keys: live.keys(for: action.rawValue), text: action.summary,
        scope: homes[action.rawValue])
    }
    return Picker(.palette, title: "command", items: items)
  }

  /// Everything that can be done here, by scope, made from the live keymap.
  func helpPicker() -> Picker {
    var items: [Picker.Item] = []
    let live = keyMap.bindings(in: scopes)
    for scope in scopes {
      let bound = live.filter { $0.scope == scope }
      guard !bound.isEmpty else { continue }
      let keys = Dictionary(grouping: bound, by: \.command)
      items.append(Picker.Item(value: "", text: scope.title, isHeading: true))
      items += bound.commands.map { name in
        Picker.Item(
          value: name, keys: keys[name]?.keys() ?? "",
          text: Action(rawValue: name)?.summary ?? name,
          scope: scope)
      }
    }
    var picker = Picker(.help, title: "keys of the \(scopes.first?.rawValue ?? "")", items: items)
    picker.skipHeadings(1)
    return picker
  }
}

extension Picker {
  /// The items that what was typed leaves, best first; all of them when nothing was typed.
  var shown: [Item] {
    let typed = editor.text
    let words = typed.split(separator: " ").map { $0.lowercased() }
    // All pages are too many to be here: what is here was found for these words.
    guard let first = words.first, purpose != .pages else { return items }
    // In the palette only the first word looks for a command; the rest is its argument.
    let sought = purpose == .palette && items.contains { $0.value == first } ? [first] : words
    let scored = items.filter { !$0.isHeading }.enumerated().compactMap {
      index, item -> (Int, Int, Item)? in
      var total = 0
      for word in sought {
        guard let score = score(word, in: item) else { return nil }
        total += score
      }
      return (total, index, item)
    }
    return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  var current: Item? {
    let shown = shown
    guard shown.indices.contains(cursor), !shown[cursor].isHeading else { return nil }
    return shown[cursor]
  }

  /// Lower is better: what stands in the name, then what stands in the words, then letters in order.
  private func score(_ word: String, in item: Item) -> Int? {
    let rank = Fuzzy.rank(word, in: item.value)
    if let rank, rank <= .inside { return rank.rawValue }
    if item.text.lowercased().contains(word) { return Fuzzy.Rank.inside.rawValue }
    return rank.map { $0.rawValue + 1 }
  }

  mutating func move(_ n: Int, rows: Int) {
    let count = shown.count
    guard count > 0 else { return }
    cursor = min(max(0, cursor + n), count - 1)
    skipHeadings(n > 0 ? 1 : -1)
    top = scrolled(top: top, cursor: cursor, rows: rows)
    // The heading over the first line stays in view with it.
    if cursor <= 1 { top = 0 }
  }

  mutating func skipHeadings(_ step: Int) {
    let shown = shown
    while shown.indices.contains(cursor), shown[cursor].isHeading { cursor += step }
    if !shown.indices.contains(cursor) {
      cursor = step > 0 ? max(0, shown.count - 1) : shown.firstIndex { !$0.isHeading } ?? 0
    }
  }
}
