extension Notebook {
  /// Reads files one after another; a folder whose files follow each other is resolved once.
  public struct Reader {
    private let notebook: Notebook
    private var folders: KnownFolders

    /// A reader that knows no folder yet.
    public init(_ notebook: Notebook) {
      self.notebook = notebook
      folders = KnownFolders(notebook)
    }

    /// The text of a record's file.
    ///
    /// - Throws: when the file is missing or cannot be read.
    public mutating func textOfRecord(at path: String) throws(Problem) -> String {
      // Whatever is odd, a link or a failure, is for the notebook to judge.
      if notebook.drafts.isEmpty, let absolute = folders.absolute(path),
        let text = try? notebook.disk.text(absolute, followingLinks: false)
      {
        return text
      }
      return try notebook.textOfRecord(at: path)
    }
  }
}
