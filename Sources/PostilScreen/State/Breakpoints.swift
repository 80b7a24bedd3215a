/// From which widths of the screen on there is more beside the text; columns of cells.
public struct Breakpoints: Hashable, Sendable {
  /// The list stands left of the post.
  public var list: Int
  /// Notes stand in a margin; below that they fold under their lines.
  public var margin: Int
  /// Notes are folded at all; below that the screen has room for the text only.
  public var notes: Int

  /// Widths in columns; those of the design where nothing is said.
  public init(list: Int = 120, margin: Int = 72, notes: Int = 44) {
    self.list = list
    self.margin = margin
    self.notes = notes
  }

  /// What is left of each part at these widths is still a column that can be read.
  static let least = Breakpoints(list: 100, margin: 62, notes: 20)
}
