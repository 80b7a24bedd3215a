import PostilCore

extension State {
  mutating func moveInReader(_ action: Action, _ count: Int?) -> [Effect] {
    let before = reader?.block.post.id
    let rows = frame.body.count
    reader?.grow(rows: rows)
    let effects = moveOnPage(action, count)
    reader?.grow(rows: rows)
    return effects + passed(from: before)
  }

  private mutating func moveOnPage(_ action: Action, _ count: Int?) -> [Effect] {
    guard var reader else { return [] }
    let rows = frame.body.count
    let n = max(1, count ?? 1)
    if reader.selection.free != nil, action == .down || action == .up {
      return span(action == .down ? .spanSentenceNext : .spanSentencePrevious, n)
    }
    switch action {
    case .down: step(&reader, by: n)
    case .up: step(&reader, by: -n)
    case .otherDown, .otherUp: return openNeighbour(action == .otherDown ? n : -n)
    case .first, .last:
      if count == nil { reader.enterThread(atEnd: action == .last) }
      let sentences = reader.block.segments.sentences
      let index = count.map { $0 - 1 } ?? (action == .first ? 0 : sentences.count - 1)
      guard !sentences.isEmpty else { return [] }
      reader.select(sentences[min(max(0, index), sentences.count - 1)])
      if action == .first { reader.top = 0 }
    case .paragraphNext: reader.stepParagraph(n)
    case .paragraphPrevious: reader.stepParagraph(-n)
    case .claimNext, .noteNext: reader.stepClaim(n, withNote: action == .noteNext)
    case .claimPrevious, .notePrevious: reader.stepClaim(-n, withNote: action == .notePrevious)
    case .scrollDown, .scrollUp, .halfDown, .halfUp, .pageDown, .pageUp:
      let amount =
        switch action {
        case .scrollDown: n
        case .scrollUp: -n
        case .halfDown: max(1, rows / 2) * n
        case .halfUp: -max(1, rows / 2) * n
        case .pageDown: max(1, rows - 2) * n
        default: -max(1, rows - 2) * n
        }
      reader.scroll(by: amount, rows: rows)
      self.reader = reader
      return []
    case .pageOn:
      guard reader.top < reader.lastTop(rows: rows) else {
        return passed(reader.selection.block...reader.blocks.count - 1) + openNeighbour(1)
      }
      reader.scroll(by: max(1, rows - 2), rows: rows)
      self.reader = reader
      return []
    case .pageBack:
      reader.scroll(by: -max(1, rows - 2), rows: rows)
      self.reader = reader
      return []
    case .placeMiddle, .placeTop, .placeBottom:
      let row = reader.page.row(
        of: reader.selection.range.lowerBound, block: reader.selection.block, in: reader)
      let offset = action == .placeTop ? 0 : action == .placeMiddle ? rows / 2 : rows - 1
      reader.top = max(0, row - offset)
      self.reader = reader
      return []
    case .untaggedNext, .untaggedPrevious:
      return [
        .seek(
          list.ask, words: .state(.untagged), from: list.cursor, forward: action == .untaggedNext)
      ]
    default: break
    }
    reader.reveal(rows: rows)
    self.reader = reader
    return []
  }

  private mutating func step(_ reader: inout Reader, by n: Int) {
    guard reader.step(n) else {
      say(n > 0 ? "the last one · Space goes to the next post" : "the first one")
      return
    }
  }

  /// The next or previous post of the list, opened.
  mutating func openNeighbour(_ n: Int) -> [Effect] {
    guard list.total > 0 else { return [] }
    let position = pastThread(min(max(0, list.cursor + n), list.total - 1), n)
    guard position != list.cursor else {
      say(n > 0 ? "the last post of the list" : "the first post of the list")
      return []
    }
    list.moveCursor(to: position, rows: geometry.visible)
    guard let row = list.current else {
      arriving = Spot(room: .reader, post: nil, offset: 0)
      return look()
    }
    return look() + openPost(row.id)
  }
}

extension Reader {
  mutating func select(_ range: Range<Int>, level: Selection.Level = .sentence, block: Int? = nil) {
    selection = Selection(block: block ?? selection.block, range: range, level: level)
    focus = nil
  }

  /// Moves the selection by units of its level, on into the next post of the page.
  ///
  /// - Returns: whether there was anything to move to.
  mutating func step(_ n: Int) -> Bool {
    var moved = false
    for _ in 0..<abs(n) {
      guard n > 0 ? stepOn() : stepBack() else { break }
      moved = true
    }
    return moved
  }

  private mutating func stepOn() -> Bool {
    let level = selection.level
    if let next = block.units(level).first(where: {
      $0.lowerBound >= max(selection.range.upperBound, selection.range.lowerBound + 1)
    }) {
      select(next, level: level)
      return true
    }
    for index in blocks.indices where index > selection.block {
      guard let first = blocks[index].units(level).first else { continue }
      select(first, level: level, block: index)
      return true
    }
    guard shown.upperBound < parts.count else { return false }
    growDown()
    return stepOn()
  }

  private mutating func stepBack() -> Bool {
    let level = selection.level
    if let previous = block.units(level).last(where: { $0.upperBound <= selection.range.lowerBound }
    ) {
      select(previous, level: level)
      return true
    }
    for index in blocks.indices.reversed() where index < selection.block {
      guard let last = blocks[index].units(level).last else { continue }
      select(last, level: level, block: index)
      return true
    }
    guard shown.lowerBound > 0 else { return false }
    growUp()
    return stepBack()
  }

  /// Puts the selection on a claim and remembers it as the one that verbs act on.
  mutating func focus(_ claim: Claim, in block: Int) {
    let count = blocks[block].segments.scalars.count
    if let span = blocks[block].shownSpans(of: claim).first, span.upperBound <= count {
      selection = Selection(block: block, range: span)
    } else if selection.block != block {
      selection = Selection(block: block, range: blocks[block].segments.sentences.first ?? 0..<0)
    }
    focus = claim.id
  }

  /// Scrolls; the selection follows when it would leave the screen.
  mutating func scroll(by amount: Int, rows: Int) {
    top = min(max(0, top + amount), lastTop(rows: rows))
    let row = page.row(of: selection.range.lowerBound, block: selection.block, in: self)
    guard row < top || row >= top + rows else { return }
    let inView = sentences(inRows: top..<top + rows)
    guard let found = row < top ? inView.first : inView.last else { return }
    select(found.range, block: found.block)
  }

  /// The sentences that begin in some rows of the page.
  func sentences(inRows rows: Range<Int>) -> [(block: Int, range: Range<Int>)] {
    var found: [(block: Int, range: Range<Int>)] = []
    for row in rows.clamped(to: 0..<page.rows.count) {
      guard case .text(let index, let line) = page.rows[row] else { continue }
      let block = blocks[index]
      let start = block.layout.lines[line].range.lowerBound
      let end =
        line + 1 < block.layout.lines.count
        ? block.layout.lines[line + 1].range.lowerBound : Int.max
      var sentence = block.unit(.sentence, at: start)
      while let unit = sentence, unit.lowerBound < end {
        if unit.lowerBound >= start, found.last.map({ $0 != (index, unit) }) ?? true {
          found.append((index, unit))
        }
        let next = block.unit(.sentence, at: unit.upperBound)
        sentence = next.flatMap { $0.lowerBound >= unit.upperBound ? $0 : nil }
      }
    }
    return found
  }
}
