import PostilCore

/// The reader's page: every row from top to bottom, and where each claim begins.
struct Page: Sendable {
  /// One row of the page.
  enum Row: Hashable, Sendable {
    case head(block: Int)
    case text(block: Int, line: Int)
    case divider(String)
    /// A line of a note that is folded under the text, and the claim it belongs to.
    case folded(String, role: Role, claim: String?)
    case link(block: Int, String)
    /// A line about a post that is quoted or answered and not open.
    case stub(String)
    case blank
  }

  private(set) var rows: [Row] = []
  /// Letters for what is in view, as they were given out for this page.
  let labels = Memo<LabelAsk, [[Labels.Label]]>(limit: 8)
  /// The first text row of each block.
  private(set) var starts: [Int] = []
  /// Where each claim begins, from top to bottom.
  private(set) var claims: [ClaimRow] = []
  /// The row of each line of each block: folded lines may stand between.
  private var lineRows: [[Int]] = []

  /// A claim of the page.
  struct ClaimRow: Hashable, Sendable {
    var block: Int
    /// Its position among the claims of the block.
    var index: Int
    /// As it stands beside the text.
    var number: Int
    var row: Int
  }

  /// The claims of which a span begins in a row, by row, in the order of the claims.
  private(set) var marks: [Int: [Mark]] = [:]

  /// A claim of a block.
  struct Mark: Hashable, Sendable {
    var block: Int
    var claim: Int
  }

  /// No rows at all: what a page is before it is set.
  init(empty: Void) {}

  /// Sets the page of a reader; `folds` puts notes under the line they belong to, for want of a
  /// margin.
  init(_ reader: Reader, folds: Bool, width: Int) {
    if reader.shown.lowerBound > 0 { rows.append(.divider("\(reader.shown.lowerBound) earlier")) }
    for (index, block) in reader.blocks.enumerated() {
      if index > 0 { rows.append(.blank) }
      if let divider = Self.divider(before: index, in: reader) { rows.append(.divider(divider)) }
      if let stub = reader.stubAbove(block, width: width) {
        rows += stub.lines.map { .stub($0) } + [.blank]
      }
      rows.append(.head(block: index))
      appendText(of: block, index, reader, folds: folds, width: width)
      for link in block.post.links where !block.entities.contains(where: { $0.text == link }) {
        rows.append(.link(block: index, link))
      }
      if let stub = reader.stubBelow(block, width: width) {
        rows += stub.lines.map { .stub($0) }
      }
    }
    let later = reader.parts.count - reader.shown.upperBound
    if later > 0 { rows += [.blank, .divider("\(later) further")] }
  }

  private mutating func appendText(
    of block: Block, _ index: Int, _ reader: Reader, folds: Bool, width: Int
  ) {
    starts.append(rows.count)
    var lineRows: [Int] = []
    let starts = block.claims.map { block.shownSpans(of: $0).first?.lowerBound ?? $0.start }
    let spans = block.claims.enumerated().flatMap { claim, item in
      let shown = block.shownSpans(of: item)
      return (shown.isEmpty ? [starts[claim]..<starts[claim]] : shown)
        .map { (start: $0.lowerBound, claim: claim) }
    }.sorted { ($0.start, $0.claim) < ($1.start, $1.claim) }
    var nextSpan = 0
    // The lost ones are last in order, and may have found a place.
    var waiting =
      block.restatements.isEmpty
      ? Array(block.claims.indices)[...]
      : block.claims.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }[...]
    func begin(_ claim: Int, row: Int) {
      claims.append(
        ClaimRow(block: index, index: claim, number: block.firstNumber + claim, row: row))
    }
    for line in block.layout.lines.indices {
      let row = rows.count
      lineRows.append(row)
      rows.append(.text(block: index, line: line))
      let end =
        line + 1 < block.layout.lines.count
        ? block.layout.lines[line + 1].range.lowerBound : Int.max
      while nextSpan < spans.count, spans[nextSpan].start < end {
        let mark = Mark(block: index, claim: spans[nextSpan].claim)
        if marks[row]?.contains(mark) != true { marks[row, default: []].append(mark) }
        nextSpan += 1
      }
      while let next = waiting.first, starts[next] < end {
        begin(next, row: row)
        waiting = waiting.dropFirst()
        guard folds else { continue }
        let item = reader.item(for: block.claims[next], number: block.firstNumber + next)
        fold(item, width: width)
      }
    }
    self.lineRows.append(lineRows)
    // Claims whose words are not here stand at the end: they can be seen and reached all the same.
    let end = max(0, rows.count - 1)
    for claim in waiting {
      begin(claim, row: end)
      marks[end, default: []].append(Mark(block: index, claim: claim))
      guard folds else { continue }
      let item = reader.item(for: block.claims[claim], number: block.firstNumber + claim)
      fold(item, width: width)
    }
    guard folds else { return }
    for item in reader.items(onHeadOf: block) {
      fold(item, width: width)
    }
  }

  /// Adds the rows of a note; one as long as a book is better read where it can be searched.
  private mutating func fold(_ item: MarginItem, width: Int) {
    let lines = item.lines(width: width, most: Self.longestNote + 1)
    rows += lines.prefix(Self.longestNote).map {
      .folded($0.text, role: $0.role, claim: item.claim)
    }
    guard lines.count > Self.longestNote else { return }
    rows.append(.folded("… it goes on: e opens all of it", role: .dim, claim: item.claim))
  }

  /// Rows of a folded note that are set.
  private static let longestNote = 500

  private static func divider(before index: Int, in reader: Reader) -> String? {
    let kind = reader.blocks[index].kind
    return switch kind {
    case .main, .thread: nil
    case .answered: "answers"
    case .quoted: "quotes"
    case .quoting:
      index == 0 || reader.blocks[index - 1].kind != kind ? "quoted by" : nil
    }
  }

  /// The row of an offset in a block's text.
  func row(of offset: Int, block: Int, in reader: Reader) -> Int {
    let line = reader.blocks[block].layout.row(of: offset)
    guard lineRows.indices.contains(block) else { return 0 }
    return lineRows[block].indices.contains(line) ? lineRows[block][line] : starts[block]
  }

  /// The claims that begin in some rows.
  func claims(inRows range: Range<Int>) -> ArraySlice<ClaimRow> {
    let first = claims.partition(before: range.lowerBound)
    return claims[first..<max(first, claims.partition(before: range.upperBound))]
  }
}

extension [Page.ClaimRow] {
  /// The first position at or after a row.
  fileprivate func partition(before row: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
