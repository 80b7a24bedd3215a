/// Every change of a notebook, kept outside it, so that undo survives a restart and a crash.
///
/// One file a change under `$XDG_STATE_HOME/postil/<notebook>/undo`. A change is written down
/// before it is carried out, and rolled forward when the program died in between.
public struct UndoLog: Sendable {
  /// - Parameter folder: where the log lives; made when missing.
  public init(folder: String) throws(Problem) {}

  /// Carries a change out and makes it the newest step; what was undone is forgotten.
  public func perform(_ change: Change, in notebook: Notebook) throws(Problem) {}
  /// Takes the newest step back; nil when there is none.
  public func undo(in notebook: Notebook) throws(Problem) -> Change? { nil }
  /// Does again what was undone last; nil when there is nothing.
  public func redo(in notebook: Notebook) throws(Problem) -> Change? { nil }
  /// Finishes a change that a crash interrupted; called when a notebook is opened.
  public func recover(in notebook: Notebook) throws(Problem) {}
}
