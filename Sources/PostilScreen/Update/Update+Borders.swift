import PostilCore

extension State {
  /// Begins to move the borders of the claim under the cursor, else of the one in hand.
  mutating func openBorders() -> [Effect] {
    guard room == .reader, var reader, let claim = reader.claimHere ?? reader.claimKept,
      let block = reader.block(with: claim.id)
    else {
      say("no claim here · t tags the words first, Tab goes to the next claim")
      return []
    }
    guard !claim.spans.isEmpty else {
      say("the words of this claim are not here · select others, then t = puts it on them")
      return []
    }
    let isHere = reader.selection.block == block
    let index =
      claim.spans.firstIndex { isHere && $0.overlaps(reader.selection.range) } ?? 0
    let borders = Borders(claim: claim.id, spans: claim.spans, index: index)
    reader.focus(claim, in: block)
    self.reader = reader
    show(borders)
    return []
  }

  mutating func press(_ key: Key, in open: Borders) -> [Effect] {
    message = nil
    if takeDigit(key) { return [] }
    let times = min(count ?? 1, 1_000)
    count = nil
    guard let action = keyMap.action(of: key, in: [.borders]) else {
      say("\([key].label) moves no border · Enter keeps, Esc gives up")
      return []
    }
    var borders = open
    switch action {
    case .accept: return keep(borders)
    case .cancel:
      layer = nil
      lay(borders.before, of: borders)
      say("the borders are as they were")
      return []
    case .borderStart: borders.now.atEnd = false
    case .borderEnd: borders.now.atEnd = true
    case .spanOtherEnd: borders.now.atEnd.toggle()
    case .borderNextSpan: borders.step(times)
    case .borderPreviousSpan: borders.step(-times)
    case .spanStepBack: borders.stepBack()
    case .borderDropSpan:
      if !borders.drop() { say("the only words of the claim · t x removes the claim") }
    default:
      for _ in 0..<times { move(&borders, action) }
    }
    show(borders)
    return []
  }

  private func move(_ borders: inout Borders, _ action: Action) {
    guard let reader, let index = reader.block(with: borders.claim) else { return }
    let block = reader.blocks[index]
    let count = block.segments.scalars.count
    switch action {
    case .grow:
      if let (unit, _) = block.unit(around: borders.span) { borders.set(unit, in: count) }
    case .shrink:
      if let (unit, _) = block.unit(inside: borders.span, below: block.level(of: borders.span)) {
        borders.set(unit, in: count)
      }
    default:
      let span = borders.span
      let place = borders.now.atEnd ? span.upperBound : span.lowerBound
      guard let moved = block.border(place, atEnd: borders.now.atEnd, action) else { return }
      guard borders.now.atEnd ? moved > span.lowerBound : moved < span.upperBound else { return }
      borders.set(
        borders.now.atEnd ? span.lowerBound..<moved : moved..<span.upperBound, in: count)
    }
  }

  /// Shows the borders as they would be, the one that moves in view.
  private mutating func show(_ borders: Borders) {
    guard let block = reader?.block(with: borders.claim) else { return }
    layer = .borders(borders)
    lay(borders.now.spans, of: borders)
    reader?.selection = Selection(block: block, range: borders.span)
    let rows = frame.body.count
    if let end = borderCell { reader?.reveal(end, rows: rows) }
  }

  private mutating func lay(_ spans: [Range<Int>], of borders: Borders) {
    reader?.draft(spans, of: borders.claim)
    if let span = spans.first { reader?.selection.range = span }
  }

  /// The cluster at the border that moves; nil when none does.
  var borderCell: Range<Int>? {
    guard case .borders(let borders) = layer, let reader,
      let block = reader.block(with: borders.claim)
    else { return nil }
    let span = borders.span
    return reader.blocks[block].cluster(
      at: borders.now.atEnd ? span.upperBound - 1 : span.lowerBound)
  }

  private mutating func keep(_ borders: Borders) -> [Effect] {
    layer = nil
    guard borders.now.spans != borders.before, let reader,
      let index = reader.block(with: borders.claim)
    else {
      say("the borders are the same")
      return []
    }
    let block = reader.blocks[index]
    return place(borders.claim, borders.now.spans.map(block.aligned), in: block)
  }

  /// After the post has been read anew: the borders in the making stay, if their claim does.
  mutating func laySpansInTheMaking() {
    guard case .borders(let borders) = layer, let reader else { return }
    guard let block = reader.block(with: borders.claim),
      borders.now.spans.allSatisfy({
        $0.upperBound <= reader.blocks[block].segments.scalars.count
      })
    else {
      layer = nil
      say("the claim was changed elsewhere")
      return
    }
    show(borders)
  }
}

extension KeyMap {
  /// What a single key means in some scopes; nil when it is only the beginning of a sequence.
  func action(of key: Key, in scopes: [Scope]) -> Action? {
    guard case .command(let name) = resolve(keys: [key], scopes: scopes) else { return nil }
    return Action(rawValue: name)
  }
}

extension Block {
  /// Where a border goes: by character, word or sentence; nil when it cannot.
  func border(_ place: Int, atEnd: Bool, _ action: Action) -> Int? {
    switch action {
    case .spanRight:
      return place < segments.scalars.count ? cluster(at: place).upperBound : nil
    case .spanLeft:
      return place > 0 ? cluster(at: place - 1).lowerBound : nil
    case .spanWordNext, .spanWordEnd: return next(segments.words, place, atEnd: atEnd)
    case .spanWordBack: return previous(segments.words, place, atEnd: atEnd)
    case .spanSentenceNext: return next(segments.sentences, place, atEnd: atEnd)
    case .spanSentencePrevious: return previous(segments.sentences, place, atEnd: atEnd)
    case .spanLineStart: return unit(.sentence, at: max(0, place - (atEnd ? 1 : 0)))?.lowerBound
    case .spanLineEnd: return unit(.sentence, at: max(0, place - (atEnd ? 1 : 0)))?.upperBound
    default: return nil
    }
  }

  /// The kind of unit that a range is at least.
  func level(of range: Range<Int>) -> Selection.Level {
    // One above the largest that lies inside, so that shrinking finds it.
    unit(around: range)?.level ?? .post
  }

  private func next(_ units: [Range<Int>], _ place: Int, atEnd: Bool) -> Int? {
    atEnd
      ? units.first { $0.upperBound > place }?.upperBound
      : units.first { $0.lowerBound > place }?.lowerBound
  }

  private func previous(_ units: [Range<Int>], _ place: Int, atEnd: Bool) -> Int? {
    atEnd
      ? units.last { $0.upperBound < place }?.upperBound
      : units.last { $0.lowerBound < place }?.lowerBound
  }
}
