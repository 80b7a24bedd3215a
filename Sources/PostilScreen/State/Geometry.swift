/// How many rows a list has at the size of the screen, and how tall one item is.
struct Geometry: Hashable, Sendable {
  /// Rows that one item of the list takes.
  let itemRows: Int
  /// Items that fit.
  let visible: Int
  /// Rows of the heading above the items.
  let heading: Int
  /// Rows of the panel under the list, its rule not counted; 0 when there is none.
  let preview: Int

  /// From how many rows of the screen on the list has a preview under it, when nobody said.
  static let rowsForPreview = 30

  /// `previews` says whether lists have a preview; nil when that is up to the size.
  init(_ frame: Frame, room: Room, isAlone: Bool = false, previews: Bool? = nil) {
    let rows = frame.body.count
    heading = rows >= 8 && room != .page && (frame.list == nil || room == .ledger) ? 1 : 0
    guard room == .list || room == .reader else {
      let has = room == .ledger && rows >= 14 && !isAlone && previews ?? true
      preview = has ? max(6, rows * 2 / 5) : 0
      itemRows = 1
      visible = max(1, rows - heading - (preview > 0 ? preview + 1 : 0))
      return
    }
    guard frame.list == nil else {
      // Beside an open post every item has two lines and a blank one.
      preview = rows
      itemRows = 3
      visible = max(1, rows / itemRows)
      return
    }
    itemRows = 1
    let has = rows >= 12 && !isAlone && previews ?? (frame.size.rows >= Self.rowsForPreview)
    preview = has ? max(5, rows * 2 / 5) : 0
    visible = max(1, rows - heading - (preview > 0 ? preview + 1 : 0))
  }
}

extension State {
  var geometry: Geometry {
    Geometry(frame, room: room, isAlone: margin.isAlone, previews: previews)
  }

  /// Whether the post in hand stands beside or under the list.
  var showsPostInHand: Bool { frame.list != nil || geometry.preview > 0 }
}
