#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// One folder, gone through without a string for each file: there may be a hundred thousand.
enum Listing {
  enum Kind {
    case record(stat)
    case folder
  }

  /// Calls `visit` with the name and the kind of every record and folder directly in a folder;
  /// returns the folder's own mark as it was before, nil when it is not there.
  @discardableResult
  static func of(
    _ absolute: String, calling path: String, visit: (UnsafeRawBufferPointer, Kind) -> Void
  ) throws(Problem) -> (modified: Int, inode: UInt64)? {
    let descriptor = open(absolute, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if [ENOENT, ENOTDIR, ELOOP].contains(errno) { return nil }
      throw Disk.problem("cannot read the folder", path)
    }
    // Before it is read: what comes while it is read moves its time again.
    var own = stat()
    guard fstat(descriptor, &own) == 0, let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw Disk.problem("cannot read the folder", path)
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      visitEntry(entry, in: descriptor, visit)
    }
    return mark(own)
  }

  /// A folder's own mark; nil when it is not there.
  static func mark(of absolute: String) -> (modified: Int, inode: UInt64)? {
    var status = stat()
    guard lstat(absolute, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    return mark(status)
  }

  private static func visitEntry(
    _ entry: UnsafeMutablePointer<dirent>, in folder: Int32,
    _ visit: (UnsafeRawBufferPointer, Kind) -> Void
  ) {
    withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 256) { name in
        let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
        guard bytes.first != UInt8(ascii: ".") else { return }
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: visit(bytes, .folder)
        case S_IFREG where bytes.suffix(3).elementsEqual(".md".utf8) && isText(bytes):
          visit(bytes, .record(status))
        default: break
        }
      }
    }
  }

  private static func isText(_ name: UnsafeRawBufferPointer) -> Bool {
    name.allSatisfy { $0 < 0x80 } || String(validating: name, as: UTF8.self) != nil
  }

  private static func mark(_ status: stat) -> (modified: Int, inode: UInt64) {
    (Notebook.Stamp.modified(status), UInt64(status.st_ino))
  }
}

extension Notebook.Stamp {
  static func sum(_ name: UnsafeRawBufferPointer, _ status: stat) -> Int64 {
    sum(name, Int(status.st_size), modified(status), UInt64(status.st_ino))
  }

  /// One file's share in the sum of its folder: names are as different as their bytes.
  static func sum(_ name: UnsafeRawBufferPointer, _ size: Int, _ modified: Int, _ inode: UInt64)
    -> Int64
  {
    var sum = Checksum.of(name)
    for number in [UInt64(bitPattern: Int64(size)), UInt64(bitPattern: Int64(modified)), inode] {
      sum = Checksum.mixed(sum ^ number)
    }
    return Int64(bitPattern: sum)
  }
}
