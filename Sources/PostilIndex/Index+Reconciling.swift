import Dispatch
import Foundation
import GRDB
import PostilCore
import Synchronization

extension Index {
  /// With more files than this to read, transactions are larger: each has its price.
  private static let much = 5_000

  /// Takes what the files say and the tables do not; returns whether there was anything.
  func catchUp(trusting: Bool, _ progress: (Int, Int) -> Bool) throws -> Bool {
    let hasRead = try takeReading()
    let survey = try Survey(notebook, store, trusting: trusting)
    // Of what was not taken as a whole, nothing is noted.
    if try take(survey, progress), survey.hasNews {
      try store.write { try Folders.note(survey, $0) }
    }
    return survey.gone.count + survey.changed.count > 0 || hasRead
  }

  /// Returns false when `progress` stopped it.
  private func take(_ survey: Survey, _ progress: (Int, Int) -> Bool) throws -> Bool {
    var (gone, changed) = (survey.gone, survey.changed)
    guard gone.count + changed.count > 0 else { return true }
    let known = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM record") ?? 0 }
    guard known == 0 || gone.count + changed.count > Self.much else {
      let isDone = try take(changed, gone, 500, progress)
      try pack()
      return isDone
    }
    // More than there was: from the beginning, everything finds its place.
    if changed.count > known, known > 0 {
      try store.startOver()
      try takeReading()
      changed = try notebook.stamps()
      gone = []
    }
    return try store.writingMuch {
      let isDone = try take(Arrival.ordered(changed, in: notebook), gone, 2_000, progress)
      try pack()
      return isDone
    }
  }

  private func pack() throws {
    try store.write { try packs.pack($0, unlessFewerThan: loose) }
  }

  /// Takes the new lines of `reading.log`; returns whether there were any.
  @discardableResult
  func takeReading() throws -> Bool {
    guard try !store.read({ try Revision(notebook, $0).knowsReading() }) else { return false }
    return try store.write { try Revision(notebook, $0).takeReading() }
  }

  /// Returns false when `progress` stopped it.
  private func take(
    _ changed: [Notebook.Stamp], _ gone: [String], _ portion: Int, _ progress: (Int, Int) -> Bool
  ) throws -> Bool {
    let total = gone.count + changed.count
    var done = 0
    for start in stride(from: 0, to: gone.count, by: portion) {
      let paths = gone[start..<min(start + portion, gone.count)]
      try store.write { db in
        try Revision(notebook, db).take(Set(paths))
        try Folders.doubt(paths, db)
      }
      done += paths.count
      guard progress(done, total) else { return false }
    }
    for start in stride(from: 0, to: changed.count, by: portion) {
      let drafts = read(changed[start..<min(start + portion, changed.count)])
      try store.write { db in
        try Revision(notebook, db).take(drafts)
        try Folders.doubt(drafts.lazy.map(\.stamp.path), db)
      }
      done += drafts.count
      guard progress(done, total) else { return false }
    }
    return true
  }

  /// Reads files on two cores.
  private func read(_ stamps: ArraySlice<Notebook.Stamp>) -> [Draft] {
    let middle = stamps.startIndex + stamps.count / 2
    let halves = [stamps[..<middle], stamps[middle...]]
    guard stamps.count > 32 else { return Draft.all(stamps, of: notebook) }
    let first = Mutex<[Draft]>([])
    let isDone = DispatchSemaphore(value: 0)
    // No dispatch queue: once used, they wake the program every second on Linux.
    Thread.detachNewThread { [notebook] in
      let drafts = Draft.all(halves[0], of: notebook)
      first.withLock { $0 = drafts }
      isDone.signal()
    }
    let second = Draft.all(halves[1], of: notebook)
    isDone.wait()
    return first.withLock { $0 } + second
  }
}
