/// The words that a verb would act on: a unit of the text, or a free span.
struct Selection: Hashable, Sendable {
  /// The ladder that grow and shrink walk.
  enum Level: Int, CaseIterable, Hashable, Sendable {
    case word, clause, sentence, paragraph, post

    var name: String {
      switch self {
      case .word: "word"
      case .clause: "clause"
      case .sentence: "sentence"
      case .paragraph: "paragraph"
      case .post: "post"
      }
    }
  }

  /// A span chosen by hand: one end stays, the other moves; both are unit ranges.
  struct Free: Hashable, Sendable {
    var anchor: Range<Int>
    var head: Range<Int>
    /// The earlier heads, for Backspace.
    var trail: [Range<Int>] = []
  }

  /// Which post of the page.
  var block: Int
  /// Half-open, code points of that post.
  var range: Range<Int>
  var level: Level
  var free: Free?
  /// What it has grown from, so that shrinking leads back there.
  var grown: [Rung] = []

  /// A unit on the way up.
  struct Rung: Hashable, Sendable {
    var range: Range<Int>
    var level: Level
  }

  init(block: Int, range: Range<Int>, level: Level = .sentence) {
    self.block = block
    self.range = range
    self.level = level
  }

  mutating func setHead(_ head: Range<Int>) {
    guard var free else { return }
    free.trail.append(free.head)
    free.head = head
    self.free = free
    cover()
  }

  mutating func stepBack() {
    guard var free, let last = free.trail.popLast() else { return }
    free.head = last
    self.free = free
    cover()
  }

  mutating func swapEnds() {
    guard let free else { return }
    self.free = Free(anchor: free.head, head: free.anchor)
    cover()
  }

  private mutating func cover() {
    guard let free else { return }
    let low = min(free.anchor.lowerBound, free.head.lowerBound)
    range = low..<max(free.anchor.upperBound, free.head.upperBound)
  }
}
