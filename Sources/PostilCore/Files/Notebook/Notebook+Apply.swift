extension Notebook {
  /// Carries a change out, atomically file by file, after comparing the disk with each `before`.
  ///
  /// Takes no lock: `UndoLog` holds one around it.
  ///
  /// - Throws: when another program changed a file in between; nothing is written then.
  public func apply(_ change: Change) throws(Problem) {
    try compare(change)
    try carryOut(change)
  }

  /// - Throws: when the disk does not say what a change expects to find.
  func compare(_ change: Change) throws(Problem) {
    var seen: Set<String> = []
    var folders = KnownFolders(self)
    for file in change.files {
      guard seen.insert(file.path).inserted else {
        throw Problem("a change names this file twice", at: .init(file.path))
      }
      if file.before == nil, let path = folders.absolute(file.path), !disk.exists(path) { continue }
      guard try holds(file.before, file.path) else {
        throw Problem(
          file.before == nil
            ? "another file has this name by now" : "the file was changed by another program",
          at: .init(file.path), hint: "Nothing was written. Look at the file, and do it again")
      }
    }
  }

  /// Writes and deletes without looking what is there; on the disk when it returns.
  ///
  /// `progress` is told (done, of), and stops the work by answering false: nothing is written then.
  func carryOut(
    _ change: Change, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws(Problem) {
    var files: [Disk.Piece] = []
    files.reserveCapacity(change.files.count)
    var folders = KnownFolders(self)
    for file in change.files {
      // Where nothing is, there is no link.
      let isNew = file.before == nil
      let known = isNew ? folders.absolute(file.path) : nil
      let path = if let known { known } else { try resolve(file.path) }
      files.append(Disk.Piece(path: path, text: file.after, isNew: isNew))
    }
    do throws(Problem) {
      try disk.put(files, progress: progress)
    } catch {
      // A problem of one file is told with the name that a person knows it by.
      guard let file = files.firstIndex(where: { $0.path == error.place?.file }) else {
        throw error
      }
      throw error.inFile(change.files[file].path)
    }
  }

  /// Makes every file that still is as `before` as `after`; files of a third kind are left alone.
  ///
  /// - Returns: what was left.
  func finish(_ change: Change) throws(Problem) -> [Problem] {
    var left: [Problem] = []
    for folder in Set(change.files.map { Disk.folder(of: absolute($0.path)) }) {
      disk.sweep(folder)
    }
    var missing = Change(change.label, [])
    for file in change.files where try !holds(file.after, file.path) {
      if try holds(file.before, file.path) {
        missing.files.append(file)
      } else {
        left.append(
          Problem(
            "the change “\(change.label)” was interrupted, and this file was changed since",
            at: .init(file.path), hint: "It was left as it is"))
      }
    }
    try carryOut(missing)
    return left
  }

  /// Whether a file holds exactly these bytes; nil stands for no file.
  func holds(_ text: String?, _ path: String) throws(Problem) -> Bool {
    let bytes = try disk.read(resolve(path))
    guard let text, let bytes else { return text == nil && bytes == nil }
    return text.utf8.elementsEqual(bytes)
  }
}
