/// A folder of plain files that is a notebook; the only code that writes into it.
public struct Notebook: Sendable {
  /// The folder's real, absolute path.
  public let root: String
  /// What `postil.yaml` calls it, else the folder's name.
  public let title: String

  var disk = Disk()
  /// Files as they would be, in front of those on the disk; nil stands for a file that is gone.
  var drafts: [String: String?] = [:]
  private let shelf = RecordShelf()

  /// The newest format that this program reads.
  public static let format = 1

  /// Opens the notebook whose root is a folder with `postil.yaml`.
  ///
  /// - Throws: when there is none, or its format is newer than this program.
  public init(at root: String) throws(Problem) {
    guard let real = Disk.realPath(root), let text = try disk.text(real + "/" + Layout.settings)
    else {
      throw Problem(
        "there is no notebook here", at: .init(root),
        hint: "`postil init \(root)` makes one")
    }
    let settings = try NotebookSettings(text, path: Layout.settings)
    self.root = real
    title =
      settings.title ?? String(real[(real.lastIndex(of: "/") ?? real.startIndex)...].dropFirst())
  }

  /// The absolute path of a file in the notebook.
  public func absolute(_ path: String) -> String { root + "/" + path }

  /// The whole text of a file; nil when it is not there.
  ///
  /// - Throws: when it cannot be read, is not UTF-8, or `path` leads out of the notebook.
  public func text(of path: String) throws(Problem) -> String? {
    let absolute = try resolve(path)
    if let draft = drafts[path] { return draft }
    do throws(Problem) {
      return try disk.text(absolute)
    } catch {
      throw error.inFile(path)
    }
  }

  /// Reads a record by its path; the folder tells the kind, `kind:` confirms it.
  ///
  /// - Throws: when the file is missing or is no such record.
  public func record(at path: String) throws(Problem) -> AnyRecord {
    try AnyRecord.read(textOfRecord(at: path), path: path)
  }

  /// The text of a record's file.
  ///
  /// - Throws: when the file is missing or cannot be read.
  public func textOfRecord(at path: String) throws(Problem) -> String {
    guard let text = try text(of: path) else {
      throw Problem("the file is gone", at: .init(path), hint: "`postil index` looks again")
    }
    return text
  }

  /// The same, without reading a file that is as it was when it was read last.
  func knownRecord(at path: String) throws(Problem) -> AnyRecord {
    guard drafts[path] == nil else { return try record(at: path) }
    return try shelf.record(stamp(of: path), now: Disk.now) { () throws(Problem) in
      try record(at: path)
    }
  }

  /// The absolute path of a file, made sure to lie in the notebook, links and all.
  func resolve(_ path: String) throws(Problem) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isOdd = parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } || path.contains("\0")
    guard !isOdd else {
      throw Problem("this path leads out of the notebook", at: .init(path))
    }
    var folder = root
    for part in parts {
      folder += "/" + part
      guard disk.isLink(folder) else { continue }
      guard let real = Disk.realPath(folder), real.hasPrefix(root + "/") else {
        throw Problem("a link leads out of the notebook", at: .init(path))
      }
      folder = real
    }
    return folder
  }
}

/// A record of any kind, with its file.
public enum AnyRecord: Hashable, Sendable {
  case post(Post)
  case claim(Claim)
  case note(Note)
  case tag(TagDefinition)
  case query(name: String, query: String, text: String)
}
