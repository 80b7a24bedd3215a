import Testing

@testable import PostilCore

@Suite struct UndoJournalTests {
  private func change(_ label: String, _ path: String, _ before: String?, _ after: String?)
    -> Change
  {
    Change(label, [.init(path, before: before, after: after)])
  }

  @Test(arguments: 0..<40) func `a change comes back as it was packed`(seed: Int) {
    var dice = FilesDice(seed)
    let files = (0..<Int.random(in: 0...4, using: &dice)).map { _ in
      Change.File(
        dice.text(), before: dice.chance(30) ? nil : dice.text(),
        after: dice.chance(30) ? nil : dice.text())
    }
    let change = Change(dice.text(), files)
    let packed = change.packed
    let read = Change(packed: packed)
    #expect(read?.packed == packed)
    #expect(read?.files.map(\.path.unicodeScalars.count) == files.map(\.path.unicodeScalars.count))
    // Cut anywhere it is another change, or none; it never traps.
    for count in 0..<packed.count { _ = Change(packed: Array(packed[..<count])) }
  }

  /// The program died while it appended, at any byte of it; the files are as they were then.
  @Test func `a journal that ends at any byte leads back through what is in it`() throws {
    let box = try FilesSandbox()
    let log = try UndoLog(folder: box.undoFolder)
    let journal = log.store.path
    try log.perform(change("one", "notes/a.md", nil, "a\ndone 1\n"), in: box.notebook)
    let first = try #require(try Disk().read(journal))
    let before = try box.files()
    try log.perform(change("two", "notes/a.md", "a\ndone 1\n", "b"), in: box.notebook)
    let second = try #require(try Disk().read(journal))
    let after = try box.files()
    let whole = second.count - "done 2\n".utf8.count
    for size in first.count..<second.count {
      // A whole step may have been carried out or not; a part of one never was.
      for files in size < whole ? [before] : [before, after] {
        try Disk().write(String(decoding: second[..<size], as: UTF8.self), to: journal)
        try box.write(String(decoding: files["notes/a.md"] ?? [], as: UTF8.self), to: "notes/a.md")
        let log = try UndoLog(folder: box.undoFolder)
        #expect(try log.recover(in: box.notebook) == [])
        #expect(try box.files() == (size < whole ? before : after))
        let labels = [try log.undo(in: box.notebook)?.label, try log.undo(in: box.notebook)?.label]
        #expect(labels == (size < whole ? ["one", nil] : ["two", "one"]), "\(size)")
        #expect(try box.notebook.text(of: "notes/a.md") == nil)
      }
    }
  }

  @Test func `what the power left of a step is none`() throws {
    let box = try FilesSandbox()
    let log = try UndoLog(folder: box.undoFolder)
    try log.perform(change("one", "notes/a.md", nil, "a"), in: box.notebook)
    let change = change("two", "notes/b.md", nil, "b")
    // Its heading and its length reached the disk, its bytes did not.
    let zeros = [UInt8](repeating: 0, count: change.packed.count)
    let heading = "begun 2 \(zeros.count) \(String(Checksum.of(change.packed), radix: 16))\n"
    try Disk().append(Array(heading.utf8) + zeros + [10], to: log.store.path, flushed: true)
    #expect(try UndoLog(folder: box.undoFolder).recover(in: box.notebook) == [])
    #expect(try log.undo(in: box.notebook)?.label == "one")
    #expect(try log.redo(in: box.notebook)?.label == "one")
  }

  @Test(arguments: 0..<6) func `two programs on one notebook share one history`(seed: Int) throws {
    var dice = FilesDice(seed)
    let box = try FilesSandbox()
    var logs: [UndoLog] = []
    for _ in 0..<2 {
      var store = UndoStore(folder: box.undoFolder)
      store.mostSteps = 6
      store.slack = 200
      logs.append(try UndoLog(store: store))
    }
    var texts: [String?] = [nil]
    var place = 0
    for number in 0..<40 {
      let log = logs[Int.random(in: 0...1, using: &dice)]
      switch Int.random(in: 0...3, using: &dice) {
      case 0 where place > max(0, texts.count - 6):
        #expect(try log.undo(in: box.notebook) != nil)
        place -= 1
      case 1 where place < texts.count - 1:
        #expect(try log.redo(in: box.notebook) != nil)
        place += 1
      default:
        let new = "text \(number)"
        try log.perform(
          change("step \(number)", "notes/a.md", texts[place], new), in: box.notebook)
        texts = texts[...place] + [new]
        place += 1
      }
      #expect(try box.notebook.text(of: "notes/a.md") == texts[place])
    }
    // Written anew now and then, the journal does not grow for ever.
    #expect(try #require(try Disk().read(logs[0].store.path)).count < 1_500)
  }

  @Test func `a journal of another program is put aside`() throws {
    let box = try FilesSandbox()
    let log = try UndoLog(folder: box.undoFolder)
    try Disk().write("postil undo 2 of a later program\nsomething\n", to: log.store.path)
    #expect(try log.undo(in: box.notebook) == nil)
    #expect(try Disk().text(log.store.path + ".damaged")?.contains("undo 2") == true)
    try log.perform(change("one", "notes/a.md", nil, "a"), in: box.notebook)
    #expect(try UndoLog(folder: box.undoFolder).undo(in: box.notebook)?.label == "one")
  }

  @Test func `a step that the disk refused leaves what can be done again`() throws {
    let box = try FilesSandbox()
    let log = try UndoLog(folder: box.undoFolder)
    try log.perform(change("one", "notes/a.md", nil, "a"), in: box.notebook)
    _ = try log.undo(in: box.notebook)
    // A file stands where a folder shall be.
    try box.write("", to: "notes/b")
    #expect(throws: Problem.self) {
      try log.perform(change("two", "notes/b/c.md", nil, "c"), in: box.notebook)
    }
    #expect(try log.redo(in: box.notebook)?.label == "one")
  }
}
