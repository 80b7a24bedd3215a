import PostilCore

/// Finds what is to be imported in a folder or archive: what an importer takes as a whole, and else
/// files with names on a white list. Everything else is counted by its kind and never opened.
struct FolderWalk {
  /// What was left out: `.jpg` or `link`, and how many.
  private(set) var leftOut: [String: Int] = [:]
  /// Files and folders that cannot be read.
  private(set) var closed: [Problem] = []
  /// How many archives what is walked lies in.
  var depth = 0
  /// An archive is read that lies in one other, in a folder or not.
  private static let deepest = 2

  /// Calls `visit` for each source in a folder, or for the folder itself when an importer takes it.
  ///
  /// Archives in it are looked into as well, and those that lie in them, but no deeper.
  mutating func walk(_ folder: SourceFolder, _ visit: (Source) throws(Problem) -> Void)
    throws(Problem)
  {
    count(folder.strange)
    closed += folder.closed
    // Of a notebook only what others wrote may come.
    guard folder.has(Layout.settings) else { return try go(folder, visit) }
    try go(folder.folder("posts"), visit)
    leftOut["of the notebook's own", default: 0] += folder.names.count { !$0.hasPrefix("posts/") }
  }

  private mutating func go(_ folder: SourceFolder, _ visit: (Source) throws(Problem) -> Void)
    throws(Problem)
  {
    let whole = Source(folder)
    if Importers.all.contains(where: { $0.recognises(whole) }) { return try visit(whole) }
    for name in folder.direct {
      guard Self.isWanted(name, in: folder.ownName) else {
        leaveOut(name)
        continue
      }
      let source: Source
      do throws(Problem) {
        source = try folder.source(name)
      } catch {
        closed.append(error)
        continue
      }
      guard !Self.isProgram(source, name), !Self.isMerelyText(source, name) else {
        leaveOut(name)
        continue
      }
      guard source.isArchive else {
        try visit(source)
        continue
      }
      guard depth < Self.deepest else {
        leftOut[Self.kind(of: name) + " inside two archives", default: 0] += 1
        continue
      }
      guard let inner = try unpacked(source) else { continue }
      guard let archive = inner.folder else {
        try visit(inner)
        continue
      }
      depth += 1
      defer { depth -= 1 }
      try walk(archive, visit)
    }
    for name in folder.folders { try go(folder.folder(name), visit) }
  }

  private mutating func leaveOut(_ name: String) { leftOut[Self.kind(of: name), default: 0] += 1 }

  /// What is in an archive; nil when it is none, or cannot be read, which is noted.
  private mutating func unpacked(_ source: Source) throws(Problem) -> Source? {
    do throws(Problem) {
      return try source.unpacked()
    } catch {
      closed.append(error)
      return nil
    }
  }

  private mutating func count(_ kinds: [String: Int]) {
    leftOut.merge(kinds) { $0 + $1 }
  }

  /// Ends of names that files with posts have.
  private static let ends: Set<String> = [
    "json", "jsonl", "ndjson", "js", "csv", "tsv", "txt", "text", "md", "markdown", "xml", "rss",
    "atom", "rdf", "opml", "eml", "mbox", "html", "htm", "zip", "gz", "tgz", "zst", "tar", "bz2",
    "tbz", "tbz2", "xz", "txz",
  ]

  /// Whether a file is worth being read, by its path.
  static func isWanted(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return isWanted(
      String(parts.last ?? ""), in: parts.count > 1 ? String(parts[parts.count - 2]) : "")
  }

  private static func isWanted(_ name: String, in folder: String) -> Bool {
    // Mails of a Maildir have names of their own.
    if folder == "cur" || folder == "new" { return true }
    return ends.contains(end(of: name))
  }

  private static func end(of name: String) -> String {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  private static func kind(of name: String) -> String {
    let end = end(of: name)
    return end.isEmpty || end.utf8.count > 12 ? "without an ending" : "." + end
  }

  /// Text by the side of data, which nobody pasted: a README, notes without front matter; not a table,
  /// which may hold posts and is told by name.
  private static func isMerelyText(_ source: Source, _ name: String) -> Bool {
    !["txt", "text"].contains(end(of: name)) && Importers.isPastedText(source)
      && UnknownTable.refusal(of: source) == nil
  }

  /// A script that is no data, as lie about in folders of saved web pages.
  private static func isProgram(_ source: Source, _ name: String) -> Bool {
    guard end(of: name) == "js" else { return false }
    let words = source.head.prefix(200).string.unicodeScalars
      .drop { TextLines.isSpace($0) || $0 == "\u{FEFF}" }
    return !["window.", "Grailbird.", "[", "{"].contains { Substring(words).hasPrefix($0) }
  }
}

extension Source {
  /// A folder as a source.
  init(_ folder: SourceFolder) {
    self.init(
      folder.name, label: folder.label, .folder(folder), head: [], size: nil, modified: nil)
  }
}
