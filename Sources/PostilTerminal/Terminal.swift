import CNcurses
public import PostilCore
public import PostilScreen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The terminal, taken over from `init` until the value goes away; there is one at a time.
///
/// It belongs to the main thread: it is neither copied nor sent.
public struct Terminal: ~Copyable {
  /// How many colours a theme may use.
  public let depth: Depth
  /// Rows and columns of the window, in cells.
  public internal(set) var size = Size(rows: 24, columns: 80)

  let device: TerminalDevice
  var keys: KeyReader
  /// When the last byte came, for keys that hang in the air.
  var lastByte = ContinuousClock.now
  /// Signals that came while the terminal was not ours.
  var postponed: [Int32] = []
  private var painter: Painter
  private var shown: Canvas?

  /// Takes the terminal over: raw keys, alternate screen, signals caught, stderr held back.
  public init(color: ColorChoice) throws(Problem) {
    let device = try TerminalDevice()
    let environment = Self.environment(["TERM", "COLORTERM", "NO_COLOR"])
    let kind = try TerminalKind.choose(
      color, environment: environment, abilities: TerminalKind.installed)
    _ = screen_set_locale()
    guard guard_arm(device.input) else {
      throw Problem("The terminal's settings cannot be read")
    }
    guard screen_open(kind.name, device.input, device.output, kind.depth != .mono) else {
      guard_disarm()
      throw Problem("The terminal “\(kind.name)” cannot be used", hint: "Is TERM what it is?")
    }
    self.device = device
    depth = kind.depth
    painter = Painter(
      depth: kind.depth, colors: kind.colors, pairLimit: screen_pairs(), define: screen_define_pair)
    keys = KeyReader(named: TerminfoKeys.sequences())
    fit()
  }

  deinit {
    screen_close()
    guard_disarm()
  }

  /// How looks are drawn; the terminal's plain text until it is set. Depends on `depth`.
  public var style: (Look) -> Style {
    get { painter.style }
    set {
      painter.style = newValue
      shown = nil
    }
  }

  /// Shows a frame: sends the cells that differ from the last one, in one synchronized update.
  public mutating func show(_ canvas: Canvas) {
    let last = shown?.size == canvas.size ? shown : nil
    if canvas == last { return }
    for row in 0..<min(canvas.size.rows, size.rows) where last?.row(row) != canvas.row(row) {
      put(row, of: canvas, over: last)
    }
    let cursor = canvas.cursor ?? (row: size.rows - 1, column: 0)
    screen_place_cursor(Int32(cursor.row), Int32(cursor.column), canvas.showsCursor)
    screen_flush()
    shown = canvas
  }

  /// Has the next frame sent as a whole, whatever stands on the screen (`Ctrl+L`).
  public mutating func repaint() {
    screen_repaint()
    shown = nil
  }

  /// Asks the window for its size; the next frame is sent as a whole.
  public mutating func fit() {
    if let window = device.window { size = Size(rows: window.rows, columns: window.columns) }
    screen_resize(Int32(size.rows), Int32(size.columns))
    shown = nil
  }

  /// Lends the terminal to something else that runs until `body` returns, such as an editor.
  public mutating func lend<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    screen_pause()
    guard_pause()
    defer {
      guard_resume()
      screen_resume()
      fit()
    }
    return try body()
  }

  private mutating func put(_ row: Int, of canvas: Canvas, over last: Canvas?) {
    let columns = min(canvas.size.columns, size.columns)
    for column in 0..<columns {
      let cell = canvas[row, column]
      if let last, last[row, column] == cell { continue }
      let startsInside = column > 0 && !canvas[row, column - 1].glyph.isEmpty
      // The second cell of a wide character came with its first.
      if cell.glyph.isEmpty && startsInside { continue }
      let isWide = column + 1 < columns && canvas[row, column + 1].glyph.isEmpty
      let paint = painter.paint(for: cell.look)
      screen_put(
        Int32(row), Int32(column), cell.glyph.isEmpty ? " " : cell.glyph, isWide ? 2 : 1,
        paint.attributes, paint.pair)
    }
  }

  private static func environment(_ names: [String]) -> [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }
}
