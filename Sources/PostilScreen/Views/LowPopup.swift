/// Popups of rooms that have neither a margin nor a preview: at the foot of the body.
extension State {
  /// Where such a popup goes, its rule in the row above; nil when none is open.
  var lowPopup: Area? {
    if case .labels = layer { return nil }
    guard let height = popupHeight(self) else { return nil }
    let body = frame.body
    let rows = min(height, max(1, body.count * 2 / 3))
    return Area(body.upperBound - rows..<body.upperBound, 0..<size.columns)
  }

  /// Whether the room has nothing that a popup could take the place of.
  var popsUpLow: Bool {
    switch room {
    case .list: list.total == 0 || (frame.list == nil && geometry.preview == 0)
    case .ledger: ledger.rows.isEmpty || geometry.preview == 0
    case .codebook: codebook.rows.isEmpty
    case .page: frame.margin == nil
    case .notes, .problems, .split: true
    case .reader: false
    }
  }

  /// The rows of a list that stay in view, so that the one in hand does.
  func rowsInView(from top: Int, cursor: Int) -> Range<Int> {
    guard popsUpLow, let popup = lowPopup else { return top..<top + geometry.visible }
    let rows = max(1, popup.rows.lowerBound - 1 - frame.body.lowerBound - geometry.heading)
    let first = max(top, cursor - rows + 1)
    return first..<first + rows
  }
}

/// Draws what pops up over the last rows of a room, when it has no better place.
func drawLowPopup(_ state: State, on canvas: inout Canvas) {
  guard state.popsUpLow, let area = state.lowPopup else { return }
  for row in area.rows { canvas.fill(row: row, columns: area.columns) }
  if area.rows.lowerBound > state.frame.body.lowerBound {
    canvas.rule(row: area.rows.lowerBound - 1)
  }
  _ = drawPopup(state, in: area, on: &canvas)
}
