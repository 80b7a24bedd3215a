import PostilCore

/// One line of the list: a row, or the heading of the group that begins there.
enum ListLine: Hashable, Sendable {
  case heading(PostSection)
  case row(Int)

  /// The position that it shows.
  var position: Int? { if case .row(let position) = self { position } else { nil } }
}

/// A grouped list: positions are those of its rows, headings stand between them.
extension PostList {
  /// The heading over a row: where its group begins, and over the first row that is `shown`.
  func heading(at position: Int, shown first: Int) -> PostSection? {
    guard let section = row(at: position)?.section else { return nil }
    return position > first && row(at: position - 1)?.section?.id == section.id ? nil : section
  }

  /// As many lines as fit, from the row at `first` on.
  func lines(from first: Int, rows: Int) -> [ListLine] {
    var lines: [ListLine] = []
    for position in first..<max(first, min(total, first + rows)) where lines.count < rows {
      // A heading alone at the foot of the list would say nothing.
      if let section = heading(at: position, shown: first) {
        guard lines.count + 1 < rows || position == first else { break }
        lines.append(.heading(section))
      }
      lines.append(.row(position))
    }
    return lines
  }

  /// The first row to show, from `top` on, so that the cursor is among those that fit.
  func firstRow(from top: Int, rows: Int) -> Int {
    guard ask.sort.isGrouped else { return top }
    var first = top
    while first < cursor, !lines(from: first, rows: rows).contains(.row(cursor)) { first += 1 }
    return first
  }

  /// How many rows stand under a heading; nil until they are counted.
  func count(of section: PostSection) -> Int? { sections.first { $0.id == section.id }?.count }

  /// Where so many groups further begins, or that of the cursor when it goes back from its middle.
  func start(ofGroup steps: Int) -> Int? {
    guard let here = current?.section,
      let index = sections.firstIndex(where: { $0.id == here.id })
    else { return nil }
    let start = sections[..<index].reduce(0) { $0 + $1.count }
    let target = index + (steps < 0 && cursor > start ? steps + 1 : steps)
    guard sections.indices.contains(target) else { return nil }
    return sections[..<target].reduce(0) { $0 + $1.count }
  }
}

extension State {
  /// The lines of the list that are in view, from the top of the screen on.
  var listLines: [ListLine] {
    let shown = rowsInView(from: list.top, cursor: list.cursor)
    guard list.ask.sort.isGrouped else {
      return shown.clamped(to: 0..<max(0, list.total)).map(ListLine.row)
    }
    return list.lines(
      from: list.firstRow(from: list.top, rows: shown.count), rows: shown.count)
  }

  /// The rows of the list that are in view.
  var rowsInList: Range<Int> {
    guard geometry.itemRows == 1 else {
      return list.top..<max(list.top, min(list.total, list.top + geometry.visible))
    }
    let positions = listLines.compactMap(\.position)
    return (positions.first ?? list.top)..<(positions.last.map { $0 + 1 } ?? list.top)
  }

  /// How far below the first line of the list a row of it stands; nil when it is not in view.
  func listLine(of position: Int) -> Int? {
    let geometry = geometry
    guard geometry.itemRows == 1 else {
      // Headings stand on the blank lines between the items there.
      return (position - list.top) * geometry.itemRows + (list.ask.sort.isGrouped ? 1 : 0)
    }
    return listLines.firstIndex(of: .row(position))
  }

  /// The row of the list that such a line belongs to.
  func listPosition(atLine line: Int) -> Int? {
    let geometry = geometry
    guard geometry.itemRows == 1 else {
      let line = line - (list.ask.sort.isGrouped ? 1 : 0)
      let item = line / geometry.itemRows
      return line >= 0 && item < geometry.visible && list.top + item < list.total
        ? list.top + item : nil
    }
    let lines = listLines
    return lines.indices.contains(line) ? lines[line].position : nil
  }
}
