import Dispatch
import Foundation
import GRDB
public import PostilCore
import Synchronization

/// The SQLite index of a notebook: a cache, rebuilt whenever there is any doubt about it.
public struct Index: Sendable {
  private let store: Store
  let packs: PackShelf
  private let loose: Int
  private let notebook: Notebook

  /// With more files than this to read, transactions are larger: each has its price.
  private static let much = 5_000

  /// Opens the index in `folder`, or begins an empty one; never fails for what it finds there.
  ///
  /// - Parameter loose: so many texts of posts are not packed (`TextPack`).
  /// - Throws: when the folder cannot be written.
  public init(folder: String, of notebook: Notebook, loose: Int = 500) throws(Problem) {
    store = try Store(folder: folder, root: notebook.root)
    self.notebook = notebook
    packs = PackShelf(folder: folder)
    self.loose = loose
  }

  /// Brings the index up to date with every file; calls `progress` with (done, of) every few
  /// hundred files and stops early when it answers false. Returns whether anything changed.
  public func reconcile(progress: (Int, Int) -> Bool) throws(Problem) -> Bool {
    try mending(orElse: true) { try catchUp(progress) }
  }

  /// Brings single files up to date, those of a change or of an outside edit.
  public func update(paths: [String]) throws(Problem) {
    try mending(orElse: ()) {
      if paths.contains(Layout.readingLog) { try takeReading() }
      let records = Set(paths.filter { Layout.kind(of: $0) != nil && !$0.contains("/.") })
      guard !records.isEmpty else { return }
      try store.write { try Revision(notebook, $0).take(records) }
    }
  }

  /// Takes the new lines of `reading.log`.
  public func updateReading() throws(Problem) {
    try mending(orElse: ()) { _ = try takeReading() }
  }

  /// Throws everything away and builds it anew from the files.
  public func rebuild(progress: (Int, Int) -> Bool) throws(Problem) {
    try store.startOver()
    do {
      _ = try catchUp(progress)
    } catch {
      throw Problem(ofIndex: error)
    }
  }

  /// Asks the tables; builds them anew first when they turn out to be damaged.
  func ask<Answer>(_ question: (Database) throws -> Answer) throws(Problem) -> Answer {
    do {
      return try store.read(question)
    } catch  where Store.isDoubtful(error) {
      try rebuild { _, _ in true }
    } catch {
      throw Problem(ofIndex: error)
    }
    do {
      return try store.read(question)
    } catch {
      throw Problem(ofIndex: error)
    }
  }

  /// Does a work that a rebuild would have done as well.
  private func mending<Done>(orElse rebuilt: Done, _ work: () throws -> Done) throws(Problem)
    -> Done
  {
    do {
      return try work()
    } catch  where Store.isDoubtful(error) {
      try rebuild { _, _ in true }
      return rebuilt
    } catch {
      throw Problem(ofIndex: error)
    }
  }

  private func catchUp(_ progress: (Int, Int) -> Bool) throws -> Bool {
    let hasRead = try takeReading()
    let stamps = try notebook.stamps()
    let known = try store.read(Revision.known)
    var changed = stamps.filter { known[$0.path] != $0 }
    let present = Set(stamps.lazy.map(\.path))
    var gone = known.keys.filter { !present.contains($0) }.sorted()
    guard known.isEmpty || gone.count + changed.count > Self.much else {
      let hasChanged = try take(changed, gone, 500, progress)
      if hasChanged { try pack() }
      return hasChanged || hasRead
    }
    // More than there was: from the beginning, everything finds its place.
    if changed.count > known.count, !known.isEmpty {
      try store.startOver()
      try takeReading()
      changed = stamps
      gone = []
    }
    return try store.writingMuch {
      let hasChanged = try take(
        Arrival.ordered(changed, in: notebook), gone, 2_000, progress)
      try pack()
      return hasChanged
    } || hasRead
  }

  private func pack() throws {
    try store.write { try packs.pack($0, unlessFewerThan: loose) }
  }

  private func take(
    _ changed: [Notebook.Stamp], _ gone: [String], _ portion: Int, _ progress: (Int, Int) -> Bool
  ) throws -> Bool {
    let total = gone.count + changed.count
    var done = 0
    for start in stride(from: 0, to: gone.count, by: portion) {
      let paths = gone[start..<min(start + portion, gone.count)]
      try store.write { try Revision(notebook, $0).take(Set(paths)) }
      done += paths.count
      guard progress(done, total) else { return true }
    }
    for start in stride(from: 0, to: changed.count, by: portion) {
      let drafts = read(changed[start..<min(start + portion, changed.count)])
      try store.write { try Revision(notebook, $0).take(drafts) }
      done += drafts.count
      guard progress(done, total) else { return true }
    }
    return total > 0
  }

  /// Reads files on two cores.
  private func read(_ stamps: ArraySlice<Notebook.Stamp>) -> [Draft] {
    let middle = stamps.startIndex + stamps.count / 2
    let halves = [stamps[..<middle], stamps[middle...]]
    guard stamps.count > 32 else { return stamps.compactMap { Draft($0, of: notebook) } }
    let first = Mutex<[Draft]>([])
    let isDone = DispatchSemaphore(value: 0)
    // No dispatch queue: once used, they wake the program every second on Linux.
    Thread.detachNewThread { [notebook] in
      let drafts = halves[0].compactMap { Draft($0, of: notebook) }
      first.withLock { $0 = drafts }
      isDone.signal()
    }
    let second = halves[1].compactMap { Draft($0, of: notebook) }
    isDone.wait()
    return first.withLock { $0 } + second
  }

  @discardableResult
  private func takeReading() throws -> Bool {
    try store.write { try Revision(notebook, $0).takeReading() }
  }
}

extension Problem {
  /// Anything that went wrong with the tables, other than damage.
  init(ofIndex error: any Error) {
    let words = (error as? DatabaseError)?.message ?? ""
    if words.hasPrefix("the regular expression") {
      self.init(words, hint: "Repeat less: (a+)+ goes through a text in too many ways, a+ in one.")
      return
    }
    self =
      error as? Problem
      ?? Problem(
        "the index does not answer: \(error)",
        hint: "Try again; `postil index` builds it anew.")
  }
}
