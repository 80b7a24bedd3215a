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

  /// Writes every file whose text differs, without looking what is there.
  func carryOut(_ change: Change) throws(Problem) {
    for file in change.files { try put(file.after, file.path) }
  }

  func put(_ text: String?, _ path: String) throws(Problem) {
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

  /// Whether a file holds exactly these bytes; nil stands for no file.
  func holds(_ text: String?, _ path: String) throws(Problem) -> Bool {
    let bytes = try disk.read(resolve(path))
    guard let text, let bytes else { return text == nil && bytes == nil }
    return text.utf8.elementsEqual(bytes)
  }
}
