/// Where in a list rows stand beneath others: the groups that are open, counted from the top.
struct Openings {
  /// An open group: the place of its row among the rows that are not beneath others, and those that
  /// stand beneath it.
  struct Group {
    var row: Int
    var beneath: [Int64]
  }

  /// A part of a window of the list.
  enum Piece: Equatable {
    /// Rows that are not beneath others, by their places among those.
    case rows(Range<Int>)
    case beneath(ArraySlice<Int64>)
  }

  private let groups: [Group]

  init(_ groups: [Group]) {
    self.groups = groups.sorted { $0.row < $1.row }
  }

  /// The position in the list of a row by its place among those that are not beneath others.
  func position(ofRow row: Int) -> Int {
    groups.reduce(row) { $1.row < row ? $0 + $1.beneath.count : $0 }
  }

  /// The position of an entry that stands beneath a row.
  func position(of entry: Int64) -> Int? {
    for group in groups {
      guard let index = group.beneath.firstIndex(of: entry) else { continue }
      return position(ofRow: group.row) + 1 + index
    }
    return nil
  }

  /// The place of the row at a position, or of the one that it stands beneath.
  func row(at position: Int) -> Int {
    var before = 0
    for group in groups {
      let start = group.row + before
      if position <= start { break }
      if position <= start + group.beneath.count { return group.row }
      before += group.beneath.count
    }
    return position - before
  }

  /// What stands in a window of the list, from top to bottom.
  func pieces(of window: Range<Int>) -> [Piece] {
    var pieces: [Piece] = []
    var row = 0
    var position = 0
    func add(rows end: Int) {
      let low = max(position, window.lowerBound)
      let high = min(position + end - row, window.upperBound)
      if low < high { pieces.append(.rows(row + low - position..<row + high - position)) }
    }
    for group in groups {
      add(rows: group.row + 1)
      position += group.row + 1 - row
      row = group.row + 1
      let low = max(0, window.lowerBound - position)
      let high = min(group.beneath.count, window.upperBound - position)
      if low < high { pieces.append(.beneath(group.beneath[low..<high])) }
      position += group.beneath.count
    }
    add(rows: row + max(0, window.upperBound - position))
    return pieces
  }
}
