import PostilCore

/// The mouse, for those who turn it on: a click chooses, the wheel scrolls, dragging selects words.
extension State {
  mutating func take(_ mouse: Mouse) -> [Effect] {
    switch mouse.deed {
    case .wheelUp, .wheelDown: return wheel(mouse.deed == .wheelDown ? 3 : -3)
    case .press: return click(mouse)
    case .drag: return drag(mouse)
    case .release:
      dragBegan = nil
      return []
    }
  }

  private mutating func wheel(_ rows: Int) -> [Effect] {
    switch layer {
    case .picker(var picker):
      picker.move(rows, rows: pickerRows(picker))
      layer = .picker(picker)
      preview(picker)
      return []
    case .output(var output):
      output.move(rows, rows: frame.body.count)
      layer = .output(output)
      return []
    case nil: break
    default: return []
    }
    if room == .reader { return move(rows > 0 ? .scrollDown : .scrollUp, abs(rows)) }
    return move(rows > 0 ? .down : .up, abs(rows))
  }

  private mutating func click(_ mouse: Mouse) -> [Effect] {
    dragBegan = nil
    guard layer == nil, frame.body.contains(mouse.row), pending.isEmpty else { return [] }
    if room == .reader, let place = place(of: mouse) {
      guard var reader, let unit = reader.blocks[place.block].unit(.sentence, at: place.offset)
      else { return [] }
      reader.select(unit, block: place.block)
      self.reader = reader
      dragBegan = place
      return []
    }
    guard let position = position(of: mouse) else { return [] }
    // The row in hand opens: a click chooses it, one more reads it.
    let isInHand = position == (room == .ledger ? ledger.cursor : list.cursor)
    if room != .reader, isInHand { return go(.open) }
    switch room {
    case .list: list.moveCursor(to: position, rows: geometry.visible)
    case .ledger: ledger.moveCursor(to: position, rows: geometry.visible)
    case .reader:
      list.moveCursor(to: position, rows: geometry.visible)
      guard let row = list.current else { return look() }
      return look() + openPost(row.id)
    default: return []
    }
    return look()
  }

  private mutating func drag(_ mouse: Mouse) -> [Effect] {
    guard room == .reader, layer == nil, let begin = dragBegan, var reader,
      let here = place(of: mouse), here.block == begin.block,
      let anchor = reader.blocks[begin.block].unit(.word, at: begin.offset),
      let head = reader.blocks[begin.block].unit(.word, at: here.offset)
    else { return [] }
    if reader.selection.free == nil {
      // A hand that trembles while it clicks drags nothing.
      guard head != anchor else { return [] }
      reader.select(anchor, level: .word, block: begin.block)
      reader.selection.free = Selection.Free(anchor: anchor, head: anchor)
    }
    if reader.selection.free?.head != head { reader.selection.setHead(head) }
    reader.reveal(rows: frame.body.count)
    self.reader = reader
    return []
  }

  /// The words under the mouse; nil outside of the page.
  private func place(of mouse: Mouse) -> TextPlace? {
    guard let reader, frame.text.contains(mouse.column), frame.body.contains(mouse.row) else {
      return nil
    }
    let index = reader.top + mouse.row - frame.body.lowerBound
    guard reader.page.rows.indices.contains(index),
      case .text(let block, let line) = reader.page.rows[index]
    else { return nil }
    let column = mouse.column - frame.text.lowerBound - frame.gutter
    let offset = reader.blocks[block].layout.offset(row: line, column: max(0, column))
    return TextPlace(block: block, offset: offset)
  }

  /// The item of a list under the mouse.
  private func position(of mouse: Mouse) -> Int? {
    let geometry = geometry
    let row = mouse.row - frame.body.lowerBound - geometry.heading
    guard row >= 0, row <= geometry.visible * geometry.itemRows else { return nil }
    switch room {
    case .list, .reader:
      if let columns = frame.list { guard columns.contains(mouse.column) else { return nil } }
      if room == .reader, frame.list == nil { return nil }
      return listPosition(atLine: row)
    case .ledger:
      let position = ledger.top + row
      return row < geometry.visible && position < ledger.rows.count ? position : nil
    default: return nil
    }
  }
}

/// A code point of a post on the page.
struct TextPlace: Hashable, Sendable {
  var block: Int
  var offset: Int
}
