import PostilCore
import PostilIndex
import Testing

/// Questions that are asked together.
struct TogetherTests {
  private let shelf: Shelf
  private let index: Index

  init() throws {
    shelf = try Shelf()
    try shelf.post("x-1", "The first of them.")
    index = try shelf.index()
  }

  private func addByAnother(_ id: String) throws(Problem) {
    do {
      try shelf.post(id, "Another one.")
      try shelf.index().update(paths: ["posts/2025/10/\(id).md"])
    } catch {
      throw Problem("\(error)")
    }
  }

  @Test func `they see one moment, whatever others write meanwhile`() throws {
    let counts = try index.together { () throws(Problem) in
      let before = try index.totals(today: testDay).posts
      try addByAnother("x-2")
      return [before, try index.totals(today: testDay).posts]
    }
    #expect(counts == [1, 1])
    #expect(try index.totals(today: testDay).posts == 2)
  }

  @Test func `after one that failed the next ones see what is there then`() throws {
    #expect(throws: Problem("no")) {
      try index.together { () throws(Problem) in
        _ = try index.totals(today: testDay)
        throw Problem("no")
      }
    }
    try addByAnother("x-2")
    #expect(try index.totals(today: testDay).posts == 2)
  }

  @Test func `together they may be asked within others`() throws {
    let path = try index.together { () throws(Problem) in
      try index.together { () throws(Problem) in try index.path(of: "x-1") }
    }
    #expect(path == "posts/2025/10/x-1.md")
  }
}
