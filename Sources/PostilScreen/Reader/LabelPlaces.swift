import PostilCore

/// Cells for labels, so that no text is covered or moved.
///
/// A label stands in the blank cell before its words; in the last cell of the gutter when they begin
/// a row (a number's before the word that holds it); in half of a full-width mark before them (`。` is drawn as `｡` meanwhile); else in a free
/// cell of the gutter beside their row. What finds none waits for the next page of labels.
struct LabelPlaces {
  private let reader: Reader
  private let gutter: Int
  private var taken: Set<LabelCell> = []

  init(_ reader: Reader, gutter: Int) {
    self.reader = reader
    self.gutter = gutter
  }

  /// The targets with letters, a page after the other; on no page is a letter given twice.
  static func pages(
    _ targets: [Labels.Target], on reader: Reader, gutter: Int, alphabet: [Character]
  ) -> [[Labels.Label]] {
    var pages: [[Labels.Label]] = []
    var waiting = targets
    while !waiting.isEmpty {
      var places = LabelPlaces(reader, gutter: gutter)
      var page: [Labels.Label] = []
      var left: [Labels.Target] = []
      for target in waiting {
        guard page.count < alphabet.count, let cell = places.cell(for: target) else {
          left.append(target)
          continue
        }
        page.append(Labels.Label(letter: alphabet[page.count], target: target, cell: cell))
      }
      guard !page.isEmpty else { break }
      pages.append(page)
      waiting = left
    }
    return pages
  }

  private mutating func cell(for target: Labels.Target) -> LabelCell? {
    let cells: [LabelCell]
    switch target {
    case .sentence(let block, let range): cells = self.cells(before: range, block)
    case .link(let block, let range, let url):
      cells = range.isEmpty ? self.cells(beside: url, block) : self.cells(before: range, block)
    case .number(let block, let range): cells = self.cells(before: word(with: range, block), block)
    case .row: return nil
    }
    // The half that is drawn with it makes no other cell of it.
    return cells.first { taken.insert(LabelCell(row: $0.row, column: $0.column)).inserted }
  }

  private func cells(before range: Range<Int>, _ block: Int) -> [LabelCell] {
    let layout = reader.blocks[block].layout
    let row = reader.page.row(of: range.lowerBound, block: block, in: reader)
    var column = 0
    var last: TextLayout.Piece?
    for piece in layout.lines[layout.row(of: range.lowerBound)].pieces {
      if range.lowerBound < piece.range.upperBound { break }
      column += piece.width
      last = piece
    }
    guard let last else { return gutterCells(row) }
    if last.draw.allSatisfy({ $0 == " " }) { return [LabelCell(row: row, column: column - 1)] }
    if last.width == 2, let half = Self.halves[last.draw] {
      return [LabelCell(row: row, column: column - 1, half: half)]
    }
    return gutterCells(row)
  }

  /// From the blank before a number on, as `(` and `~` may stand between.
  private func word(with range: Range<Int>, _ block: Int) -> Range<Int> {
    let layout = reader.blocks[block].layout
    let line = layout.lines[layout.row(of: range.lowerBound)].range.lowerBound
    let scalars = reader.blocks[block].segments.scalars
    var start = range.lowerBound
    while start > line, !scalars[start - 1].properties.isWhitespace { start -= 1 }
    return start..<range.upperBound
  }

  private func cells(beside url: String, _ block: Int) -> [LabelCell] {
    reader.page.rows.firstIndex(of: .link(block: block, url)).map(gutterCells) ?? []
  }

  /// From the text outwards; the first column is left to the edge of the screen.
  private func gutterCells(_ row: Int) -> [LabelCell] {
    (1..<max(2, gutter)).map { LabelCell(row: row, column: -$0) }
  }

  /// Full-width marks that end or divide, and the narrow ones that mean the same.
  private static let halves = [
    "。": "｡", "、": "､", "「": "｢", "」": "｣", "．": ".", "，": ",", "！": "!", "？": "?", "：": ":",
    "；": ";", "（": "(", "）": ")", "［": "[", "］": "]", "｝": "}", "　": " ",
  ]
}
