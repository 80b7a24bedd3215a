/// How the screen is divided at a size: columns for the list, the text and the margin.
///
/// Three panes on a wide screen, text and margin on a usual one, the margin folded under its line
/// below that: the `Breakpoints` say from where on.
struct Frame: Hashable, Sendable {
  let size: Size
  /// Rows above and below the body: title and rule, rule and hints and status.
  let head: Int
  let foot: Int
  let list: Range<Int>?
  /// Gutter and text.
  let text: Range<Int>
  let margin: Range<Int>?
  private let breakpoints: Breakpoints

  /// The smallest screen that is drawn.
  static let least = Size(rows: 4, columns: 20)
  /// Text is never set wider than this, in cells.
  static let measure = 72

  init(_ size: Size, room: Room, margin: MarginMode, _ breakpoints: Breakpoints) {
    self.size = size
    self.breakpoints = breakpoints
    let isLow = size.rows < 10
    head = isLow ? 1 : 2
    foot = isLow ? 1 : 3
    let all = 0..<max(0, size.columns)
    let hasList =
      size.columns >= breakpoints.list && !margin.isAlone && (room == .list || room == .reader)
    list = hasList ? 0..<36 : nil
    let rest = (hasList ? 37 : 0)..<all.upperBound
    // A page of rows needs its width; the post beside it comes after that.
    let least = room == .page ? 110 : breakpoints.margin
    guard size.columns >= least, margin.place == .beside, !margin.isAlone else {
      text = rest
      self.margin = nil
      return
    }
    let usual = min(48, max(28, (rest.count * 36 + 99) / 100))
    let width = min(max(20, usual + margin.widened), rest.count - 40)
    text = rest.lowerBound..<(rest.upperBound - width - 1)
    self.margin = (rest.upperBound - width)..<(rest.upperBound - 1)
  }

  var isTooSmall: Bool {
    size.rows < Self.least.rows || size.columns < Self.least.columns
  }

  /// The rows between head and foot.
  var body: Range<Int> { head..<max(head, size.rows - foot) }

  /// Whether notes fold under the line they belong to.
  var folds: Bool { margin == nil && size.columns >= breakpoints.notes }

  /// Cells left of the text: number, mark and cursor of a claim, and a blank for labels.
  var gutter: Int { size.columns < breakpoints.notes ? 2 : 5 }

  /// Cells that the text may take.
  var measure: Int { max(1, min(Self.measure, text.count - gutter - 1)) }
}
