import PostilCore

extension State {
  mutating func suggest(_ action: Action) -> [Effect] {
    switch action {
    case .suggestionNext: return walk(forward: true)
    case .suggestionPrevious: return walk(forward: false)
    case .suggestionHide: return hideRule()
    case .suggestionShow:
      guard !suggestions.hidden.isEmpty else {
        say("no rule is hidden")
        return []
      }
      let names = suggestions.hidden.sorted().joined(separator: ", ")
      suggestions.hidden = []
      say("shown again: \(names)")
    case .suggestionMarks:
      suggestions.areMarked.toggle()
      say(
        suggestions.areMarked
          ? "suggested sentences are marked" : "nothing is marked · ] s still finds suggestions")
    default: return []
    }
    return [.keepSuggestions(suggestions)]
  }

  /// Why the selected sentence is suggested; nil when it is not, or nothing is marked.
  var suggestionHere: String? {
    guard suggestions.areMarked, let reader else { return nil }
    return reader.suggestionHere?.why(
      in: reader.block.segments, hiding: suggestions.hidden, isShort: true)
  }

  private mutating func hideRule() -> [Effect] {
    guard room == .reader,
      let reason = reader?.suggestionHere?.reason(hiding: suggestions.hidden)
    else {
      say("no rule suggests this · ] s goes to a sentence that one does")
      return []
    }
    suggestions.hidden.insert(reason.rule)
    say("hidden: \(reason.rule), \(reason.says) · ! a shows all rules again")
    return [.keepSuggestions(suggestions)]
  }

  /// To the next suggestion of the page, else of the next post in the list that has one.
  private mutating func walk(forward: Bool) -> [Effect] {
    guard room == .list || room == .reader else {
      say("suggestions are for posts · g l goes to the list")
      return []
    }
    var shown: Set<String> = []
    if room == .reader, var reader {
      if let found = reader.suggestion(forward: forward, hiding: suggestions.hidden) {
        reader.select(found.suggestion.sentence, block: found.block)
        reader.reveal(rows: frame.body.count)
        self.reader = reader
        sayWhy(found.suggestion.why(in: reader.block.segments, hiding: suggestions.hidden))
        return []
      }
      shown = Set(reader.blocks.map(\.post.id))
    }
    guard list.total > 0 else { return [] }
    return [
      .seekSuggestion(
        list.ask, from: list.cursor, forward: forward, hiding: suggestions.hidden, except: shown)
    ]
  }

  private mutating func sayWhy(_ why: String?) {
    if let why { say("\(why) · ! h hides the rule") }
  }

  /// Goes where a search for suggestions led, unless the cursor has gone elsewhere meanwhile.
  mutating func arrive(_ ask: PostList.Ask, from: Int, at place: SuggestionPlace?) -> [Effect] {
    guard ask == list.ask, from == list.cursor, room == .list || room == .reader else { return [] }
    guard let place else {
      say("no more suggestions in this list")
      return []
    }
    list.moveCursor(to: place.position, rows: geometry.visible)
    sayWhy(place.why)
    guard room == .reader else { return look() }
    return look() + openPost(place.post, at: place.offset)
  }
}

extension Reader {
  /// The suggestion that the selection is on.
  var suggestionHere: Suggestion? {
    guard focus == nil, selection.free == nil else { return nil }
    return block.suggestions.first {
      $0.sentence.overlaps(selection.range) && selection.level.rawValue <= 2
    }
  }

  /// The next suggestion of the page behind or before the selection, quoted posts left out.
  func suggestion(forward: Bool, hiding hidden: Set<String>)
    -> (block: Int, suggestion: Suggestion)?
  {
    let near = blocks.indices.filter { index in
      (blocks[index].kind == .main || blocks[index].kind == .thread)
        && (forward ? index >= selection.block : index <= selection.block)
    }
    for index in forward ? near : near.reversed() {
      let isHere = index == selection.block
      let fits = { (suggestion: Suggestion) in
        guard suggestion.reason(hiding: hidden) != nil else { return false }
        guard isHere else { return true }
        return forward
          ? suggestion.sentence.lowerBound > selection.range.lowerBound
          : suggestion.sentence.upperBound <= selection.range.lowerBound
      }
      let all = blocks[index].suggestions
      if let found = forward ? all.first(where: fits) : all.last(where: fits) {
        return (index, found)
      }
    }
    return nil
  }

  /// The first suggestion whose sentence begins in a row of the page.
  func suggestion(inRow row: Int, hiding hidden: Set<String>) -> Suggestion? {
    guard case .text(let index, let line) = page.rows[row] else { return nil }
    let block = blocks[index]
    let begin = block.layout.lines[line].range.lowerBound
    let end =
      line + 1 < block.layout.lines.count
      ? block.layout.lines[line + 1].range.lowerBound : Int.max
    let all = block.suggestions
    // They are in order, so halve.
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].sentence.lowerBound >= begin { high = middle } else { low = middle + 1 }
    }
    return all[low...].prefix { $0.sentence.lowerBound < end }
      .first { $0.reason(hiding: hidden) != nil }
  }
}
