import PostilCore
import Testing

@testable import PostilScreen

/// The real cursor is what a screen reader follows: it stands on the item in hand, always.
@Suite struct CursorTests {
  @Test(arguments: Gallery.scenes)
  func `every screen has its cursor inside`(scene: Scene) throws {
    for (columns, rows) in Scene.sizes {
      let stage = try scene.staged(rows: rows, columns: columns)
      guard !stage.state.frame.isTooSmall else { continue }
      let cursor = try #require(stage.canvas.cursor, "\(scene.name) \(columns)x\(rows)")
      #expect((0..<rows).contains(cursor.row) && (0..<columns).contains(cursor.column))
    }
  }

  @Test(arguments: ["", "j", "L", "L j j", "G", "j j k"])
  func `in lists it stands on the row of the sign`(keys: String) throws {
    for (columns, rows) in Scene.sizes {
      var stage = try Stage(Cast.desk, rows: rows, columns: columns)
      if !keys.isEmpty { try stage.press(keys) }
      let row = try #require(stage.canvas.cursor?.row)
      #expect(stage.canvas.glyphPlane[row].hasPrefix(">"), "\(keys)")
    }
  }

  @Test(arguments: ["j", "j j", "<Tab>", "<Tab> <Tab>", "v", "G", "-", "T", "m", "t s", "t"])
  func `in the reader it stands on the first letter in hand`(keys: String) throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> " + keys)
    let cursor = try #require(stage.canvas.cursor)
    let reader = try #require(stage.state.reader)
    let first = try #require(reader.words.first)
    #expect(stage.canvas[cursor.row, cursor.column].glyph.first == Glyph(first).draw.first)
  }

  @Test(arguments: ["v w w", "v w w o", "v l l", "v ) h", "v b b"])
  func `while a span is chosen it stands on the end that moves`(keys: String) throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> j " + keys)
    let cursor = try #require(stage.canvas.cursor)
    let reader = try #require(stage.state.reader)
    let end = try #require(reader.movingEnd)
    let moving = try #require(reader.block.segments.text(end).first)
    #expect(stage.canvas[cursor.row, cursor.column].glyph.first == Glyph(moving).draw.first)
  }
}
