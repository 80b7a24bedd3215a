import PostilCore
import Testing

@testable import PostilScreen

@Suite struct KeyLayoutTests {
  private func stage(_ own: String) throws -> Stage {
    var stage = try Stage(Cast.desk)
    stage.state.keyMap = KeyMap(own: own)
    #expect(stage.state.keyMap.problems == [])
    return stage
  }

  @Test(
    arguments: [
      "layout: russian\n", "layout: \"йцукенгшщзхъфывапролджэ = qwertyuiop[]asdfghjkl;'\"\n",
      "layout: {фыв: asd, е: t, ол: jk, Л: K}\n", "layout: [greek, russian]\n",
    ])
  func `keys mean what their place means`(own: String) throws {
    var latin = try Stage(Cast.desk)
    try latin.press("j <Enter> j t s")
    var cyrillic = try stage(own)
    try cyrillic.press("о <Enter> о е ы")
    #expect(cyrillic.text == latin.text)
  }

  @Test func `labels and capitals are seen through, too`() throws {
    var stage = try stage("layout: russian\n")
    try stage.press("<Enter> Е в ы")
    #expect(stage.desk.claims.count == Cast.desk.claims.count + 1)
    try stage.press("Д")
    #expect(stage.state.room == .ledger)
  }

  @Test func `text stays as it is typed`() throws {
    var stage = try stage("layout: russian\n")
    try stage.press("/")
    stage.type("вол")
    #expect(stage.state.search?.words == "вол*")
    try stage.press("<Esc> <Enter> а")
    #expect(stage.state.layer != nil, "а lies where f does")
  }

  @Test func `a key that is bound itself wins`() throws {
    var stage = try stage("layout: russian\nglobal:\n  о: go.ledger\n")
    try stage.press("о")
    #expect(stage.state.room == .ledger)
  }

  @Test func `every layout that is known by name has a key for each letter of a verb`() {
    for known in KeyLayout.known {
      var layout = KeyLayout()
      let isWhole = layout.add(known.from, known.to)
      #expect(isWhole, "\(known.name)")
      #expect(Set(known.from).count == known.from.count, "\(known.name)")
      let reached = Set(known.from.map { layout.meant(by: .character($0)) })
      for letter in "jktsrmovpxafdugzn" { #expect(reached.contains(.character(letter))) }
    }
  }

  @Test(
    arguments: [
      ("global:\n  x: help\nlayout: klingon\n", 3), ("layout: \"йц = q\"\n", 1),
      ("layout:\n  - russian\n  - {abc: d}\n", 3),
    ])
  func `a layout that is none is named with its line`(own: String, line: Int) {
    let problems = KeyMap(own: own).problems
    #expect(problems.map(\.place?.line) == [line], "\(problems)")
  }

  @Test func `of two keys that clash both lines are told`() {
    let problem = KeyMap(own: "reader:\n  j x: help\n  j: redo\n").problems.first
    #expect(problem?.place?.line == 3)
    #expect(problem?.message.contains("line 2") == true)
    let builtIn = KeyMap(own: "global:\n  t: help\n").problems.first
    #expect(builtIn?.place?.line == 2)
    let line = KeyMap.builtIn.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("  t o: ") }
    #expect(
      builtIn?.message.contains("line \((line ?? 0) + 1)") == true, "\(builtIn?.message ?? "")")
  }
}
