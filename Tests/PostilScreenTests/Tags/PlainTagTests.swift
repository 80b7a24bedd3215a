import PostilCore
import Testing

@testable import PostilScreen

/// Tags without a screen: a line in, lines out.
@Suite struct PlainTagTests {
  /// Types lines as they are typed for `--plain`.
  private func play(_ stage: inout Stage, _ lines: String...) throws {
    for line in lines {
      guard let steps = stage.state.plainLine(line) else { throw Problem("no sense in \(line)") }
      for step in steps {
        switch step {
        case .key(let key): stage.settle(update(&stage.state, .key(key)))
        case .run(let action, let argument):
          stage.settle(stage.state.perform(action, argument: argument))
        case .goTo(let number): stage.settle(stage.state.perform(.first, count: number))
        case .show: break
        }
      }
    }
  }

  @Test func `the codebook is read as lines with counts, likeness and rules`() throws {
    var stage = try Stage(Cast.desk)
    try play(&stage, "go.codebook", "2")
    #expect(stage.state.plainRoom.first == "6 tags")
    #expect(stage.state.plainItem == "2  #contrct, 1 post, 0 claims, like contract")
    try play(&stage, "4")
    #expect(stage.state.plainItem?.contains("Not: for prices of power") ?? false)
    let steps = stage.state.plainLine("7")
    #expect(steps == nil)
  }

  @Test func `a tag is chosen by number or by words, and taken away by a minus`() throws {
    var stage = try Stage(Cast.desk)
    try play(&stage, "1 topic.add")
    #expect(stage.state.plainQuestion.contains("1  contract"))
    try play(&stage, "btm", "1")
    #expect(stage.desk.margins["x-3"]?.tags == ["power/btm"])
    try play(&stage, "1 topic.add", "contracts")
    #expect(stage.state.plainQuestion.last == "2  contracts, new tag")
    try play(&stage, "2")
    #expect(stage.desk.margins["x-3"]?.tags == ["power/btm", "contracts"])
    try play(&stage, "1 topic.add", "-power/btm")
    #expect(stage.desk.margins["x-3"]?.tags == ["contracts"])
    #expect(stage.state.layer == nil)
  }

  @Test func `a new name is told with every record, and y does it`() throws {
    var stage = try Stage(Cast.desk)
    try play(&stage, "go.codebook", "3 tag.rename", "money")
    let told = stage.state.plainQuestion
    #expect(told.last == "rename #financing to #money, 6 records, 1 definition: y or n")
    #expect(told.count == 9 && stage.desk.edits.isEmpty)
    try play(&stage, "y")
    #expect(stage.desk.edits == [.renameTag("financing", to: "money")])
  }

  @Test func `a verb on every match says its letters and asks`() throws {
    var stage = try Stage(Cast.desk)
    try play(&stage, "matches.tag")
    let told = stage.state.plainQuestion
    #expect(told.first == "every match of the filter, 6 posts: a letter, . leaves")
    #expect(told.contains("s  + supported"))
    try play(&stage, "s")
    #expect(stage.state.plainQuestion.first?.contains("100% of all") ?? false)
    try play(&stage, "n")
    #expect(stage.state.layer == nil)
  }
}
