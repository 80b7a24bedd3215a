/// Rows and columns of cells.
public struct Size: Hashable, Sendable, Codable {
  /// How many cells high.
  public var rows: Int
  /// How many cells wide.
  public var columns: Int

  /// A size of `rows` times `columns` cells.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// One place of the grid: what is drawn there and in which role.
public struct Cell: Hashable, Sendable {
  /// A base and its combining marks; none in the second cell of a wide character.
  public var symbol: Symbol
  /// The role of what is drawn, and what lies over it.
  public var look: Look

  /// A cell that shows `symbol`.
  init(_ symbol: Symbol, _ look: Look) {
    self.symbol = symbol
    self.look = look
  }

  /// What is drawn, verbatim; empty in the second cell of a wide character.
  public var glyph: String { symbol.text }

  /// Where nothing has been drawn.
  static let blank = Cell(.blank, Look(.text))
}

/// A frame as a grid of cells: what `view` draws and the terminal shows.
public struct Canvas: Hashable, Sendable {
  /// Fixed for the life of a frame.
  public let size: Size
  /// Row by row.
  var cells: [Cell]
  /// Where the real cursor stands, for screen readers; hidden when nil.
  public var cursor: (row: Int, column: Int)? {
    get { cursorRow.map { ($0, cursorColumn) } }
    set {
      cursorRow = newValue?.row
      cursorColumn = newValue?.column ?? 0
    }
  }
  private var cursorRow: Int?
  private var cursorColumn = 0
  /// Whether the cursor is shown as a text cursor (in prompts and editors).
  public var showsCursor = false

  /// Blank cells everywhere.
  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// One cell as it is; `write` and `put` also mend wide characters that lose a half.
  public subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }

  /// One row's cells.
  public func row(_ row: Int) -> ArraySlice<Cell> { cells[places(of: row)] }

  /// Calls `body` for each cell that differs from that of another frame of the same size, row by row;
  /// for every cell when there is none.
  public func forEachChange(since last: Canvas?, _ body: (_ row: Int, _ column: Int) -> Void) {
    // A frame has thousands of cells, and all are compared for every key.
    cells.withUnsafeBufferPointer { cells in
      guard let last else {
        for place in cells.indices { body(place / size.columns, place % size.columns) }
        return
      }
      last.cells.withUnsafeBufferPointer { last in
        for place in cells.indices where cells[place] != last[place] {
          body(place / size.columns, place % size.columns)
        }
      }
    }
  }

  func places(of row: Int) -> Range<Int> { row * size.columns..<(row + 1) * size.columns }
}
