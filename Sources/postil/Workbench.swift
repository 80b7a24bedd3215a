import Foundation
import PostilCore
import PostilIndex
import PostilScreen

/// An open notebook with its index and its undo log: what the shell and the screen work with.
struct Workbench: Sendable {
  let notebook: Notebook
  let index: Index
  /// Where what is not research is kept: the undo log, reports.
  let stateFolder: String
  let undoLog: UndoLog

  /// Opens the notebook at a path, else the one that `POSTIL_NOTEBOOK` names, else the nearest
  /// folder upward from the current one; finishes what a crash interrupted. A command that asks and
  /// writes one thing after the other `isAlone`.
  ///
  /// - Throws: when there is none, or its cache or state folder cannot be written.
  init(
    notebook path: String?, isAlone: Bool = false,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Problem) {
    notebook = try Notebook(at: Self.root(path, environment))
    let folders = Folders(for: notebook, environment: environment)
    index = try Index(folder: folders.cache, of: notebook, isAlone: isAlone)
    stateFolder = folders.state
    undoLog = try UndoLog(folder: folders.state)
    try undoLog.recover(in: notebook)
  }

  private static func root(_ path: String?, _ environment: [String: String]) throws(Problem)
    -> String
  {
    if let path { return path }
    if let named = environment["POSTIL_NOTEBOOK"], !named.isEmpty { return named }
    if let found = Notebook.find(from: FileManager.default.currentDirectoryPath) { return found }
    throw Problem(
      "there is no notebook here, nor in any folder above",
      hint:
        "`postil init DIR` makes one; -n DIR or POSTIL_NOTEBOOK names one;\n`postil tutor` lets you try one"
    )
  }

  /// What can be looked up without reading all of the notebook.
  var catalog: any Catalog { index }

  /// This moment.
  var now: Instant { Instant(seconds: Int(Date().timeIntervalSince1970.rounded(.down))) }

  /// The time of the day where the person is, by the zone of the system or `TZ`.
  var clock: ClockTime {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return ClockTime(hour: Int(local.tm_hour), minute: Int(local.tm_min))
  }

  /// The UTC day that due dates are held against.
  var today: Day { now.day }

  /// Brings the index up to date with the files, but for posts that somebody wrote to in their place.
  func refresh() throws(Problem) {
    try index.glance()
  }

  /// Throws the index away and builds it anew.
  func rebuild() throws(Problem) {
    try index.rebuild { _, _ in true }
  }

  /// Carries out what a person does, as one step of undo.
  ///
  /// - Throws: when the target is missing, or somebody else changed a file in between.
  @discardableResult
  func perform(_ edit: Edit) throws(Problem) -> Change {
    let change = try index.together { () throws(Problem) in
      try notebook.change(for: edit, at: now, in: catalog)
    }
    return try perform(change)
  }

  /// Carries out a change of files, as one step of undo; `progress` may stop one of many files.
  /// `secured` is called when no crash can lose it any more, `written` when the files are on the disk,
  /// before the index knows.
  @discardableResult
  func perform(
    _ change: Change, progress: (Int, Int) -> Bool = { _, _ in true },
    secured: (Change) -> Void = { _ in }, written: (Change) -> Void = { _ in }
  ) throws(Problem) -> Change {
    try undoLog.perform(change, in: notebook, progress: progress) { secured(change) }
    return try updated(change, written)
  }

  /// Takes the newest step back; nil when there is none.
  func undo(written: (Change) -> Void = { _ in }) throws(Problem) -> Change? {
    guard let change = try undoLog.undo(in: notebook) else { return nil }
    return try updated(change, written)
  }

  /// Does again what was undone last; nil when there is nothing.
  func redo(written: (Change) -> Void = { _ in }) throws(Problem) -> Change? {
    guard let change = try undoLog.redo(in: notebook) else { return nil }
    return try updated(change, written)
  }

  private func updated(_ change: Change, _ written: (Change) -> Void) throws(Problem) -> Change {
    written(change)
    try index.update(paths: change.files.map(\.path))
    return change
  }
}
