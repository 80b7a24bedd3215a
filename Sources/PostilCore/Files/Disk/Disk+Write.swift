#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Disk {
  /// What the names of unfinished files begin with; hidden, so that no walk sees them.
  static let temporary = ".postil-"

  /// Replaces a file as a whole, or makes it with its folders; on the disk when it returns.
  ///
  /// Written beside the old file, flushed, and renamed over it: whoever reads sees one or the other.
  func write(_ text: String, to path: String) throws(Problem) {
    try put([Piece(path: path, text: text)])
  }

  /// Deletes a file; nothing happens when it is not there.
  func remove(_ path: String) throws(Problem) {
    try put([Piece(path: path, text: nil)])
  }

  /// What shall become of a file.
  struct Piece {
    var path: String
    /// Nil deletes it.
    var text: String?
    /// Whether nothing has this name so far.
    var isNew = false
  }

  /// Replaces and deletes files, each as a whole; on the disk when it returns.
  ///
  /// Texts are flushed before the first of them gets its name, and the names at the end. `progress`
  /// is told (done, of) and may stop it by answering false: no file has changed then.
  func put(
    _ files: [Piece], progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws(Problem) {
    var prepared: [(temporary: String, path: String)] = []
    let texts = files.count { $0.text != nil }
    // Each flush waits for the disk, and one of all waits for what others write too.
    let isFew = texts <= 8
    var folders: Set<String> = []
    do throws(Problem) {
      for file in files where file.text != nil {
        guard progress(prepared.count, texts) else {
          throw Problem("stopped; nothing was written")
        }
        let folder = Self.folder(of: file.path)
        if folders.insert(folder).inserted { try makeFolder(folder) }
        prepared.append((try prepare(file, flushed: isFew), file.path))
      }
    } catch {
      for file in prepared { discard(file.temporary) }
      throw error
    }
    if !isFew { sync() }
    for file in prepared { try commit(file.temporary, as: file.path) }
    for file in files where file.text == nil {
      try unlink(file.path)
      folders.insert(Self.folder(of: file.path))
    }
    for folder in folders { flushFolder(folder) }
  }

  /// Gives a file another name in the same folder.
  func move(_ path: String, to other: String) throws(Problem) {
    try act()
    guard rename(path, other) == 0 else { throw Self.problem("cannot rename", path) }
    flushFolder(Self.folder(of: path))
  }

  /// Makes a folder and those above it.
  func makeFolder(_ folder: String, mode: mode_t = 0o777) throws(Problem) {
    guard !folder.isEmpty, !exists(folder) else { return }
    let parent = Self.folder(of: folder)
    try makeFolder(parent, mode: mode)
    try act()
    guard mkdir(folder, mode) == 0 || errno == EEXIST else {
      throw Self.problem("cannot make the folder", folder)
    }
    flushFolder(parent)
  }

  /// Deletes unfinished files that a killed program left in a folder.
  func sweep(_ folder: String) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      guard let name = Walk.name(of: entry), name.hasPrefix(Self.temporary) else { continue }
      _ = removeName(folder + "/" + name)
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func temporaryPath(beside path: String) -> String {
    let name = temporary + String(UInt64.random(in: 0...(.max)), radix: 36)
    return folder(of: path) + "/" + name
  }

  func act() throws(Problem) { try beforeAct?() }

  /// Writes an unfinished file beside the place where it shall be; returns its path.
  private func prepare(_ file: Piece, flushed: Bool) throws(Problem) -> String {
    let temporary = Self.temporaryPath(beside: file.path)
    try act()
    do throws(Problem) {
      try fill(temporary, with: file, flushed: flushed)
    } catch {
      discard(temporary)
      throw error
    }
    return temporary
  }

  private func fill(_ temporary: String, with file: Piece, flushed: Bool) throws(Problem) {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.problem("cannot write", file.path) }
    defer { close(descriptor) }
    var status = stat()
    if !file.isNew, stat(file.path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
    try act()
    try put(Array((file.text ?? "").utf8), descriptor, file.path)
    try act()
    if flushed, fsync(descriptor) != 0 { throw Self.problem("cannot write", file.path) }
  }

  private func commit(_ temporary: String, as path: String) throws(Problem) {
    do throws(Problem) {
      try act()
      guard rename(temporary, path) == 0 else { throw Self.problem("cannot write", path) }
    } catch {
      discard(temporary)
      throw error
    }
  }

  private func unlink(_ path: String) throws(Problem) {
    try act()
    guard removeName(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
      throw Self.problem("cannot delete", path)
    }
  }

  func discard(_ temporary: String) {
    if (try? act()) != nil { _ = removeName(temporary) }
  }

  func put(_ bytes: [UInt8], _ descriptor: Int32, _ path: String) throws(Problem) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { writeBytes(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.problem("cannot write", path) }
      done += count
    }
  }

  /// Makes names last; a file system that cannot flush folders is no reason to fail.
  func flushFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// `write(2)`, whose name the methods of `Disk` hide.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

/// `unlink(2)`, whose name a method of `Disk` hides.
private func removeName(_ path: String) -> Int32 { unlink(path) }
