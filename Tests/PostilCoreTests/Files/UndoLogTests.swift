import Synchronization
import Testing

@testable import PostilCore

@Suite struct UndoLogTests {
  /// Lets a number of acts on the disk through, then none: as if the program had been killed.
  final class Fuse: Sendable {
    private let rest: Atomic<Int>

    init(_ acts: Int) { rest = Atomic(acts) }

    func burn() throws(Problem) {
      guard rest.wrappingSubtract(1, ordering: .relaxed).newValue >= 0 else {
        throw Problem("killed")
      }
    }
  }

  private func change(_ dice: inout FilesDice, _ files: [String: String]) -> Change {
    let paths = ["notes/a.md", "notes/b.md", "claims/2026/c.md", "tags/d/e.md"]
    let some = paths.shuffled(using: &dice).prefix(Int.random(in: 1...4, using: &dice))
    let changes = some.map { path in
      let new = dice.chance(25) ? nil : "\(path) \(dice.text()) \(dice.next())\n"
      return Change.File(path, before: files[path], after: new)
    }
    return Change("step \(dice.next())", changes)
  }

  private func texts(_ box: FilesSandbox) throws -> [String: String] {
    try box.files().filter { $0.key.hasSuffix(".md") }.mapValues {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test(arguments: 0..<12) func `undo and redo walk through every state there was`(seed: Int) throws
  {
    var dice = FilesDice(seed)
    let box = try FilesSandbox()
    var states = [try texts(box)]
    var place = 0
    for _ in 0..<25 {
      // Opened anew each time: all there is to remember is on the disk.
      let log = try UndoLog(folder: box.undoFolder)
      switch Int.random(in: 0..<3, using: &dice) {
      case 0:
        let undone = try log.undo(in: box.notebook)
        #expect((undone == nil) == (place == 0))
        place = max(0, place - 1)
      case 1:
        let redone = try log.redo(in: box.notebook)
        #expect((redone == nil) == (place == states.count - 1))
        place = min(place + 1, states.count - 1)
      default:
        let change = change(&dice, states[place])
        try log.perform(change, in: box.notebook)
        guard !change.withoutIdleFiles.files.isEmpty else { continue }
        states = Array(states[...place]) + [try texts(box)]
        place += 1
      }
      #expect(try texts(box) == states[place])
    }
  }

  @Test(arguments: 0..<150) func `a kill at any act loses nothing that was said`(seed: Int) throws {
    var dice = FilesDice(seed)
    let box = try FilesSandbox()
    let fuse = Fuse(Int.random(in: 0...160, using: &dice))
    var notebook = box.notebook
    notebook.disk.beforeAct = { () throws(Problem) in try fuse.burn() }
    var store = UndoStore(folder: box.undoFolder)
    store.disk.beforeAct = notebook.disk.beforeAct

    // What was said to be done, oldest first, and what was under way when the fuse burned.
    var states = [try texts(box)]
    var pending = states[0]
    if let log = try? UndoLog(store: store) {
      for _ in 0..<8 {
        let said = states[states.count - 1]
        do {
          if states.count > 1, dice.chance(30) {
            pending = states[states.count - 2]
            _ = try log.undo(in: notebook)
            states.removeLast()
          } else {
            let change = change(&dice, said)
            pending = said
            for file in change.files { pending[file.path] = file.after }
            try log.perform(change, in: notebook)
            if !change.withoutIdleFiles.files.isEmpty { states.append(pending) }
          }
        } catch {
          break
        }
      }
    }
    for (path, text) in try texts(box) {
      #expect(text.hasPrefix(path) && text.hasSuffix("\n"))
    }
    let log = try UndoLog(folder: box.undoFolder)
    #expect(try log.recover(in: box.notebook) == [])
    let after = try texts(box)
    #expect(after == states.last || after == pending)
    #expect(try Walk(box.notebook.root, ["notes", "claims", "tags"]).others == [])
    // The log still leads back to the beginning.
    for _ in 0...9 { _ = try log.undo(in: box.notebook) }
    #expect(try texts(box) == [:])
  }

  @Test(arguments: [0, 1, 50, 99])
  func `a change of many files that is stopped has changed none`(after done: Int) throws {
    let box = try FilesSandbox()
    let log = try UndoLog(folder: box.undoFolder)
    let files = (0..<100).map { Change.File("notes/\($0).md", before: nil, after: "\($0)") }
    let change = Change("wrote many", files)
    #expect(throws: Problem.self) {
      try log.perform(change, in: box.notebook) { number, total in
        #expect(total == 100)
        return number < done
      }
    }
    #expect(try texts(box) == [:])
    #expect(try Walk(box.notebook.root, ["notes"]).others == [])
    #expect(try log.undo(in: box.notebook) == nil)
    try log.perform(change, in: box.notebook)
    #expect(try texts(box).count == 100)
    #expect(try log.undo(in: box.notebook)?.label == "wrote many")
  }

  @Test func `a file that somebody changed is not undone`() throws {
    let box = try FilesSandbox()
    let log = try UndoLog(folder: box.undoFolder)
    let change = Change(
      "wrote two",
      [.init("notes/a.md", before: nil, after: "a"), .init("notes/b.md", before: nil, after: "b")])
    try log.perform(change, in: box.notebook)
    try box.write("by hand", to: "notes/b.md")
    let before = try box.files()
    let problem = #expect(throws: Problem.self) { try log.undo(in: box.notebook) }
    #expect(problem?.place?.file == "notes/b.md")
    #expect(try box.files() == before)
    try box.write("b", to: "notes/b.md")
    #expect(try log.undo(in: box.notebook)?.label == "wrote two")
    #expect(try texts(box) == [:])
  }

  @Test func `a change of nothing is no step`() throws {
    let box = try FilesSandbox()
    let log = try UndoLog(folder: box.undoFolder)
    try log.perform(Change("nothing", []), in: box.notebook)
    try log.perform(
      Change("same", [.init("notes/a.md", before: nil, after: nil)]), in: box.notebook)
    #expect(try log.undo(in: box.notebook) == nil)
  }

  @Test func `a change of many files is one step`() throws {
    let box = try FilesSandbox()
    let log = try UndoLog(folder: box.undoFolder)
    let files = (0..<100).map { Change.File("notes/n\($0).md", before: nil, after: "\($0)") }
    try log.perform(Change("many", files), in: box.notebook)
    #expect(try texts(box).count == 100)
    _ = try log.undo(in: box.notebook)
    #expect(try texts(box).isEmpty)
  }

  @Test func `the log keeps the newest steps within its bounds`() throws {
    let box = try FilesSandbox()
    var store = UndoStore(folder: box.undoFolder)
    store.mostSteps = 5
    store.mostBytes = 2_000
    let log = try UndoLog(store: store)
    var old: String?
    for number in 0..<12 {
      let new = String(repeating: "\(number)", count: number == 11 ? 3_000 : 10)
      try log.perform(
        Change("step \(number)", [.init("notes/a.md", before: old, after: new)]), in: box.notebook)
      old = new
      #expect(try store.steps().count <= 5)
    }
    #expect(try store.steps().count == 1)
    #expect(try log.undo(in: box.notebook)?.label == "step 11")
    #expect(try log.undo(in: box.notebook) == nil)
  }

  @Test func `a damaged step is put aside once`() throws {
    let box = try FilesSandbox()
    let log = try UndoLog(folder: box.undoFolder)
    try log.perform(Change("one", [.init("notes/a.md", before: nil, after: "a")]), in: box.notebook)
    try log.perform(Change("two", [.init("notes/b.md", before: nil, after: "b")]), in: box.notebook)
    let journal = box.undoFolder + "/journal"
    let text = try #require(try Disk().text(journal))
    try Disk().write(text.replacing("notes/b.md", with: "notes/x.md"), to: journal)
    #expect(throws: Problem.self) { try log.undo(in: box.notebook) }
    #expect(try log.undo(in: box.notebook)?.label == "one")
  }
}
