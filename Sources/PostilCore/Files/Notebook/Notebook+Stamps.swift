extension Notebook {
  /// A record file as the scan sees it; `path` is relative to the root, times are nanoseconds UTC.
  public struct Stamp: Hashable, Sendable {
    /// Relative to the root.
    public var path: String
    /// Bytes.
    public var size: Int
    /// Nanoseconds since 1970 in UTC.
    public var modified: Int
    /// The file's number in its file system.
    public var inode: UInt64

    /// A stamp by its parts.
    public init(path: String, size: Int, modified: Int, inode: UInt64) {
      self.path = path
      self.size = size
      self.modified = modified
      self.inode = inode
    }
  }

  /// Every file under `posts/`, `claims/`, `notes/`, `tags/`, `queries/` that ends in `.md`.
  ///
  /// Hidden files are left out and links are not followed; in no order.
  ///
  /// - Throws: when a folder cannot be read.
  public func stamps() throws(Problem) -> [Stamp] {
    try Walk(root, RecordKind.allCases.map(\.folder)).stamps
  }

  /// One file's stamp; nil when it is not there.
  public func stamp(of path: String) -> Stamp? { Stamp(path, at: absolute(path)) }
}
