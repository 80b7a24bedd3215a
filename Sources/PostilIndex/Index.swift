public import PostilCore

/// The SQLite index of a notebook: a cache, rebuilt whenever there is any doubt about it.
public struct Index: Sendable {
  /// Opens the index in `folder`, or begins an empty one; never fails for what it finds there.
  ///
  /// - Throws: when the folder cannot be written.
  public init(folder: String, of notebook: Notebook) throws(Problem) {}

  /// Brings the index up to date with every file; calls `progress` with (done, of) every few
  /// hundred files and stops early when it answers false. Returns whether anything changed.
  public func reconcile(progress: (Int, Int) -> Bool) throws(Problem) -> Bool { false }
  /// Brings single files up to date, those of a change or of an outside edit.
  public func update(paths: [String]) throws(Problem) {}
  /// Takes the new lines of `reading.log`.
  public func updateReading() throws(Problem) {}
  /// Throws everything away and builds it anew from the files.
  public func rebuild(progress: (Int, Int) -> Bool) throws(Problem) {}
}
