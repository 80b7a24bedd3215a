import PostilCore
import Testing

@testable import PostilScreen

/// Whatever is in the posts, every row of every frame is as wide as the screen, and nothing but
/// letters reaches it.
@Suite struct WidthTests {
  /// Ways through the rooms and what lies over them, from the list.
  private static let ways = [
    "j", "<Enter> j", "<Enter> <Tab> <Tab>", "<Enter> t", "<Enter> T", "<Enter> f", "<Enter> O",
    "<Enter> v l l w", "<Enter> <Tab> a", "<Enter> t p", "<Enter> t #", "<Enter> G C-e",
    "L j", "L <Space> t x", "L F a", ": t", "?", "<Enter> i", "f", "E", "g n", "g p", "/ a",
    "<Enter> / e", "M <Enter> j", "<Enter> + +", "<Enter> - j", "V j", "j <Enter> y y",
  ]

  @Test(.enabled(if: HostilePosts.areThere), arguments: HostilePosts.files)
  func `naughty strings leave every row as wide as the screen`(file: String) throws {
    var dice = Dice(seed: UInt64(file.utf8.count))
    let pieces = try HostilePosts.pieces(of: file)
    for start in stride(from: 0, to: pieces.count, by: 6) {
      let texts = Array(pieces[start..<min(start + 6, pieces.count)])
      try walk(HostilePosts.desk(texts), dice: &dice, ways: 3, sizes: 4)
    }
  }

  @Test(arguments: Array(0..<24))
  func `random texts leave every row as wide as the screen`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let texts = (0..<5).map { _ in HostilePosts.random(&dice) }
    try walk(HostilePosts.desk(texts), dice: &dice, ways: 4, sizes: 8)
  }

  @Test func `at every width from 20 and every height from 4 the rows keep their width`() throws {
    var dice = Dice(seed: 4)
    let texts = (0..<5).map { _ in naughty(&dice, pieces: 20...200) }
    for way in ["j", "<Enter> <Tab>", "L j"] {
      var stage = try Stage(HostilePosts.desk(texts))
      try stage.press(way)
      for columns in 20...200 {
        stage.resize(columns, 4 + columns % 57)
        let problem = unsoundness(of: stage.canvas)
        #expect(problem == nil, "\(way) at \(columns)x\(4 + columns % 57)")
      }
    }
  }

  @Test func `whatever keys are pressed, the rows keep their width`() throws {
    let keys = [
      "j", "k", "<Enter>", "<Esc>", "<Tab>", "t", "s", "r", "p", "v", "w", "l", "b", "+", "-", "f",
      "T", "a", "u", "L", "q", "/", "n", "<Space>", "<Backspace>", "G", "g", "M", "?", ":", "#",
      "O", "i", "V", "m", "x", "C-d", "C-e", "]", "[", "c", "E", "d", "%", "<Down>", "z",
    ]
    for seed in 0..<12 as Range<UInt64> {
      var dice = Dice(seed: seed)
      let texts = (0..<4).map { _ in naughty(&dice, pieces: 5...80) }
      var stage = try Stage(HostilePosts.desk(texts))
      var pressed: [String] = []
      for _ in 0..<150 where !stage.state.isFinished {
        let key = keys[dice.roll(0...keys.count - 1)]
        pressed.append(key)
        try stage.press(key)
        if dice.roll(0...9) == 0 { stage.resize(dice.roll(20...200), dice.roll(4...60)) }
        let problem = unsoundness(of: stage.canvas)
        guard problem != nil else { continue }
        #expect(problem == nil, "\(pressed.joined(separator: " ")) at \(stage.state.size)")
        break
      }
    }
  }

  private func walk(_ desk: Desk, dice: inout Dice, ways: Int, sizes: Int) throws {
    for _ in 0..<ways {
      let way = Self.ways[dice.roll(0...Self.ways.count - 1)]
      var stage = try Stage(desk, rows: dice.roll(4...60), columns: dice.roll(20...200))
      try stage.press(way)
      for _ in 0..<sizes {
        let problem = unsoundness(of: stage.canvas)
        #expect(problem == nil, "\(way) at \(stage.state.size)")
        stage.resize(dice.roll(20...200), dice.roll(4...60))
      }
    }
  }
}
