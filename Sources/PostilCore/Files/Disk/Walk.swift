#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Goes through folders quickly: one `fstatat` a file, no path is looked up twice.
///
/// Links are not followed, so the walk ends and stays in the notebook; hidden files are no records.
struct Walk {
  /// Records: files that end in `.md`.
  private(set) var stamps: [Notebook.Stamp] = []
  /// Names that are no records, relative to the root; unfinished files among them.
  private(set) var others: [String] = []

  /// Walks through folders under a root; those that are missing hold nothing.
  init(_ root: String, _ folders: [String]) throws(Problem) {
    stamps.reserveCapacity(1 << 12)
    for folder in folders {
      let descriptor = open(root + "/" + folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if descriptor >= 0 {
        try walk(descriptor, folder, depth: 0)
      } else if errno == ELOOP || errno == ENOTDIR {
        others.append(folder)
      } else if errno != ENOENT {
        throw Disk.problem("cannot read the folder", folder)
      }
    }
  }

  /// Takes over the descriptor.
  private mutating func walk(_ descriptor: Int32, _ folder: String, depth: Int) throws(Problem) {
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw Disk.problem("cannot read the folder", folder)
    }
    defer { closedir(stream) }
    let prefix = folder + "/"
    while let entry = readdir(stream) {
      guard let name = Self.name(of: entry) else {
        others.append(prefix + Self.repairedName(of: entry))
        continue
      }
      guard !name.hasPrefix(".") else {
        if name.hasPrefix(Disk.temporary) { others.append(prefix + name) }
        continue
      }
      try visit(name, prefix + name, in: descriptor, depth: depth)
    }
  }

  private mutating func visit(_ name: String, _ path: String, in folder: Int32, depth: Int)
    throws(Problem)
  {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR where depth < 50:
      let inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard inner >= 0 else { throw Disk.problem("cannot read the folder", path) }
      try walk(inner, path, depth: depth + 1)
    case S_IFREG where name.hasSuffix(".md"): stamps.append(.init(path, status))
    default: others.append(path)
    }
  }

  /// The name in a folder's entry; nil when it is not UTF-8.
  static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
  }

  private static func repairedName(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
  }
}

extension Notebook.Stamp {
  init(_ path: String, _ status: stat) {
    self.init(
      path: path, size: Int(status.st_size), modified: Self.modified(status),
      inode: UInt64(status.st_ino))
  }

  static func modified(_ status: stat) -> Int {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  /// Of a file at an absolute path; nil when it is not there or is no regular file.
  init?(_ path: String, at absolute: String) {
    var status = stat()
    guard lstat(absolute, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(path, status)
  }
}
