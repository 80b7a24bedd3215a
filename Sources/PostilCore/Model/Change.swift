/// An edit of files that can be reversed: the unit of writing and of undo.
public struct Change: Hashable, Sendable, Codable {
  /// One file before and after; nil stands for a file that is not there.
  public struct File: Hashable, Sendable, Codable {
    /// Relative to the notebook's root, with `/`.
    public var path: String
    /// The whole text before.
    public var before: String?
    /// The whole text after.
    public var after: String?

    /// A file of a change.
    public init(_ path: String, before: String?, after: String?) {
      self.path = path
      self.before = before
      self.after = after
    }
  }

  /// What it did, as the status line says it: "tagged a sentence supported".
  public var label: String
  /// The files, in the order in which they are written.
  public var files: [File]

  /// A change with what it does.
  public init(_ label: String, _ files: [File]) {
    self.label = label
    self.files = files
  }

  /// The change that takes this one back.
  public var inverse: Change {
    Change(label, files.reversed().map { File($0.path, before: $0.after, after: $0.before) })
  }
}
