import PostilCore
import Testing

@testable import PostilScreen

@Suite struct ThreadTests {
  private func opened(_ part: Int, keys: String = "", rows: Int = 24) throws -> Stage {
    var stage = try Stage(Circle.desk, rows: rows, columns: 80)
    stage.settle(stage.state.openPost(Circle.part(part)))
    if !keys.isEmpty { try stage.press(keys) }
    return stage
  }

  @Test(arguments: 1...12)
  func `any post of a thread opens at its place in the whole thread`(part: Int) throws {
    let stage = try opened(part)
    let reader = try #require(stage.state.reader)
    #expect(reader.block.post.id == Circle.part(part))
    #expect(reader.parts.map(\.post.id) == (1...12).map(Circle.part))
    #expect(stage.text.contains("\(part)/12"))
  }

  @Test(arguments: [1, 5, 12])
  func `j and k walk every sentence of the thread once`(part: Int) throws {
    var stage = try opened(part, keys: "g g")
    var walked: [String] = []
    func here() -> String {
      let reader = stage.state.reader
      return "\(reader?.block.post.id ?? "") \(reader?.words ?? "")"
    }
    let sentences = Circle.posts.filter { $0.thread != nil }
      .sorted { $0.id < $1.id }
      .flatMap { post in
        let segments = Segments(post.text)
        return segments.sentences.map { "\(post.id) \(segments.text($0))" }
      }.filter { $0.hasPrefix("x-1") }
    for _ in sentences {
      walked.append(here())
      try stage.press("j")
    }
    #expect(walked == sentences)
    try stage.press("G")
    for sentence in sentences.reversed() {
      #expect(here() == sentence)
      try stage.press("k")
    }
  }

  @Test func `what is in view stays where it is when more of the thread is set`() throws {
    var stage = try opened(7, rows: 16)
    for keys in ["j", "j", "C-e", "C-e", "k", "}", "j", "C-y", "{"] {
      let before = stage.state.reader
      let row = stage.canvas.cursor?.row
      stage.state.reader?.growUp()
      stage.state.reader?.growDown()
      #expect(stage.canvas.cursor?.row == row)
      #expect(stage.state.reader?.words == before?.words)
      try stage.press(keys)
    }
  }

  @Test func `a claim goes on the post that its words stand in`() throws {
    var stage = try opened(5, keys: "} t s")
    #expect(stage.desk.claims.last?.post == Circle.part(6))
    try stage.press("{ { t r")
    #expect(stage.desk.claims.last?.post == Circle.part(4))
  }

  @Test func `every post that was passed is read, and no other`() throws {
    let stage = try opened(3, keys: "} } }")
    #expect(stage.desk.read == Set((3...6).map(Circle.part)))
  }

  @Test func `Space reads through the thread and on to the next post of the list`() throws {
    var stage = try Stage(Circle.desk)
    try stage.press("j j <Enter>")
    #expect(stage.state.reader?.dossier.post.id == Circle.part(1))
    var presses = 0
    while stage.state.reader?.dossier.post.id == Circle.part(1), presses < 40 {
      try stage.press("<Space>")
      presses += 1
    }
    #expect(stage.state.reader?.dossier.post.id == "x-90")
    #expect(stage.desk.read.isSuperset(of: (1...12).map(Circle.part)))
  }

  @Test func `Tab goes to the claims of the whole thread, set or not, and round`() throws {
    var stage = try opened(1, keys: "<Tab>")
    #expect(stage.state.reader?.focus == "c-261120-00002")
    try stage.press("<Tab>")
    #expect(stage.state.reader?.focus == "c-261120-000011")
    #expect(stage.text.contains("2 +"))
    try stage.press("<Tab>")
    #expect(stage.state.reader?.focus == "c-261120-00002")
  }

  @Test func `a quoted post opens in place, is tagged, and closes again`() throws {
    var stage = try opened(2)
    #expect(stage.text.contains("·· quotes @tarnridge"))
    try stage.press("z o j j")
    while stage.state.reader?.block.kind != .quoted { try stage.press("j") }
    #expect(stage.state.reader?.block.post.id == "x-91")
    try stage.press("t s z o")
    #expect(stage.desk.claims.last?.post == "x-91")
    #expect(stage.state.reader?.block.post.id == Circle.part(2))
    #expect(stage.state.reader?.blocks.contains { $0.kind == .quoted } == false)
  }

  @Test func `within an opened quote the next level opens, and each closes by itself`() throws {
    var posts = [Cast.post("x-1", "@one", "2026-11-21", "One says. And again.")]
    for number in 2...4 {
      posts.append(Cast.post("x-\(number)", "@n\(number)", "2026-11-20", "Level \(number). More."))
      posts[posts.count - 2].quotes = "x-\(number)"
    }
    posts[3].quotes = "x-2"
    var stage = try Stage(Desk(posts: posts))
    stage.settle(stage.state.openPost("x-1"))
    func blocks() -> [String] { stage.state.reader?.blocks.map(\.post.id) ?? [] }
    for level in 2...4 {
      try stage.press("z o")
      #expect(blocks() == (1...level).map { "x-\($0)" })
      if level < 4 { #expect(stage.text.contains("·· quotes @n\(level + 1)")) }
      while stage.state.reader?.block.post.id != "x-\(level)" { try stage.press("j") }
    }
    try stage.press("z o")
    #expect(blocks() == ["x-1", "x-2", "x-3"])
    #expect(stage.state.reader?.block.post.id == "x-3")
    try stage.press("z m z r")
    #expect(Set(blocks()) == ["x-1", "x-2", "x-3", "x-4"])
    try stage.press("z m")
    #expect(blocks() == ["x-1"])
  }

  @Test func `what a thread answers stands above it`() throws {
    var stage = try opened(1)
    #expect(stage.text.contains("·· answers @asker"))
    try stage.press("z o k")
    #expect(stage.state.reader?.block.post.id == "x-90")
  }

  @Test func `a mark in the middle of a thread leads back to the very sentence`() throws {
    var stage = try opened(1, keys: "} } } } } } } m a")
    let words = stage.state.reader?.words
    try stage.press("q ' a")
    #expect(stage.state.reader?.words == words)
    #expect(stage.state.reader?.block.post.id == Circle.part(8))
  }

  @Test func `a list folds and unfolds with the cursor on the same post`() throws {
    var stage = try Stage(Circle.desk)
    try stage.press("j j")
    #expect(stage.state.list.current?.id == Circle.part(1))
    #expect(stage.state.list.total == 5)
    try stage.press("z a")
    #expect(stage.state.list.total == 16)
    #expect(stage.state.list.current?.id == Circle.part(1))
    try stage.press("j j z a")
    #expect(stage.state.list.total == 5)
    #expect(stage.state.list.current?.id == Circle.part(1))
    try stage.press("z r")
    #expect(stage.state.list.total == Circle.posts.count)
    #expect(stage.state.list.current?.id == Circle.part(1))
    try stage.press("k z m")
    #expect(stage.state.list.current?.id == Circle.part(1))
  }

  @Test func `verbs on a folded row act on its first post, and say so`() throws {
    var stage = try Stage(Circle.desk)
    try stage.press("j j t o")
    #expect(stage.desk.claims.last?.post == Circle.part(1))
    #expect(stage.state.message?.text.contains("not the 11 folded with it") == true)
  }

  @Test(arguments: [("k", 1), ("} }", 2)])
  func `folding all leads from an opened post to the one that it stands beside`(
    keys: String, part: Int
  ) throws {
    var stage = try opened(1, keys: "z r \(keys)")
    #expect(stage.state.reader?.block.part == nil)
    try stage.press("z m")
    #expect(stage.state.reader?.block.post.id == Circle.part(part))
    #expect(stage.state.reader?.blocks.allSatisfy { $0.part != nil } == true)
  }

  @Test func `a thread that shrank while it was open is shown as it is now`() throws {
    var stage = try opened(12)
    stage.desk.posts.removeAll { $0.thread == Circle.part(1) && $0.id != Circle.part(12) }
    stage.settle(update(&stage.state, .stale))
    #expect(stage.state.reader?.parts.map(\.post.id) == [Circle.part(12)])
    var dossier = Dossier(post: Circle.posts[11], path: "")
    dossier.place = 40
    let reader = Reader(dossier, frame: stage.state.frame)
    #expect(reader.parts.count == 1 && reader.block.post.id == Circle.part(12))
  }
}
