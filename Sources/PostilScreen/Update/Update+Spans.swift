import PostilCore

extension State {
  mutating func span(_ action: Action, _ count: Int) -> [Effect] {
    guard var reader, room == .reader else { return [] }
    switch action {
    case .grow: for _ in 0..<min(count, 5) { reader.grow() }
    case .shrink: for _ in 0..<min(count, 5) { reader.shrink() }
    case .spanFind, .spanFindBack:
      layer = .letter(action)
      return []
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
  /// Grows the selection to the smallest unit that holds it and more.
  mutating func grow() {
    let now = selection
    guard let (unit, level) = block.unit(around: now.range) else { return }
    select(unit, level: level)
    selection.grown = now.grown + [Selection.Rung(range: now.range, level: now.level)]
  }

  /// Shrinks the selection to what it has grown from, else to the first smaller unit inside it.
  mutating func shrink() {
    var grown = selection.grown
    if let last = grown.popLast() {
      select(last.range, level: last.level)
      selection.grown = grown
    } else if let (unit, level) = block.unit(inside: selection.range, below: selection.level) {
      select(unit, level: level)
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
      if let moved = block.cluster(beside: headEdge(head), step) { selection.setHead(moved) }
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
  func headEdge(_ head: Range<Int>) -> Range<Int> {
    guard let anchor = selection.free?.anchor else { return head }
    return head.lowerBound < anchor.lowerBound
      ? block.cluster(at: head.lowerBound) : block.cluster(at: head.upperBound - 1)
  }

  /// The cluster at the end of a free span that keys move; nil when none is chosen by hand.
  var movingEnd: Range<Int>? { selection.free.map { headEdge($0.head) } }

  /// Moves the free end to the next or previous cluster that begins with a letter.
  mutating func find(_ letter: Character, forward: Bool) -> Bool {
    guard let end = movingEnd, let wanted = letter.unicodeScalars.first else { return false }
    let scalars = block.segments.scalars
    let found =
      forward
      ? scalars[end.upperBound...].firstIndex(of: wanted)
      : scalars[..<end.lowerBound].lastIndex(of: wanted)
    guard let found else { return false }
    selection.setHead(block.cluster(at: found))
    return true
  }
}
