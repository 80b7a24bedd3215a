import PostilCore
import Testing

@testable import PostilScreen

/// Every screen at three sizes, as text: `POSTIL_RECORD=1 swift test` writes them anew.
@Suite struct GalleryTests {
  @Test(arguments: Gallery.scenes) func `a screen looks as it was approved`(scene: Scene) throws {
    for (columns, rows) in Scene.sizes {
      let canvas = try scene.staged(rows: rows, columns: columns).canvas
      for row in 0..<rows { #expect(wholeness(of: canvas, row: row) == nil) }
      expectScreen(canvas, "\(scene.name)-\(columns)x\(rows)")
    }
  }

  @Test func `no kind of screen is without a golden`() throws {
    var seen = try Set(Gallery.scenes.map { Face(try $0.staged(rows: 24, columns: 80).state) })
    seen.insert(Face(try Stage(Cast.desk, rows: 3, columns: 80).state))
    #expect(Face.allCases.filter { !seen.contains($0) } == [])
  }

  @Test func `no two screens have the same name`() {
    #expect(Set(Gallery.scenes.map(\.name)).count == Gallery.scenes.count)
  }

  @Test func `a screen too small says how large it should be`() throws {
    for (columns, rows) in [(80, 3), (19, 24)] {
      expectScreen(
        try Stage(Cast.desk, rows: rows, columns: columns).canvas, "too-small-\(columns)x\(rows)")
    }
  }

  @Test func `every golden belongs to a screen`() throws {
    let known = Set(
      Gallery.scenes.flatMap { scene in Scene.sizes.map { "\(scene.name)-\($0)x\($1)" } })
    let others: Set = ["canvas-parts", "too-small-80x3", "too-small-19x24"]
    #expect(try recordedScreens().subtracting(known).subtracting(others) == [])
  }

  @Test(arguments: Gallery.scenes)
  func `at every size from 1x1 on nothing traps and the rows keep their width`(scene: Scene)
    throws
  {
    var stage = try scene.staged(rows: 24, columns: 80)
    for (columns, rows) in [
      (1, 1), (20, 4), (21, 5), (33, 7), (43, 9), (44, 10), (71, 12), (72, 13), (119, 30),
      (120, 31), (400, 100),
    ] {
      stage.resize(columns, rows)
      let canvas = stage.canvas
      for row in 0..<rows { #expect(wholeness(of: canvas, row: row) == nil) }
    }
  }
}
