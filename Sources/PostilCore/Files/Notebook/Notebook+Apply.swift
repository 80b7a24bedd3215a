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
    for file in change.files {
      guard seen.insert(file.path).inserted else {
        throw Problem("a change names this file twice", at: .init(file.path))
      }
      guard try holds(file.before, file.path) else {
        throw Problem(
          file.before == nil
            ? "another file has this name by now" : "the file was changed by another program",
          at: .init(file.path), hint: "Nothing was written. Look at the file, and do it again")
      }
    }
  }

  /// Writes and deletes without looking what is there.
  ///
  /// Of many files `progress` is told (done, of), and stops the work by answering false.
  func carryOut(
    _ change: Change, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws(Problem) {
    // Many files are flushed together: an import would else wait for the disk a thousand times.
    if change.files.count > 32 {
      var files: [(text: String, path: String)] = []
      for file in change.files {
        guard let text = file.after else { continue }
        files.append((text, try resolve(file.path)))
      }
      try disk.write(files, progress: progress)
      for file in change.files where file.after == nil {
        try disk.remove(resolve(file.path), flushed: false)
      }
    } else {
      for file in change.files { try put(file.after, file.path) }
    }
  }

  private func put(_ text: String?, _ path: String) throws(Problem) {
    let absolute = try resolve(path)
    do throws(Problem) {
      if let text {
        try disk.write(text, to: absolute)
      } else {
        try disk.remove(absolute)
      }
    } catch {
      throw error.inFile(path)
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
    for file in change.files where try !holds(file.after, file.path) {
      if try holds(file.before, file.path) {
        try put(file.after, file.path)
      } else {
        left.append(
          Problem(
            "the change “\(change.label)” was interrupted, and this file was changed since",
            at: .init(file.path), hint: "It was left as it is"))
      }
    }
    return left
  }

  /// Whether a file holds exactly these bytes; nil stands for no file.
  func holds(_ text: String?, _ path: String) throws(Problem) -> Bool {
    let bytes = try disk.read(resolve(path))
    guard let text, let bytes else { return text == nil && bytes == nil }
    return text.utf8.elementsEqual(bytes)
  }
}
