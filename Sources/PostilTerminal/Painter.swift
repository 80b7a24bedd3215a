import CNcurses
import PostilScreen

/// How ncurses is told to draw a cell.
struct Paint: Hashable {
  /// `SCREEN_BOLD` and so on, added up.
  var attributes: Int32
  /// A pair of colours that is defined; 0 is the terminal's own.
  var pair: Int32
}

/// Turns looks into attributes and pairs of colours, each once.
struct Painter {
  var style: (Look) -> Style {
    didSet {
      paints = [:]
      last = nil
    }
  }
  private let depth: Depth
  private let colors: Int
  private let pairLimit: Int32
  private let define: (_ pair: Int32, _ foreground: Int32, _ background: Int32) -> Bool
  private var paints: [Look: Paint] = [:]
  /// Cells come in runs of one look.
  private var last: (look: Look, paint: Paint)?
  private var pairs: [[Int32]: Int32] = [[-1, -1]: 0]

  /// `define` makes a pair known to the terminal, and says whether it can show it.
  init(
    depth: Depth, colors: Int, pairLimit: Int32,
    define: @escaping (_ pair: Int32, _ foreground: Int32, _ background: Int32) -> Bool
  ) {
    self.depth = depth
    self.colors = colors
    self.pairLimit = pairLimit
    self.define = define
    style = { _ in Style() }
  }

  mutating func paint(for look: Look) -> Paint {
    if let last, last.look == look { return last.paint }
    let paint = paints[look] ?? made(for: look)
    last = (look, paint)
    return paint
  }

  private mutating func made(for look: Look) -> Paint {
    let style = style(look)
    var attributes = Int32(style.attributes.rawValue)
    var foreground = number(of: style.foreground)
    var background = number(of: style.background)
    if colors == 8 {
      // Eight colours have bright ones only as bold text. Bold black is black on many terminals, so
      // what is to be grey is the terminal's own colour, fainter.
      if foreground == 8 {
        foreground = -1
        attributes |= Int32(SCREEN_DIM)
      }
      if foreground >= 8 { attributes |= Int32(SCREEN_BOLD) }
      foreground = foreground < 8 ? foreground : foreground % 8
      background = background < 8 ? background : background % 8
    }
    let paint = Paint(attributes: attributes, pair: pair(foreground, background))
    paints[look] = paint
    return paint
  }

  /// The pair of two colours; the terminal's own when it has no pairs left, which is always legible.
  private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    let colors = [foreground, background]
    if let known = pairs[colors] { return known }
    let next = Int32(pairs.count)
    let pair = next <= pairLimit && define(next, foreground, background) ? next : 0
    pairs[colors] = pair
    return pair
  }

  /// The number by which ncurses knows a colour at this depth; -1 is the terminal's own.
  private func number(of color: Color) -> Int32 {
    switch (depth, color) {
    case (.mono, _), (_, .own): -1
    case (.direct, .direct(let value)): XtermPalette.directNumber(of: value)
    case (.direct, .indexed(let index)): XtermPalette.directNumber(of: index)
    case (_, .indexed(let index)): Int32(index)
    // A theme gives no direct colour at these depths.
    case (_, .direct): -1
    }
  }
}
