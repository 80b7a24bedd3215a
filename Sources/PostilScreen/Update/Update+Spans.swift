import PostilCore

extension State {
  mutating func span(_ action: Action, _ count: Int) -> [Effect] {
    guard var reader, room == .reader else { return [] }
    switch action {
    case .grow: reader.grow()
    case .shrink: reader.shrink()
    case .spanWords: reader.toggleFree(.word)
    case .spanSentences: reader.toggleFree(.sentence)
    case .spanOtherEnd: reader.selection.swapEnds()
    case .spanStepBack: reader.selection.stepBack()
    default:
      for _ in 0..<min(count, 1_000) { reader.moveHead(action) }
    }
    reader.reveal(rows: frame.body.count)
    self.reader = reader
    return []
  }
}

extension Reader {
  /// Grows the selection to the next unit of the ladder that holds it and more.
  mutating func grow() {
    let now = selection
    for level in Selection.Level.allCases where level.rawValue >= now.level.rawValue {
      guard
        let unit = block.units(level).first(where: {
          $0.lowerBound <= now.range.lowerBound && $0.upperBound >= now.range.upperBound
            && $0 != now.range
        })
      else { continue }
      select(unit, level: level)
      return
    }
  }

  /// Shrinks the selection to the first unit of a smaller kind inside it.
  mutating func shrink() {
    let now = selection
    for level in Selection.Level.allCases.reversed() where level.rawValue < now.level.rawValue {
      guard
        let unit = block.units(level).first(where: {
          $0.lowerBound >= now.range.lowerBound && $0.upperBound <= now.range.upperBound
        }), unit != now.range || level == .word
      else { continue }
      select(unit, level: level)
      return
    }
  }

  /// Begins a free span at the selection, or ends it and goes back to the sentence.
  mutating func toggleFree(_ level: Selection.Level) {
    if selection.free != nil {
      leaveFree()
      return
    }
    let start = selection.range.lowerBound
    let unit =
      level == .word ? block.unit(.word, at: start) ?? selection.range : selection.range
    selection.range = unit
    selection.level = level
    selection.free = Selection.Free(anchor: unit, head: unit)
    focus = nil
  }

  mutating func leaveFree() {
    let start = selection.free?.head.lowerBound ?? selection.range.lowerBound
    guard let sentence = block.unit(.sentence, at: start) else { return }
    select(sentence)
  }

  /// Moves the free end of the span.
  mutating func moveHead(_ action: Action) {
    guard let head = selection.free?.head else { return }
    let words = block.segments.words
    let after = words.first { $0.lowerBound >= head.upperBound }
    let before = words.last { $0.upperBound <= head.lowerBound }
    switch action {
    case .spanWordNext, .spanWordEnd: if let after { selection.setHead(after) }
    case .spanWordBack: if let before { selection.setHead(before) }
    case .spanRight, .spanLeft:
      let step = action == .spanRight ? 1 : -1
      if let moved = block.cluster(from: headEdge(head), step) { selection.setHead(moved) }
    case .spanSentenceNext:
      let sentence = block.segments.sentences.first { $0.upperBound > head.upperBound }
      if let sentence { selection.setHead(sentence.upperBound - 1..<sentence.upperBound) }
    case .spanSentencePrevious:
      let sentence = block.segments.sentences.last { $0.lowerBound < head.lowerBound }
      if let sentence { selection.setHead(sentence.lowerBound..<sentence.lowerBound + 1) }
    case .spanLineStart, .spanLineEnd:
      guard let sentence = block.unit(.sentence, at: head.lowerBound) else { return }
      selection.setHead(
        action == .spanLineStart
          ? sentence.lowerBound..<min(sentence.lowerBound + 1, sentence.upperBound)
          : max(sentence.upperBound - 1, sentence.lowerBound)..<sentence.upperBound)
    default: break
    }
  }

  /// The end of the head that lies away from the anchor: the one that letters move.
  private func headEdge(_ head: Range<Int>) -> Range<Int> {
    guard let anchor = selection.free?.anchor else { return head }
    return head.lowerBound < anchor.lowerBound
      ? head.lowerBound..<head.lowerBound + 1 : head.upperBound - 1..<head.upperBound
  }
}

extension Block {
  /// The grapheme cluster one step before or after a place, aligned so that none is cut.
  func cluster(from place: Range<Int>, _ step: Int) -> Range<Int>? {
    let here = Anchor.aligned(place, in: segments.scalars)
    let next =
      step > 0 ? here.upperBound..<here.upperBound + 1 : here.lowerBound - 1..<here.lowerBound
    guard next.lowerBound >= 0, next.upperBound <= segments.scalars.count else { return nil }
    return Anchor.aligned(next, in: segments.scalars)
  }
}
