import PostilCore
import Testing

@testable import PostilScreen

@Suite struct SuggestionTests {
  private func stage(_ texts: [String], claims: [Claim] = []) throws -> Stage {
    let posts = texts.enumerated().map { index, text in
      Cast.post("x-\(index)", "@someone", "2026-11-\(20 - index)", text)
    }
    return try Stage(Desk(posts: posts, claims: claims))
  }

  private func marks(_ stage: Stage) -> Int {
    let canvas = stage.canvas
    return (0..<canvas.size.rows).reduce(0) { count, row in
      count + (0..<canvas.size.columns).count { canvas[row, $0].look.role == .suggestion }
    }
  }

  private let mixed = [
    "Nice day. The contract is worth $9.7bn. Good night.", "Nothing here.", "Nor here.",
    "Hello. They pay 20% in advance. And 31 EH/s is the aim.",
  ]

  @Test func `a suggested sentence is marked until a claim stands on it`() throws {
    var stage = try stage(mixed)
    try stage.press("<Enter>")
    #expect(marks(stage) == 1)
    try stage.press("] s")
    #expect(stage.state.reader?.words == "The contract is worth $9.7bn.")
    try stage.press("t s")
    #expect(marks(stage) == 0)
    try stage.press("u")
    #expect(marks(stage) == 1)
  }

  @Test func `walking goes on into the next post that has a suggestion, and back`() throws {
    var stage = try stage(mixed)
    try stage.press("<Enter> ] s ] s")
    #expect(stage.state.reader?.dossier.post.id == "x-3")
    #expect(stage.state.list.cursor == 3)
    #expect(stage.state.reader?.words == "They pay 20% in advance.")
    try stage.press("] s")
    #expect(stage.state.reader?.words == "And 31 EH/s is the aim.")
    try stage.press("] s")
    #expect(stage.state.message?.text == "no more suggestions in this list")
    try stage.press("[ s [ s")
    #expect(stage.state.reader?.dossier.post.id == "x-0")
    #expect(stage.state.reader?.words == "The contract is worth $9.7bn.")
  }

  @Test func `walking works in the list`() throws {
    var stage = try stage(mixed)
    try stage.press("] s")
    #expect(stage.state.room == .list)
    #expect(stage.state.list.cursor == 3)
    #expect(stage.state.message?.text.contains("quantity") == true)
  }

  /// However posts and claims lie, every suggestion is visited once, in order, and none twice.
  @Test func `walking visits every suggestion once`() throws {
    var dice = Dice(seed: 5)
    let pieces = ["Fine. ", "It costs $5M. ", "Up 20% now. ", "\\n", "What? ", "We have 30 MW. "]
    for _ in 0..<20 {
      let texts = (0..<dice.roll(1...6)).map { _ in
        (0..<dice.roll(1...5)).map { _ in pieces[dice.roll(0...pieces.count - 1)] }.joined()
      }
      var stage = try stage(texts + ["The end."])
      let wanted = texts.enumerated().flatMap { index, text in
        Suggestion.all(in: Segments(text), posted: nil).map { "\(index) \($0.sentence)" }
      }
      // The first sentence of the first post is selected already when the post opens.
      try stage.press("<Enter>")
      var visited: [String] = []
      if let first = stage.state.reader?.suggestionHere { visited.append("0 \(first.sentence)") }
      while visited.count <= wanted.count {
        try stage.press("] s")
        guard stage.state.message?.text != "no more suggestions in this list" else { break }
        let place = stage.state.list.cursor
        visited.append("\(place) \(stage.state.reader?.selection.range ?? 0..<0)")
      }
      #expect(visited == wanted)
    }
  }

  @Test func `a hidden rule marks nothing and is not walked, until all are shown again`() throws {
    var stage = try stage(mixed)
    try stage.press("<Enter> ] s ! h")
    #expect(stage.state.suggestions.hidden == ["quantity"])
    #expect(marks(stage) == 0)
    #expect(stage.state.message?.text.contains("! a") == true)
    guard case .keepSuggestions(let kept) = stage.desk.asked.last else {
      Issue.record("the choice is not kept")
      return
    }
    #expect(kept == stage.state.suggestions)
    try stage.press("! a")
    #expect(stage.state.suggestions.hidden.isEmpty)
    #expect(marks(stage) == 1)
  }

  @Test func `marks go and come back, and walking needs none`() throws {
    var stage = try stage(mixed)
    try stage.press("<Enter> ! !")
    #expect(marks(stage) == 0)
    try stage.press("] s")
    #expect(stage.state.reader?.words == "The contract is worth $9.7bn.")
    try stage.press("! !")
    #expect(marks(stage) == 1)
  }

  @Test func `an answer that comes late moves nobody`() throws {
    var stage = try stage(mixed)
    let ask = stage.state.list.ask
    try stage.press("j")
    let place = SuggestionPlace(position: 3, post: "x-3", offset: 7, why: "")
    stage.settle(update(&stage.state, .suggestion(ask, from: 0, place)))
    #expect(stage.state.list.cursor == 1)
  }

  @Test func `the mark of a claim is never taken`() throws {
    for size in [(80, 24), (140, 40), (60, 16), (30, 10)] {
      var with = try Stage(Cast.desk, rows: size.1, columns: size.0)
      try with.press("j <Enter>")
      var without = with
      try without.press("! !")
      for row in 0..<size.1 - 3 {
        for column in 0..<size.0 where with.canvas[row, column].look.role != .suggestion {
          #expect(with.canvas[row, column] == without.canvas[row, column])
        }
      }
    }
  }

  @Test func `the choice is read as it was written`() {
    var choice = SuggestionChoice()
    choice.areMarked = false
    choice.hidden = ["deal", "date"]
    for choice in [choice, SuggestionChoice()] {
      var problems: [Problem] = []
      #expect(SuggestionChoice(parsing: choice.text, file: "s", problems: &problems) == choice)
      #expect(problems.isEmpty)
    }
    var problems: [Problem] = []
    let read = SuggestionChoice(
      parsing: "marks: maybe\nhidden:\n  - del\n  - deal\nother: 1\n", file: "s.yaml",
      problems: &problems)
    #expect(read.hidden == ["deal"])
    #expect(problems.map(\.place?.line) == [1, 3, 5])
    #expect(problems[1].hint == "Did you mean “deal”?")
  }
}

@Suite struct NumberLabelTests {
  private func stage(_ text: String, rows: Int = 24) throws -> Stage {
    var stage = try Stage(
      Desk(posts: [Cast.post("x-1", "@someone", "2026-11-20", text)]), rows: rows)
    try stage.press("<Enter>")
    return stage
  }

  @Test func `a label selects exactly the number with its unit, and a verb tags it`() throws {
    var stage = try stage("Blocks 4 (~150MW of something) and 200MW (IT load), live by Q3 2027.")
    try stage.press("# s")
    #expect(stage.state.reader?.words == "~150MW")
    try stage.press("t s")
    #expect(stage.desk.claims.map(\.spans) == [[10..<16]])
  }

  @Test func `every number in view has a label, and no letter stands twice`() throws {
    let text = (1...90).map { "\($0 * 7)% and $\($0)bn" }.joined(separator: " or ")
    var stage = try stage(text, rows: 40)
    try stage.press("#")
    let pages = stage.state.labelPages(.number)
    let rows = stage.state.frame.body.count
    let reader = try #require(stage.state.reader)
    #expect(pages.count > 1)
    #expect(pages.joined().map(\.target).count == reader.numbers(inRows: 0..<rows).count)
    for page in pages { #expect(Set(page.map(\.letter)).count == page.count) }
    try stage.press("<Space> a")
    #expect(stage.state.reader?.selection.range != nil)
    #expect(stage.state.reader?.selection.free != nil)
  }

  @Test func `a text without numbers says so`() throws {
    var stage = try stage("Nothing to count.")
    try stage.press("#")
    #expect(stage.state.layer == nil)
    #expect(stage.state.message?.text == "no number in view")
  }
}
