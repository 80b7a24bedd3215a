/// Every change of a notebook, kept outside it, so that undo survives a restart and a crash.
///
/// One journal under `$XDG_STATE_HOME/postil/<notebook>`. A change is written down before it is
/// carried out, and rolled forward when the program died in between. A lock in that folder keeps the
/// shell and the screen from writing at the same moment.
public struct UndoLog: Sendable {
  let store: UndoStore
  let lock: FileLock

  /// Opens the log in a folder, which is made when missing.
  ///
  /// - Throws: when the folder cannot be made.
  public init(folder: String) throws(Problem) {
    try self.init(store: UndoStore(folder: folder))
  }

  init(store: UndoStore) throws(Problem) {
    self.store = store
    try store.disk.makeFolder(store.folder, mode: 0o700)
    lock = FileLock(path: store.folder + "/lock")
  }

  /// Carries a change out and makes it the newest step; what was undone is forgotten.
  ///
  /// A change that alters no file leaves the log as it is. `progress` is told (done, of), and stops it
  /// by answering false. `secured` is called when the change is on the disk in the log: from then on a
  /// crash loses none of it, though the files may follow only when the notebook is opened again.
  ///
  /// - Throws: when the disk is not as the change expects, or cannot be written, or it was stopped;
  ///   nothing is changed then.
  public func perform(
    _ change: Change, in notebook: Notebook, progress: (Int, Int) -> Bool = { _, _ in true },
    secured: () -> Void = {}
  ) throws(Problem) {
    _ = try perform(change, in: notebook, partOf: nil, progress: progress, secured: secured)
  }

  /// Carries out one of several changes that are taken back together.
  ///
  /// `group` is what the change before it gave, nil for the first; the answer is for the next one.
  ///
  /// - Throws: as the one above; what the changes before it did stays.
  public func perform(
    _ change: Change, in notebook: Notebook, partOf group: Int?,
    progress: (Int, Int) -> Bool = { _, _ in true }, secured: () -> Void = {}
  ) throws(Problem) -> Int? {
    let change = change.withoutIdleFiles
    guard !change.files.isEmpty else { return group }
    return try lock.hold { () throws(Problem) in
      _ = try settle(in: notebook)
      try notebook.compare(change)
      let step = try store.begin(change, partOf: group)
      secured()
      try carryOut(change, in: notebook, step, orBackTo: .dropped, progress: progress)
      try store.move(step, to: .done)
      store.tidy()
      return step.group
    }
  }

  /// Takes the newest step back; nil when there is none.
  ///
  /// Of one that was carried out in parts, the change that is returned names the files only.
  ///
  /// - Throws: when a file was changed since; nothing is touched then.
  public func undo(in notebook: Notebook) throws(Problem) -> Change? {
    try lock.hold { () throws(Problem) -> Change? in
      _ = try settle(in: notebook)
      let done = try store.steps().filter { $0.state == .done }
      guard let newest = done.last else { return nil }
      let parts = done.reversed().filter { $0.group == newest.group }
      return try turn(parts, through: .undoing, to: .undone, in: notebook)
    }
  }

  /// Does again what was undone last; nil when there is nothing.
  ///
  /// - Throws: when a file was changed since; nothing is touched then.
  public func redo(in notebook: Notebook) throws(Problem) -> Change? {
    try lock.hold { () throws(Problem) -> Change? in
      _ = try settle(in: notebook)
      let undone = try store.steps().filter { $0.state == .undone }
      guard let oldest = undone.first else { return nil }
      let parts = undone.filter { $0.group == oldest.group }
      return try turn(parts, through: .redoing, to: .done, in: notebook)
    }
  }

  /// Finishes a change that a crash interrupted; called when a notebook is opened.
  ///
  /// - Returns: files that were left alone because somebody changed them meanwhile.
  @discardableResult
  public func recover(in notebook: Notebook) throws(Problem) -> [Problem] {
    guard !store.isSettled else { return [] }
    return try lock.hold { () throws(Problem) in try settle(in: notebook) }
  }

  /// Runs `body` while no other program writes into the notebook through this log.
  public func hold<Result>(_ body: () throws(Problem) -> Result) throws(Problem) -> Result {
    try lock.hold(body)
  }
}

extension UndoLog {
  /// Carries stored steps out in one direction, in this order; returns what it did to the files.
  private func turn(
    _ steps: [UndoStep], through passage: UndoStep.State, to end: UndoStep.State,
    in notebook: Notebook
  ) throws(Problem) -> Change {
    if steps.count > 1 { try compare(steps, isUndoing: passage == .undoing, in: notebook) }
    var all = Change("", [])
    for step in steps {
      let change = try turn(step, through: passage, to: end, in: notebook)
      guard steps.count > 1 else { return change }
      if all.label.isEmpty || passage == .redoing { all.label = change.label }
      // The texts of all parts may be more than there is memory for.
      all.files += change.files.map { Change.File($0.path, before: nil, after: nil) }
    }
    return all
  }

  /// - Throws: when the disk is not as one of the steps expects, those before it being carried out.
  private func compare(_ steps: [UndoStep], isUndoing: Bool, in notebook: Notebook) throws(Problem)
  {
    var seen: Set<String> = []
    for step in steps {
      let stored = try store.change(step)
      var change = isUndoing ? stored.inverse : stored
      change.files.removeAll { !seen.insert($0.path).inserted }
      try compare(change, isUndoing: isUndoing, in: notebook)
    }
  }

  private func compare(_ change: Change, isUndoing: Bool, in notebook: Notebook) throws(Problem) {
    do throws(Problem) {
      try notebook.compare(change)
    } catch {
      var problem = error
      problem.message =
        "cannot \(isUndoing ? "undo" : "redo") “\(change.label)”: " + error.message
      throw problem
    }
  }

  /// Carries a stored step out in one direction; returns what it did to the files.
  private func turn(
    _ step: UndoStep, through passage: UndoStep.State, to end: UndoStep.State, in notebook: Notebook
  ) throws(Problem) -> Change {
    let stored = try store.change(step)
    let change = passage == .undoing ? stored.inverse : stored
    try compare(change, isUndoing: passage == .undoing, in: notebook)
    let moving = try store.move(step, to: passage)
    try carryOut(change, in: notebook, moving, orBackTo: step.state)
    try store.move(moving, to: end)
    return change
  }

  /// Writes the files; when the disk refuses, puts back what was written and the step with it.
  private func carryOut(
    _ change: Change, in notebook: Notebook, _ step: UndoStep, orBackTo state: UndoStep.State,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws(Problem) {
    do throws(Problem) {
      try notebook.carryOut(change, progress: progress)
    } catch {
      guard let left = try? notebook.finish(change.inverse), left.isEmpty else { throw error }
      try store.move(step, to: state)
      throw error
    }
  }

  /// Rolls forward what a killed program left unfinished.
  private func settle(in notebook: Notebook) throws(Problem) -> [Problem] {
    var left: [Problem] = []
    for step in try store.steps() where step.state.isUnfinished {
      store.disk.sweep(store.folder)
      // What was not written down as a whole was never begun.
      guard step.state != .begun || store.isWhole(step) else {
        try store.move(step, to: .dropped)
        continue
      }
      let stored = try store.change(step)
      left += try notebook.finish(step.state == .undoing ? stored.inverse : stored)
      try store.move(step, to: step.state == .undoing ? .undone : .done)
    }
    return left
  }
}

extension Change {
  /// Without the files that it would leave as they are, byte for byte.
  var withoutIdleFiles: Change {
    Change(label, files.filter { !Self.isSame($0.before, $0.after) })
  }

  package static func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.utf8.elementsEqual(other.utf8)
  }
}
