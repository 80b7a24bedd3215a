import PostilCore
@testable import PostilScreen
import Testing

@Suite struct LabelTests {
  /// A reader open on one post, at a size.
  private func stage(_ text: String, _ size: (columns: Int, rows: Int)) throws -> Stage {
    let post = Cast.post("x-1", "@someone", "2026-11-20", text)
    var stage = try Stage(Desk(posts: [post]), rows: size.rows, columns: size.columns)
    try stage.press("<Enter>")
    return stage
  }

  private static let prose = [
    "Power is short. ", "電力の需要は増えている。", "来年も続く！", "「本当か？」", "Really?! ", "Up 12% y/y. ",
    "🚀 Halls 2 and 3 are next. ", "\n", "\n\n", "https://x.example/a ", "No", "(see note) ",
  ]

  @Test func `letters are unique and every sentence in view has one, at any size`() throws {
    var dice = Dice(seed: 41)
    for round in 0..<60 {
      var text = ""
      for _ in 0..<dice.roll(1...60) {
        text += Self.prose[dice.roll(0...Self.prose.count - 1)]
        if dice.roll(0...3) == 0 { text += naughty(&dice, pieces: 1...4) }
      }
      let size = (columns: dice.roll(20...150), rows: dice.roll(4...45))
      var stage = try stage(text, size)
      guard let reader = stage.state.reader else { continue }
      let inView = reader.sentences(
        inRows: reader.top..<reader.top + stage.state.frame.body.count)
      let bare = stage.canvas
      try stage.press("T")
      guard !inView.isEmpty else {
        #expect(stage.state.layer == nil)
        continue
      }
      var reached: Set<Labels.Target> = []
      for _ in 0..<max(1, stage.state.labelPages(.tag).count) {
        let labels = stage.state.labels
        #expect(Set(labels.map(\.letter)).count == labels.count)
        reached.formUnion(labels.map(\.target))
        let gutter =
          stage.state.frame.text.lowerBound..<stage.state.frame.text.lowerBound
          + stage.state.frame.gutter
        expectNoTextCovered(bare, stage.canvas, gutter, "round \(round)")
        try stage.press("<Space>")
      }
      #expect(reached == Set(inView.map { .sentence(block: $0.block, $0.range) }))
    }
  }

  /// Only blanks, the gutter, and full-width marks may change under a label.
  private func expectNoTextCovered(
    _ bare: Canvas, _ labelled: Canvas, _ gutter: Range<Int>, _ comment: String
  ) {
    let halves: Set = [
      "。", "、", "「", "」", "．", "，", "！", "？", "：", "；", "（", "）", "［", "］", "｝", "  ", "　",
    ]
    for row in 0..<bare.size.rows {
      for column in 0..<bare.size.columns where labelled[row, column].look.role == .label {
        let old = bare[row, column]
        let isGutter = gutter.contains(column)
        let isBlank = old.glyph == " "
        let isHalf = old.glyph.isEmpty && halves.contains(bare[row, column - 1].glyph)
        let words = "\(comment): «\(old.glyph)» in «\(bare.text(of: row))»"
        #expect(isGutter || isBlank || isHalf, "\(words)")
      }
    }
  }

  @Test func `a full-width stop makes room for the label behind it`() throws {
    var stage = try stage("電力の需要は増えている。来年も続く。", (80, 24))
    try stage.press("T")
    #expect(stage.text.contains("増えている｡f来年"))
  }

  @Test func `a label is never a letter of t, so that a verb may come first`() throws {
    let stage = try stage("One.", (80, 24))
    let alphabet = stage.state.tagAlphabet
    #expect(!alphabet.contains { "osrmvpxatuTU".contains($0) })
    #expect(Set(alphabet).count == alphabet.count)
    #expect(alphabet.count > 30)
  }

  @Test func `in a run each label tags its sentence with one key`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> T s f g")
    #expect(stage.desk.claims.suffix(2).map(\.status) == [.supported, .supported])
    let before = stage.state.reader?.selection
    try stage.press("r h")
    #expect(stage.desk.claims.last?.status == .refuted)
    #expect(stage.state.reader?.selection == before)
    #expect(stage.text.contains("(.) refuted"))
    try stage.press("<Esc>")
    #expect(stage.state.run == nil)
    #expect(stage.state.labels.isEmpty)
    try stage.press("j")
    #expect(stage.desk.claims.count == Cast.claims.count + 3)
  }

  @Test func `a run goes on in the next post, takes back, and begins with the last verb`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t m T . f <Space> d")
    #expect(stage.desk.claims.suffix(2).map(\.post) == ["x-3", "x-2"])
    #expect(stage.desk.claims.last?.status == .mixed)
    try stage.press("u")
    #expect(stage.desk.claims.count == Cast.claims.count + 2)
    try stage.press("J")
    #expect(stage.state.reader?.dossier.post.id == "x-1")
    #expect(stage.state.run != nil)
    try stage.press("q")
    #expect(stage.state.run == nil)
  }

  @Test func `a forecast in a run takes the day that its words imply, and asks nothing`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> T p")
    let label = try #require(
      stage.state.labels.first {
        guard case .sentence(_, let range) = $0.target else { return false }
        return Segments(Cast.tour).text(range).hasPrefix("Dr. Okafor")
      })
    stage.type(String(label.letter))
    #expect(stage.desk.claims.last?.type == .forecast)
    #expect(stage.desk.claims.last?.due == Day("2027-03-31"))
    #expect(stage.state.runInHand != nil)
  }

  @Test func `in a run a dot does with the words selected what labels do`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> T s . r")
    #expect(stage.desk.claims.last?.status == .supported)
    try stage.press(".")
    #expect(stage.desk.claims.last?.status == .refuted)
    #expect(stage.desk.claims.count == Cast.claims.count + 1)
  }

  @Test func `a run takes claims away again`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> T s d x d <Esc>")
    #expect(stage.desk.claims.count == Cast.claims.count)
  }

  @Test func `a run that has no verb to repeat says so`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> T .")
    #expect(stage.state.run == nil)
    #expect(stage.text.contains("nothing to repeat yet"))
  }

  @Test func `in a run a forecast of a claim that is there is one step, day and all`() throws {
    let words = "Dr. Okafor said margins will recover by March."
    var claim = Claim(id: "c-261121-00001")
    claim.post = "x-2"
    claim.spans = Array(Anchor.places(of: words, in: Array(Cast.tour.unicodeScalars)).prefix(1))
    claim.quotes = [words]
    var stage = try Stage(Desk(posts: Cast.posts, claims: [claim]))
    try stage.press("j <Enter> j j j T p")
    let labels = stage.state.labelPages(.tag).flatMap { $0 }
    let target = try #require(
      labels.first {
        guard case .sentence(let block, let range) = $0.target, let reader = stage.state.reader
        else { return false }
        return reader.blocks[block].segments.text(range).contains("recover")
      })
    let effects = update(&stage.state, .key(.character(target.letter)))
    let steps = effects.filter { if case .perform = $0 { true } else { false } }
    #expect(steps.count == 1)
    stage.settle(effects)
    #expect(stage.desk.claims.first?.due == Day("2027-03-31"))
  }
}
