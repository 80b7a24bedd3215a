/// A folder of plain files that is a notebook; the only code that writes into it.
public struct Notebook: Sendable {
  /// The folder's real, absolute path.
  public let root: String

  /// Opens the notebook whose root is a folder with `postil.yaml`.
  ///
  /// - Throws: when there is none, or its format is newer than this program.
  public init(at root: String) throws(Problem) {
    self.root = root
  }

  /// The nearest folder upward from `folder` that holds `postil.yaml`.
  public static func find(from folder: String) -> String? { nil }

  /// Makes an empty notebook; refuses a folder that already is one.
  public static func create(at folder: String, title: String?) throws(Problem) -> Notebook {
    try Notebook(at: folder)
  }

  public var title: String { "" }

  /// A record file as the scan sees it; `path` is relative to the root, times are nanoseconds UTC.
  public struct Stamp: Hashable, Sendable {
    public var path: String
    public var size: Int
    public var modified: Int
    public var inode: UInt64

    public init(path: String, size: Int, modified: Int, inode: UInt64) {
      self.path = path
      self.size = size
      self.modified = modified
      self.inode = inode
    }
  }

  /// Every file under `posts/`, `claims/`, `notes/`, `tags/`, `queries/` that ends in `.md`.
  public func stamps() throws(Problem) -> [Stamp] { [] }
  /// One file's stamp; nil when it is not there.
  public func stamp(of path: String) -> Stamp? { nil }

  /// The whole text of a file; nil when it is not there.
  public func text(of path: String) throws(Problem) -> String? { nil }

  /// Reads a record by its path; the folder tells the kind, `kind:` confirms it.
  public func record(at path: String) throws(Problem) -> AnyRecord {
    throw Problem("not yet")
  }

  /// A post with everything that hangs on it.
  public func dossier(of post: String, in catalog: any Catalog) throws(Problem) -> Dossier {
    throw Problem("not yet")
  }

  /// What an edit means for the files as they stand on the disk now.
  ///
  /// - Throws: when the target is missing, or the disk no longer says what `from` says.
  public func change(for edit: Edit, at now: Instant, in catalog: any Catalog) throws(Problem)
    -> Change
  {
    throw Problem("not yet")
  }

  /// Carries a change out, atomically file by file, after comparing the disk with each `before`.
  ///
  /// - Throws: when another program changed a file in between; nothing is written then.
  public func apply(_ change: Change) throws(Problem) {}

  /// Appends to `reading.log` that a post was read or is unread again.
  public func markRead(_ post: String, _ isRead: Bool, at now: Instant) throws(Problem) {}

  /// `reading.log` as it stands: the last word on each post.
  public func reading() throws(Problem) -> [String: Bool] { [:] }
}

/// A record of any kind, with its file.
public enum AnyRecord: Hashable, Sendable {
  case post(Post)
  case claim(Claim)
  case note(Note)
  case tag(TagDefinition)
  case query(name: String, query: String, text: String)
}
