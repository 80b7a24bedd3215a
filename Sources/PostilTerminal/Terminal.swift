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
  /// Whether the terminal's background is light; nil while that is not known.
  public internal(set) var isLight: Bool?
  /// Whether the mouse is this program's, and not the terminal's.
  public var mouse = false {
    didSet { if mouse != oldValue { setModes() } }
  }

  let kind: TerminalKind
  /// What came while an answer was awaited.
  var kept: [TerminalInput] = []
  /// Questions about the background that are not answered to their end.
  var questions = 0
  var asked = ContinuousClock.now
  private let isASCII: Bool
  private var painter: Painter
  private var shown: Canvas?

  /// Takes the terminal over: raw keys, alternate screen, signals caught, stderr held back.
  ///
  /// With `asksBackground` the terminal is asked for its background; `awaitBackground` waits for what
  /// it says.
  public init(color: ColorChoice, asksBackground: Bool = false) throws(Problem) {
    let device = try TerminalDevice()
    let environment = Self.environment([
      "TERM", "COLORTERM", "NO_COLOR", "COLORFGBG", "LC_ALL", "LC_CTYPE", "LANG",
    ])
    let kind = try TerminalKind.choose(
      color, environment: environment, abilities: TerminalKind.installed)
    let isASCII = !screen_set_locale(Self.wantsUTF8(environment))
    guard guard_arm(device.input) else {
      throw Problem("The terminal's settings cannot be read")
    }
    guard screen_open(kind.name, device.input, device.output, kind.depth != .mono, kind.isModern)
    else {
      guard_disarm()
      throw Problem("The terminal “\(kind.name)” cannot be used", hint: "Is TERM what it is?")
    }
    self.device = device
    self.kind = kind
    self.isASCII = isASCII
    depth = kind.depth
    painter = Painter(
      depth: kind.depth, colors: kind.colors, pairLimit: screen_pairs(), define: screen_define_pair)
    keys = KeyReader(named: TerminfoKeys.sequences())
    isLight = Self.isLight(environment["COLORFGBG"])
    setModes()
    if asksBackground, kind.depth != .mono { askBackground() }
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
    canvas.forEachChange(since: last) { put(row: $0, column: $1, of: canvas) }
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

  private mutating func put(row: Int, column: Int, of canvas: Canvas) {
    guard row < size.rows, column < size.columns else { return }
    let cell = canvas[row, column]
    // The second cell of a wide character came with its first.
    if cell.symbol.isNone, column > 0, !canvas[row, column - 1].symbol.isNone { return }
    let isWide =
      column + 1 < min(canvas.size.columns, size.columns) && canvas[row, column + 1].symbol.isNone
    let paint = painter.paint(for: cell.look)
    if let character = cell.symbol.ascii, !isWide {
      screen_put_ascii(
        Int32(row), Int32(column), CChar(character), paint.attributes, paint.pair)
      return
    }
    screen_put(
      Int32(row), Int32(column), form(of: cell.glyph, width: isWide ? 2 : 1), isWide ? 2 : 1,
      paint.attributes, paint.pair)
  }

  private func form(of glyph: String, width: Int) -> String {
    if glyph.isEmpty { return " " }
    return isASCII ? ASCIIForm.of(glyph, width: width) : glyph
  }

  /// Paste in brackets and focus always, the mouse when it is wanted: presses, drags and the wheel,
  /// with cells as decimal numbers (1002, 1006).
  private func setModes() {
    guard kind.isModern else { return }
    let modes = ["2004", "1004"] + (mouse ? ["1002", "1006"] : [])
    screen_set_modes(
      modes.map { "\u{1B}[?\($0)h" }.joined(), modes.map { "\u{1B}[?\($0)l" }.joined())
  }

  /// Whether the environment names a locale that has UTF-8; the first variable that is set counts.
  private static func wantsUTF8(_ environment: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
    guard let name = names.first(where: { !$0.isEmpty })?.lowercased() else { return false }
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8") || name.contains("utf-8@")
      || name.contains("utf8@")
  }

  private static func environment(_ names: [String]) -> [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }
}
