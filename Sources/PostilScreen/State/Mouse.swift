/// What a hand did with the mouse, and in which cell.
public struct Mouse: Hashable, Sendable {
  /// What was done.
  public enum Deed: Hashable, Sendable {
    case press, drag, release, wheelUp, wheelDown
  }

  /// What was done.
  public var deed: Deed
  /// Cells from the top, from 0.
  public var row: Int
  /// Cells from the left, from 0.
  public var column: Int

  /// Something done in a cell.
  public init(_ deed: Deed, row: Int, column: Int) {
    self.deed = deed
    self.row = row
    self.column = column
  }
}
