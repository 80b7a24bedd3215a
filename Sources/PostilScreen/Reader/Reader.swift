import PostilCore

/// A post open for reading: its thread and quotes on one page, the selection, and what is in view.
struct Reader: Sendable {
  private(set) var dossier: Dossier
  /// The posts of the page from top to bottom.
  var blocks: [Block] = []
  /// Which block is the post in hand.
  private(set) var main = 0
  var selection: Selection
  /// The claim that Tab led to; verbs act on it.
  var focus: String? {
    didSet { if let focus { kept = focus } }
  }
  /// The claim last made or visited: words are added to it after the selection has gone on.
  var kept: String?
  /// The first row in view.
  var top = 0
  private(set) var page: Page
  /// The posts of the thread in order, the one in hand among them.
  var parts: [Dossier.Neighbour]
  /// Which of them are set.
  var shown: Range<Int>
  /// Quoted and answered posts that are open in place.
  var opened: Set<String> = []
  /// How many claims stand on the posts of the thread, and how many of those have lost their words.
  private(set) var claims = 0
  private(set) var lostClaims = 0
  /// Notes set for the margin at a width.
  private var noteLines = Memo<NoteSetting, [MarginItem.Line]>()
  private(set) var width: Int
  private var folds: Bool

  /// `old` is the same post as it was before: texts that it has are not cut and set anew.
  init(_ dossier: Dossier, frame: Frame, knowing old: Reader? = nil) {
    self.dossier = dossier
    blocks = old?.blocks ?? []
    width = frame.measure
    folds = frame.folds
    parts = Self.parts(of: dossier)
    shown = Self.firstShown(dossier)
    selection = Selection(block: 0, range: 0..<0)
    page = Page(empty: ())
    build()
    selection = Selection(block: main, range: blocks[main].segments.sentences.first ?? 0..<0)
    top = beginning
  }

  /// The first row in view at the beginning: the post in hand is at the top, whatever of its thread
  /// stands before it.
  var beginning: Int {
    shown.lowerBound == 0 && main == 0 ? 0 : max(0, page.starts[main] - 1)
  }

  /// What a row of the list knows of its post.
  init(_ row: PostRow, frame: Frame) {
    var post = Post(id: row.id, text: row.excerpt)
    post.author = row.author
    post.name = row.name
    post.posted = row.posted
    var dossier = Dossier(post: post, path: "")
    dossier.facts = TextFacts(sketch: post.text)
    self.init(dossier, frame: frame)
  }

  /// The same post read anew: the place and the selection stay.
  mutating func refresh(_ dossier: Dossier) {
    let post = blocks[selection.block].post.id
    let place = Self.place(of: dossier)
    let moved = place - Self.place(of: self.dossier)
    self.dossier = dossier
    parts = Self.parts(of: dossier)
    let end = min(parts.count, max(shown.upperBound + moved, place + 1))
    shown = min(max(0, shown.lowerBound + moved), place)..<end
    build()
    let block = blocks.firstIndex { $0.post.id == post } ?? main
    let count = blocks[block].segments.scalars.count
    if block != selection.block || selection.range.upperBound > count {
      selection = Selection(
        block: block,
        range: selection.range.upperBound > count
          ? blocks[block].segments.sentences.first ?? 0..<0 : selection.range)
    }
    if let focus, claim(withID: focus) == nil {
      self.focus = nil
    }
  }

  mutating func fit(_ frame: Frame) {
    guard width != frame.measure || folds != frame.folds else { return }
    let anchor = page.row(of: selection.range.lowerBound, block: selection.block, in: self) - top
    width = frame.measure
    folds = frame.folds
    for index in blocks.indices { blocks[index].setWidth(width) }
    page = Page(self, folds: folds, width: width)
    let row = page.row(of: selection.range.lowerBound, block: selection.block, in: self)
    top = max(0, row - anchor)
  }

  /// Sets what is shown; a post whose text is the same is not cut and set anew.
  mutating func build() {
    let old = Dictionary(blocks.map { ($0.post.id, $0) }, uniquingKeysWith: { one, _ in one })
    var number = parts[..<shown.lowerBound].reduce(1) { $0 + $1.claims.count }
    func block(_ kind: Block.Kind, _ source: Dossier.Neighbour, part: Int? = nil) -> Block {
      defer { number += source.claims.count }
      let post = source.post
      var block: Block
      if let known = old[post.id], known.says(post.text) {
        block = known
        block.setWidth(width)
        block.kind = kind
        block.post = post
        block.claims = source.claims
        block.firstNumber = number
      } else {
        block = Block(
          kind, post, source.claims, source.facts ?? TextFacts(post), firstNumber: number,
          width: width)
      }
      block.margin = source.margin
      block.restatements = restatements(of: source.claims)
      block.part = part
      block.path = source.path
      block.isRead = source.isRead
      return block
    }
    var built: [Block] = []
    for index in shown {
      let part = parts[index]
      built += asides(.answered, of: part.post).map { block(.answered, $0) }
      let isMain = index == Self.place(of: dossier)
      if isMain { main = built.count }
      built.append(block(isMain ? .main : .thread, part, part: index))
      built += asides(.quoted, of: part.post).map { block(.quoted, $0) }
    }
    if shown.upperBound == parts.count { built += dossier.quotedBy.map { block(.quoting, $0) } }
    blocks = built
    noteLines = Memo()
    page = Page(self, folds: folds, width: width)
    claims = parts.reduce(0) { $0 + $1.claims.count }
    lostClaims = parts.reduce(0) { $0 + $1.claims.count(where: \.isLost) }
  }
}

extension Reader {
  var block: Block { blocks[selection.block] }

  /// The words selected: all those of the claim that Tab led to.
  var words: String {
    guard let focus, let claim = claim(withID: focus), claim.spans.count > 1 else {
      return block.segments.text(selection.range)
    }
    return claim.spans.map(block.segments.text).joined(separator: " … ")
  }

  /// The claim that verbs act on: the one Tab led to, else one exactly on the selection.
  var claim: Claim? {
    if let focus, let found = claim(withID: focus) { return found }
    return block.claims(in: selection.range).first {
      $0.spans.count == 1 && $0.spans[0] == selection.range
    }
  }

  /// The claim whose note `a` would open: the focused one, else the tightest on the selection.
  var claimHere: Claim? {
    claim
      ?? block.claims(in: selection.range).min { length($0) < length($1) }
  }

  func claim(withID id: String) -> Claim? {
    for block in blocks {
      if let index = block.places.index(of: id) { return block.claims[index] }
    }
    return nil
  }

  /// The block that a claim stands in.
  func block(with claim: String) -> Int? {
    blocks.firstIndex { $0.places.index(of: claim) != nil }
  }

  /// Where a claim begins on the page.
  func row(ofClaim id: String) -> Page.ClaimRow? {
    guard let block = block(with: id), let index = blocks[block].places.index(of: id) else {
      return nil
    }
    return page.claims.first { $0.block == block && $0.index == index }
  }

  private func length(_ claim: Claim) -> Int { claim.spans.reduce(0) { $0 + $1.count } }

  /// Shows spans of a claim that are not on the disk yet.
  mutating func draft(_ spans: [Range<Int>], of claim: String) {
    guard let block = block(with: claim), let index = blocks[block].places.index(of: claim) else {
      return
    }
    blocks[block].claims[index].spans = spans
  }

  /// Scrolls as little as possible so that the selection is in view, from its beginning on; of a
  /// span chosen by hand, the end that moves.
  mutating func reveal(rows: Int) {
    reveal(movingEnd ?? selection.range, rows: rows)
  }

  /// Scrolls as little as possible so that some words of the post in hand are in view.
  mutating func reveal(_ range: Range<Int>, rows: Int) {
    let first = page.row(of: range.lowerBound, block: selection.block, in: self)
    let end = max(range.lowerBound, range.upperBound - 1)
    let last = page.row(of: end, block: selection.block, in: self)
    if last >= top + rows { top = max(0, last - rows + 1) }
    if first < top { top = first }
    // A selection longer than the screen shows its beginning.
    if last - first >= rows { top = first }
    // The head of the first post belongs to its first line.
    if top <= 1 && first < rows { top = 0 }
  }

  /// The claim that begins at a row of the page.
  func claim(_ place: Page.ClaimRow) -> Claim { blocks[place.block].claims[place.index] }

  /// The lines of a note in a margin of so many cells and rows; of a longer one at least a line
  /// more than fit.
  func lines(of item: MarginItem, width: Int, rows: Int) -> [MarginItem.Line] {
    noteLines.answer(to: NoteSetting(item: item, width: width, rows: rows)) {
      $0.item.lines(width: $0.width, most: $0.rows)
    }
  }

  /// The furthest that one can scroll.
  func lastTop(rows: Int) -> Int { max(0, page.rows.count - rows) }
}

/// A note, and the cells and rows that it is set for.
private struct NoteSetting: Hashable, Sendable {
  var item: MarginItem
  var width: Int
  var rows: Int

  /// Its words can be as long as a book; to compare those of one page is to see that they are the same.
  func hash(into hasher: inout Hasher) {
    hasher.combine(item.claim)
    hasher.combine(item.head)
    hasher.combine(width)
  }
}
