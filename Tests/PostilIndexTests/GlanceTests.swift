import Foundation
import PostilCore
import PostilIndex
import Testing

/// A shell command looks at folders only; what it says is what looking at every file would say.
struct GlanceTests {
  @Test(arguments: 0..<8) func `a glance sees what others did`(seed: UInt64) throws {
    var random = Chance(seed: seed)
    let shelf = try smallNotebook()
    let index = try shelf.index()
    for round in 0..<6 {
      // As long ago as a folder's time has to be before it is believed.
      if Bool.random(using: &random) { try age(shelf) }
      if Bool.random(using: &random) { try index.glance() }
      var own: [String] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let path = try edit(shelf, round, &random)
        if Int.random(in: 0...3, using: &random) == 0 { own.append(path) }
      }
      if !own.isEmpty { try index.update(paths: own) }
      try index.glance()
      let fresh = try shelf.index(folder: shelf.cache + "/fresh-\(round)")
      let difference = try answers(index).difference(from: answers(fresh))
      #expect(difference.isEmpty, "\(difference)")
      guard difference.isEmpty else { return }
    }
  }

  @Test func `a post that was written to in its place is seen by a full look`() throws {
    let shelf = try smallNotebook()
    try age(shelf)
    let index = try shelf.index()
    let path = "posts/2025/10/x-1.md"
    let file = try #require(FileHandle(forUpdatingAtPath: shelf.root + "/" + path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("quenchfish\n".utf8))
    try file.close()
    let query = try Query(parsing: "quenchfish")
    try index.glance()
    #expect(try index.count(query, today: testDay) == 0)
    #expect(try index.reconcile { _, _ in true })
    #expect(try index.count(query, today: testDay) == 1)
    #expect(try !index.reconcile { _, _ in true })
  }

  @Test func `a stopped look at everything is taken up by a glance`() throws {
    let shelf = try smallNotebook()
    let index = try Index(folder: shelf.cache, of: shelf.notebook)
    _ = try index.reconcile { _, _ in false }
    try shelf.remove("posts/2025/10/x-1.md")
    try index.glance()
    let fresh = try shelf.index(folder: shelf.cache + "/fresh")
    #expect(try answers(index) == answers(fresh))
  }

  /// Sets the times of all folders back by an hour, each to another moment.
  private func age(_ shelf: Shelf) throws {
    let all = FileManager.default.enumerator(atPath: shelf.root)
    var folders = [shelf.root]
    while let path = all?.nextObject() as? String {
      let absolute = shelf.root + "/" + path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: absolute, isDirectory: &isFolder),
        isFolder.boolValue
      {
        folders.append(absolute)
      }
    }
    for folder in folders {
      let old = try FileManager.default.attributesOfItem(atPath: folder)[.modificationDate]
      let date = (old as? Date ?? Date()).addingTimeInterval(-3_600)
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: folder)
    }
  }

  /// What another program may do; returns a path that it touched.
  private func edit(_ shelf: Shelf, _ round: Int, _ random: inout Chance) throws -> String {
    let files = try shelf.notebook.stamps().map(\.path).sorted()
    let path = try #require(files.randomElement(using: &random))
    let new =
      "posts/\(["2025/10", "2025/11", "2026/0\(round + 1)"].randomElement(using: &random) ?? "")"
    let id = "y-\(Int.random(in: 0...99, using: &random))"
    switch Int.random(in: 0...5, using: &random) {
    case 0:
      try shelf.remove(path)
    case 1 where path.hasPrefix("posts/"):
      let target = "\(new)/\(id).md"
      if !files.contains(target) { try shelf.move(path, to: target) }
    case 2:
      try shelf.write(
        "\(new)/\(id).md", "---\nkind: post\nposted: 2025-11-02\n---\n\nnew \(round)\n")
      return "\(new)/\(id).md"
    case 3 where path.hasPrefix("posts/"):
      try shelf.write(path, "---\nkind: post\nposted: 2025-11-02\n---\n\nreplaced \(round)\n")
    case 4:
      // A whole month goes.
      let folder = "posts/2025/1\(Int.random(in: 0...1, using: &random))"
      if files.count > 4 { try? shelf.remove(folder) }
    default:
      let mine = files.filter { !$0.hasPrefix("posts/") }.randomElement(using: &random)
      guard let mine, let file = FileHandle(forUpdatingAtPath: shelf.root + "/" + mine) else {
        return path
      }
      try file.seekToEnd()
      try file.write(contentsOf: Data("in its place \(round) #grid\n".utf8))
      try file.close()
      return mine
    }
    return path
  }
}
