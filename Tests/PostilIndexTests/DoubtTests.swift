import Foundation
import GRDB
import PostilCore
import PostilIndex
import Testing

struct DoubtTests {
  /// Ways in which the file of the index can be wrong.
  enum Damage: CaseIterable {
    case garbage, empty, truncated, zeroed, folder, otherVersion, otherNotebook, missingTable, gone

    func befall(_ path: String) throws {
      let url = URL(fileURLWithPath: path)
      let files = FileManager.default
      switch self {
      case .garbage: try Data("This is no database at all.".utf8).write(to: url)
      case .empty: try Data().write(to: url)
      case .truncated: try files.contents(atPath: path)?.prefix(5_000).write(to: url)
      case .zeroed:
        var bytes = try Data(contentsOf: url)
        bytes.replaceSubrange(4_096..., with: repeatElement(0, count: bytes.count - 4_096))
        try bytes.write(to: url)
      case .folder:
        try files.removeItem(at: url)
        try files.createDirectory(at: url, withIntermediateDirectories: true)
      case .otherVersion: try change(path, "PRAGMA user_version = 999")
      case .otherNotebook: try change(path, "UPDATE notebook SET root = '/elsewhere'")
      case .missingTable: try change(path, "DROP TABLE claim")
      case .gone: try files.removeItem(at: url)
      }
    }

    private func change(_ path: String, _ sql: String) throws {
      try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }
  }

  @Test(arguments: Damage.allCases)
  func `a damaged index is built anew without a word`(damage: Damage) throws {
    let shelf = try smallNotebook()
    let sound = try answers(shelf.index(folder: shelf.cache + "/sound"))
    do {
      let index = try shelf.index()
      #expect(try answers(index) == sound)
    }
    try damage.befall(shelf.cache + "/index.sqlite")
    let index = try Index(folder: shelf.cache, of: shelf.notebook)
    _ = try index.reconcile { _, _ in true }
    #expect(try answers(index) == sound)
  }

  @Test func `damage that shows while the program runs is mended by the question`() throws {
    let shelf = try smallNotebook()
    let index = try shelf.index()
    let sound = try answers(index)
    try DatabaseQueue(path: shelf.cache + "/index.sqlite").write {
      try $0.execute(sql: "DROP TABLE post")
    }
    #expect(try answers(index) == sound)
  }

  @Test func `only a folder that cannot be written is a problem`() throws {
    let shelf = try smallNotebook()
    let problem = #expect(throws: Problem.self) {
      try Index(folder: shelf.root + "/postil.yaml/cache", of: shelf.notebook)
    }
    #expect(problem?.hint?.contains("XDG_CACHE_HOME") == true)
  }

  @Test func `an index begun in the middle of another is not disturbed by it`() throws {
    let shelf = try smallNotebook()
    let first = try shelf.index()
    let second = try Index(folder: shelf.cache, of: shelf.notebook)
    try second.rebuild { _, _ in true }
    #expect(try answers(first) == answers(second))
    try shelf.post("x-8", "later", "posted: 2025-11-01")
    try first.update(paths: ["posts/2025/10/x-8.md"])
    _ = try second.reconcile { _, _ in true }
    #expect(try answers(first) == answers(second))
  }

  @Test func `a stopped reconciliation goes on where it was`() throws {
    let shelf = try smallNotebook()
    let index = try Index(folder: shelf.cache, of: shelf.notebook)
    var steps: [[Int]] = []
    #expect(
      try index.reconcile { done, all in
        steps.append([done, all])
        return false
      })
    #expect(steps.count == 1)
    _ = try index.reconcile { _, _ in true }
    #expect(try !index.reconcile { _, _ in true })
    #expect(try index.count(.all, today: testDay) == 7)
  }
}
