import GRDB
import PostilCore

/// A look at the folders of a notebook: what in them is not as the tables have it.
struct Survey {
  /// Files that are new or other than they were.
  private(set) var changed = Stamps()
  /// Paths of files that are gone.
  private(set) var gone: [String] = []
  /// Folders of which the tables shall know what was found.
  private(set) var folders: [Notebook.Folder] = []
  /// Paths of folders that are gone.
  private(set) var goneFolders: [String] = []

  private let notebook: Notebook
  private let known: Folders
  /// Whether the time of a folder is enough where only programs write.
  private let isTrusting: Bool
  private var seen: Set<String> = []
  /// Folders whose files do not add up to what the tables have.
  private var doubtful: [String] = []

  private static let deepest = 50

  /// Looks at everything; or, `trusting`, at what may have changed since the last time.
  init(_ notebook: Notebook, _ store: Store, trusting: Bool) throws {
    self.notebook = notebook
    known = try store.read { try Folders($0) }
    isTrusting = trusting
    for kind in RecordKind.allCases { try visit(kind.folder, depth: 0) }
    goneFolders = known.paths.filter { !seen.contains($0) }.sorted()
    guard !doubtful.isEmpty || !goneFolders.isEmpty else { return }
    try store.read { db in
      for folder in doubtful { try compare(folder, db) }
      for folder in goneFolders { gone += try Folders.records(in: folder, db).map(\.path).sorted() }
    }
  }

  /// Whether the tables shall know more of folders than they do.
  var hasNews: Bool { !folders.isEmpty || !goneFolders.isEmpty }

  private mutating func visit(_ path: String, depth: Int) throws {
    let known = known[path]
    if isTrusting, Self.isTrusted(path), let known, let mark = notebook.mark(ofFolder: path),
      known.isSame(as: mark)
    {
      seen.insert(path)
      for inner in self.known.folders(in: path) { try visit(inner, depth: depth + 1) }
      return
    }
    guard let folder = try notebook.folder(at: path) else { return }
    seen.insert(path)
    if known?.sum != folder.sum { doubtful.append(path) }
    if known.map({ !$0.says(folder) }) ?? true { folders.append(folder) }
    guard depth < Self.deepest else { return }
    for inner in folder.folders { try visit(inner, depth: depth + 1) }
  }

  /// Posts are written by programs, as new files; all else is edited by hand, in its place perhaps.
  private static func isTrusted(_ path: String) -> Bool {
    path == RecordKind.post.folder || path.hasPrefix(RecordKind.post.folder + "/")
  }

  private mutating func compare(_ folder: String, _ db: Database) throws {
    var known: [String: Notebook.Stamp] = [:]
    for stamp in try Folders.records(in: folder, db) { known[stamp.path] = stamp }
    for stamp in try notebook.stamps(in: folder)
    where known.removeValue(forKey: stamp.path) != stamp {
      changed.append(stamp)
    }
    gone += known.keys.sorted()
  }
}
