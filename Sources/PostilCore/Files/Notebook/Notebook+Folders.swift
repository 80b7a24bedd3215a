extension Notebook {
  /// One folder of records as a look at it found it.
  public struct Folder: Hashable, Sendable {
    /// Relative to the root.
    public var path: String
    /// The folder's own time: nanoseconds since 1970 in UTC. It moves when a file in it comes, goes or
    /// is replaced, and not when one is written to in its place. Nil when it was that only a moment
    /// ago: the folder may change again without its time showing it.
    public var modified: Int?
    /// The folder's number in its file system.
    public var inode: UInt64
    /// What all records directly in it add up to (`sum(of:)`).
    public var sum: Int64
    /// The folders directly in it, relative to the root.
    public var folders: [String]

    /// A folder by its parts.
    public init(path: String, modified: Int?, inode: UInt64, sum: Int64, folders: [String]) {
      self.path = path
      self.modified = modified
      self.inode = inode
      self.sum = sum
      self.folders = folders
    }
  }

  /// Looks at every record directly in a folder, without keeping what it sees of each; nil when no
  /// folder is there. Hidden files are left out and links are not followed.
  ///
  /// - Throws: when the folder cannot be read.
  public func folder(at path: String) throws(Problem) -> Folder? {
    let now = Disk.now
    var folder = Folder(path: path, modified: nil, inode: 0, sum: 0, folders: [])
    let own = try Listing.of(root + "/" + path, calling: path) { name, kind in
      switch kind {
      case .record(let status): folder.sum &+= Stamp.sum(name, status)
      case .folder: folder.folders.append(path + "/" + String(decoding: name, as: UTF8.self))
      }
    }
    guard let own else { return nil }
    folder.modified = own.modified < now - RecordShelf.settling ? own.modified : nil
    folder.inode = own.inode
    return folder
  }

  /// The records directly in a folder, in no order; none when it is not there.
  ///
  /// - Throws: when the folder cannot be read.
  public func stamps(in folder: String) throws(Problem) -> [Stamp] {
    var stamps: [Stamp] = []
    try Listing.of(root + "/" + folder, calling: folder) { name, kind in
      guard case .record(let status) = kind else { return }
      stamps.append(Stamp(folder + "/" + String(decoding: name, as: UTF8.self), status))
    }
    return stamps
  }

  /// A folder's own time and number, as `Folder` has them; nil when it is not there.
  public func mark(ofFolder path: String) -> (modified: Int, inode: UInt64)? {
    Listing.mark(of: root + "/" + path)
  }

  /// What some records of one folder add up to, in any order: the same as `Folder.sum` when they are
  /// those of the folder.
  public static func sum(of stamps: some Sequence<Stamp>) -> Int64 {
    stamps.reduce(0) { sum, stamp in
      var path = stamp.path
      return path.withUTF8 { bytes in
        let slash = bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1
        let name = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[(slash + 1)...])
        return sum &+ Stamp.sum(name, stamp.size, stamp.modified, stamp.inode)
      }
    }
  }
}
