extension Notebook {
  /// Reads files one after another; a folder whose files follow each other is resolved once.
  public struct Reader {
    private let notebook: Notebook
    /// The folder of the last file, relative to the root, and where it truly lies.
    private var folder: (path: Substring, resolved: String)?

    /// A reader that knows no folder yet.
    public init(_ notebook: Notebook) {
      self.notebook = notebook
    }

    /// The text of a record's file.
    ///
    /// - Throws: when the file is missing or cannot be read.
    public mutating func textOfRecord(at path: String) throws(Problem) -> String {
      // Whatever is odd, a link or a failure, is for the notebook to judge.
      if notebook.drafts.isEmpty, let absolute = absolute(path),
        let text = try? notebook.disk.text(absolute, followingLinks: false)
      {
        return text
      }
      return try notebook.textOfRecord(at: path)
    }

    private mutating func absolute(_ path: String) -> String? {
      guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      let name = path[path.utf8.index(after: slash)...]
      guard !name.isEmpty, name.utf8.first != UInt8(ascii: "."), !name.utf8.contains(0) else {
        return nil
      }
      if folder?.path != path[..<slash] {
        guard let resolved = try? notebook.resolve(String(path[..<slash])) else { return nil }
        folder = (path[..<slash], resolved)
      }
      return folder.map { $0.resolved + "/" + name }
    }
  }
}
