import GRDB
import PostilCore

extension Index {
  /// With more files than this to read, transactions are larger: each has its price.
  private static let much = 5_000
  /// So many portions are written at once.
  private static let mostPortions = 16

  /// Takes what the files say and the tables do not; returns whether there was anything.
  func catchUp(
    trusting: Bool, _ written: WrittenFiles, _ progress: (Int, Int) -> Bool
  ) throws -> Bool {
    try store.complete()
    let hasRead = try takeReading()
    let survey = try Survey(notebook, store, trusting: trusting)
    // Of what was not taken as a whole, nothing is noted.
    if try take(survey, written, progress), survey.hasNews {
      try store.write { try Folders.note(survey, $0) }
    }
    return survey.gone.count + survey.changed.count > 0 || hasRead
  }

  /// Returns false when `progress` stopped it.
  private func take(
    _ survey: Survey, _ written: WrittenFiles, _ progress: (Int, Int) -> Bool
  ) throws -> Bool {
    var (gone, changed) = (survey.gone, survey.changed)
    guard gone.count + changed.count > 0 else { return true }
    let known = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM record") ?? 0 }
    // After so much everything finds its place best from the beginning.
    let isAnew = try known > 0 && (changed.count > max(Self.much, known / 2) || isDisordered())
    if isAnew {
      try store.startOver()
      try takeReading()
      changed = Stamps(try notebook.stamps())
      gone = []
    }
    guard isAnew || known == 0 || gone.count + changed.count > Self.much else {
      let arrival = Arrival(asTheyAre: changed)
      return try take(arrival, gone, 500, isFirst: false, progress)
    }
    let isFirst = isAnew || known == 0
    return try store.writingMuch {
      if isFirst { try store.write { try $0.execute(sql: Schema.withoutLaterIndexes) } }
      let arrival = Arrival(of: changed, in: notebook, written)
      return try take(arrival, gone, 2_000, isFirst: isFirst, progress)
    }
  }

  /// Whether many entries have no place by their ids: each of them costs whoever looks at a list.
  private func isDisordered() throws -> Bool {
    try store.read { db in
      let late = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM entry WHERE isLate AND head IS NOT NULL")
      guard let late, late > 2_000 else { return false }
      return late > (try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0) / 4
    }
  }

  /// Takes the new lines of `reading.log`; returns whether there were any.
  @discardableResult
  func takeReading() throws -> Bool {
    guard try !store.read({ try Revision.knowsReading(of: notebook, $0) }) else {
      return false
    }
    return try store.write { try Revision(notebook, $0, shelf).takeReading() }
  }

  /// Returns false when `progress` stopped it.
  private func take(
    _ changed: Arrival, _ gone: [String], _ portion: Int, isFirst: Bool,
    _ progress: (Int, Int) -> Bool
  ) throws -> Bool {
    let total = gone.count + changed.count
    var done = 0
    for start in stride(from: 0, to: gone.count, by: portion) {
      let paths = gone[start..<min(start + portion, gone.count)]
      try store.write { db in
        let revision = try Revision(notebook, db, shelf)
        try revision.take(Set(paths))
        try revision.finish()
        try Folders.doubt(paths, db)
      }
      done += paths.count
      guard progress(done, total) else { return false }
    }
    return try take(changed, portion, isFirst: isFirst) { count in
      done += count
      return progress(done, total)
    }
  }

  private func reading(_ stamps: [Notebook.Stamp]) -> Meanwhile<[Draft]> {
    Meanwhile(isMuch: stamps.count > 32) { [notebook] in Draft.all(stamps, of: notebook) }
  }

  /// The first transaction is small, that there is something to see; the more each of the others
  /// takes, the less often the same pages are written.
  private func take(
    _ changed: Arrival, _ portion: Int, isFirst: Bool, _ goesOn: (Int) -> Bool
  ) throws -> Bool {
    let portions = stride(from: 0, to: changed.count, by: portion).map {
      $0..<min($0 + portion, changed.count)
    }
    var next = portions.first.map { reading(changed[$0]) }
    var index = 0
    var size = 1
    var isWanted = true
    while index < portions.count, isWanted {
      try store.write { db in
        let revision = try Revision(notebook, db, shelf, isFirst: isFirst)
        var paths: [String] = []
        for _ in 0..<min(size, portions.count - index) where isWanted {
          let drafts = next?.result() ?? []
          // The next files are read while these are written into the tables.
          index += 1
          next = index < portions.count ? reading(changed[portions[index]]) : nil
          try revision.take(drafts)
          paths += drafts.lazy.map(\.stamp.path)
          isWanted = goesOn(drafts.count)
        }
        try revision.finish()
        try Folders.doubt(paths, db)
      }
      size = min(size * 2, Self.mostPortions)
    }
    return isWanted
  }
}
