import GRDB
public import PostilCore

/// The SQLite index of a notebook: a cache, rebuilt whenever there is any doubt about it.
public struct Index: Sendable {
  let store: Store
  let shelf: TextShelf
  let lengths = Lengths()
  let words = Index.values.mapValues { _ in Kept<String, [QueryLexicon.Entry]>() }
  let found = Texts.Found()
  let kept = KeptRows()
  let notebook: Notebook

  /// Opens the index in `folder`, or begins an empty one; never fails for what it finds there.
  ///
  /// Who `isAlone` asks and writes one thing after the other.
  ///
  /// - Throws: when the folder cannot be written.
  public init(folder: String, of notebook: Notebook, isAlone: Bool = false) throws(Problem) {
    shelf = TextShelf(folder: folder)
    store = try Store(folder: folder, root: notebook.root, shelf, isAlone: isAlone)
    self.notebook = notebook
  }

  /// Brings the index up to date with every file; calls `progress` with (done, of) every few
  /// hundred files and stops early when it answers false. Returns whether anything changed.
  public func reconcile(progress: (Int, Int) -> Bool) throws(Problem) -> Bool {
    try mending(orElse: true) { try catchUp(trusting: false, WrittenFiles(), progress) }
  }

  /// The same, but quick: where a folder of posts has the time that it had, nothing in it is looked
  /// at. A post that somebody wrote to in its place is seen by `reconcile` alone.
  /// `progress` is told of files (done, of); `written` need not be read for their order.
  public func glance(
    written: WrittenFiles = WrittenFiles(), progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Problem) {
    try mending(orElse: ()) {
      _ = try catchUp(trusting: true, written) { done, total in
        progress(done, total)
        return true
      }
    }
  }

  /// Brings single files up to date, those of a change or of an outside edit.
  public func update(paths: [String]) throws(Problem) {
    try mending(orElse: ()) {
      if paths.contains(Layout.readingLog) { try takeReading() }
      let records = Set(paths.filter { Layout.kind(of: $0) != nil && !$0.contains("/.") })
      guard !records.isEmpty else { return }
      try store.write { db in
        try Folders.keep(records, db) {
          let revision = try Revision(notebook, db, shelf)
          try revision.take(records)
          try revision.finish()
        }
      }
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
      _ = try catchUp(trusting: false, WrittenFiles(), progress)
    } catch {
      throw Problem(ofIndex: error)
    }
  }

  /// The list of the posts that a query finds.
  func listing(_ query: Query, _ folding: Folding, today: Day, _ db: Database) throws -> Listing {
    try Listing(query, folding, today: today, texts(db), lengths)
  }

  /// The texts at one moment.
  func texts(_ db: Database) throws -> Texts { try Texts(db, shelf, found) }

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

  /// Asks several questions of one moment of the index.
  public func together<Answer>(_ questions: () throws(Problem) -> Answer) throws(Problem)
    -> Answer
  {
    do {
      return try store.read { _ in try questions() }
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
