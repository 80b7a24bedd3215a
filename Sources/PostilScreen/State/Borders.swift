import PostilCore

/// The borders of a claim while keys move them; nothing is written before Enter.
struct Borders: Hashable, Sendable {
  /// What one key changed, for the way back.
  struct Step: Hashable, Sendable {
    var spans: [Range<Int>]
    /// Which span.
    var index: Int
    /// Whether its last border is the one that moves.
    var atEnd: Bool
  }

  let claim: String
  /// As they are on the disk.
  let before: [Range<Int>]
  var now: Step
  var trail: [Step] = []

  init(claim: String, spans: [Range<Int>], index: Int) {
    self.claim = claim
    before = spans
    now = Step(spans: spans, index: index, atEnd: true)
  }

  /// The span whose borders move.
  var span: Range<Int> { now.spans[now.index] }

  /// How far its borders may go: to the spans beside it.
  func room(in count: Int) -> Range<Int> {
    let low = now.index > 0 ? now.spans[now.index - 1].upperBound : 0
    let high = now.index + 1 < now.spans.count ? now.spans[now.index + 1].lowerBound : count
    return low..<high
  }

  /// Sets the span, unless nothing would be left of it.
  mutating func set(_ span: Range<Int>, in count: Int) {
    let span = span.clamped(to: room(in: count))
    guard !span.isEmpty, span != self.span else { return }
    trail.append(now)
    now.spans[now.index] = span
  }

  /// Another span of the claim, round the ends.
  mutating func step(_ n: Int) {
    now.index = ((now.index + n) % now.spans.count + now.spans.count) % now.spans.count
  }

  /// Takes the span out; the last one stays.
  mutating func drop() -> Bool {
    guard now.spans.count > 1 else { return false }
    trail.append(now)
    now.spans.remove(at: now.index)
    now.index = min(now.index, now.spans.count - 1)
    return true
  }

  mutating func stepBack() {
    if let last = trail.popLast() { now = last }
  }
}
