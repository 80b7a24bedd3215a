import PostilCore
@testable import PostilScreen
import Testing

@Suite struct ScreenTests {
  @Test func `no text crosses the line between the text and the margin`() throws {
    for keys in ["j <Enter>", "j <Enter> t", "L", "L j j"] {
      for columns in [72, 80, 100, 119, 120, 140, 200] {
        var stage = try Stage(Cast.desk, rows: 30, columns: columns)
        try stage.press(keys)
        let frame = stage.state.frame
        let line = try #require(frame.margin).lowerBound - 1
        let first = stage.state.room == .ledger ? frame.body.upperBound - 8 : frame.body.lowerBound
        for row in first..<frame.body.upperBound {
          #expect(stage.canvas[row, line].glyph == "│", "\(keys) at \(columns), row \(row)")
        }
      }
    }
  }
}
