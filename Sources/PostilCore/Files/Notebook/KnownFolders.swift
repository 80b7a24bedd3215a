/// Where the folders of a notebook truly lie, each resolved once while many files are gone through.
struct KnownFolders {
  private let notebook: Notebook
  private var resolved: [Substring: String] = [:]
  /// The folder of the last file.
  private var last: (path: Substring, resolved: String)?

  init(_ notebook: Notebook) {
    self.notebook = notebook
  }

  /// The absolute path of a file, were it no link itself; nil for a path that is odd.
  mutating func absolute(_ path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let name = path[path.utf8.index(after: slash)...]
    guard !name.isEmpty, name.utf8.first != UInt8(ascii: "."), !name.utf8.contains(0) else {
      return nil
    }
    let folder = path[..<slash]
    if last?.path != folder {
      if resolved[folder] == nil { resolved[folder] = try? notebook.resolve(String(folder)) }
      guard let found = resolved[folder] else { return nil }
      last = (folder, found)
    }
    return last.map { $0.resolved + "/" + name }
  }
}
