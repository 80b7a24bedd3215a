import PostilCore
import Testing

@testable import PostilScreen

/// The palette of topics, the sticky tag, and verbs on many.
@Suite struct TopicTests {
  private func tags(_ stage: Stage, _ post: String = "x-3") -> [String] {
    stage.desk.margins[post]?.tags ?? []
  }

  @Test func `a letter of the codebook and Enter set a topic, and the same again takes it away`()
    throws
  {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t # c <Enter>")
    #expect(tags(stage) == ["contract"])
    try stage.press("t # c")
    #expect(stage.text.contains("takes it away"))
    try stage.press("<Enter>")
    #expect(tags(stage) == [])
  }

  @Test func `digits pick the topics used last at once, the newest first`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t # c <Enter> t # f i <Enter> J t # 1 t # 2")
    #expect(Set(tags(stage, "x-2")) == ["financing", "contract"])
    #expect(stage.state.memory.recentTags == ["contract", "financing"])
  }

  @Test func `what is remembered of a topic follows its new name`() throws {
    var stage = try Stage(Cast.desk)
    var memory = Memory()
    memory.recentTags = ["deal", "not a tag"]
    stage.state.memory = memory
    stage.settle(stage.state.begin())
    #expect(stage.state.memory.recentTags == ["contract"])
  }

  @Test func `an alias sets the tag it stands for`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t # d e a l <Enter>")
    #expect(tags(stage) == ["contract"])
  }

  @Test func `typing on makes a new tag, and one that is alike goes before it`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t # b r a n d <Space> n e w <Enter>")
    #expect(tags(stage) == ["brand-new"])
    try stage.press("t # c o n t r a c t s <Enter>")
    #expect(tags(stage).contains("contract"))
    try stage.press("J t # c o n t r a c t s <Down> <Enter>")
    #expect(tags(stage, "x-2") == ["contracts"])
  }

  @Test func `Tab sets one topic after another`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t # c <Tab> f i n <Tab>")
    #expect(Set(tags(stage)) == ["contract", "financing"])
    if case .tags = stage.state.layer {} else { Issue.record("the palette is closed") }
  }

  @Test func `a topic that some rows carry goes on all of them before it goes away`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("t # c <Enter> <Space> <Space> t #")
    #expect(stage.text.contains("on 1 of 2"))
    try stage.press("<Enter>")
    #expect(tags(stage, "x-3") == ["contract"] && tags(stage, "x-2") == ["contract"])
    try stage.press("t # <Enter>")
    #expect(tags(stage, "x-3") == [] && tags(stage, "x-2") == [])
  }

  @Test func `every claim that is made gets the sticky tag, in whatever way`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t , p o w <Enter> t s j . j t o j t p <Enter>")
    let made = stage.desk.claims.dropFirst(Cast.claims.count)
    #expect(made.count == 4)
    #expect(made.allSatisfy { $0.tags == ["power"] })
    try stage.press("h <Space> <Space> t o")
    #expect(stage.desk.claims.suffix(2).allSatisfy { $0.tags == ["power"] })
    #expect(stage.text.contains("+ #power"))
    try stage.press("t ,")
    #expect(stage.state.sticky == nil && !stage.text.contains("+ #power"))
  }

  @Test func `another filter ends the sticky tag, and Esc out of one does not`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("t , c <Enter> F p o w e r <Esc>")
    #expect(stage.state.sticky == "contract")
    try stage.press("F <Enter>")
    #expect(stage.state.sticky == "contract")
    try stage.press("F p o w e r <Enter>")
    #expect(stage.state.sticky == nil)
    #expect(stage.text.contains("no longer"))
  }

  @Test func `a verb on many asks first, and says how many and what share`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("t * s")
    #expect(stage.text.contains("+ supported on 6 posts, 100% of all"))
    try stage.press("<Enter>")
    #expect(asked(stage).isEmpty)
    try stage.press("y")
    #expect(asked(stage) == ["judge"])
  }

  @Test func `posts folded into one row are counted before a verb on every match asks`() throws {
    var desk = Cast.desk
    desk.folds = true
    var stage = try Stage(desk)
    #expect(stage.state.list.total < desk.posts.count)
    try stage.press("t *")
    #expect(stage.text.contains("every match of the filter: 6 posts"))
    try stage.press("s")
    #expect(stage.text.contains("+ supported on 6 posts, 100% of all"))
  }

  @Test func `a verb on a few of many is done at once`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("F s o l d <Enter> t * # c <Enter> t * *")
    #expect(asked(stage) == ["topics", "star"])
    try stage.press("t * a")
    #expect(asked(stage).count == 2)
  }

  @Test(arguments: [
    (51, 100_000, true), (50, 100_000, false), (3, 4, false), (4, 79, true), (4, 80, false),
  ]) func `a large share is more than fifty, or a twentieth and no handful`(
    count: Int, total: Int, isLarge: Bool
  ) {
    let matches = Matches(kind: .posts, query: .all, count: count, isCounted: true, total: total)
    #expect(matches.isLarge == isLarge)
  }

  @Test func `a range is marked also where its rows were never loaded`() throws {
    let posts = (0..<400).map { number in
      Cast.post("x-\(number)", "@a", "2026-01-01T10:00:00Z", "words \(number)")
    }
    var stage = try Stage(Desk(posts: posts))
    try stage.press("V G V")
    #expect(stage.state.list.marked.count == 400)
  }

  @Test func `marked claims get one due day and one probability`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("L V j j V d 2 0 2 7 <Enter>")
    #expect(stage.desk.claims.count { $0.due == Day("2027-12-31") } == 3)
    try stage.press("% 4 0 <Enter> *")
    #expect(stage.desk.claims.count { $0.confidence == 40 } == 3)
    #expect(stage.desk.margins["x-2"]?.tags == [Note.star])
  }

  private func asked(_ stage: Stage) -> [String] {
    stage.desk.asked.compactMap { effect in
      guard case .performOnMatches(let verb, _, _) = effect else { return nil }
      return "\(verb)".prefix { $0 != "(" }.description
    }
  }
}
