import PostilCore

/// The posts that a notebook has on the disk, found without the index, which may be stale.
///
/// Base names are unique in a notebook, so a post is found by its name in whatever folder it lies.
struct StoredPosts {
  private let notebook: Notebook
  private var files = PostFiles()
  private var references: References?

  init(in notebook: Notebook) {
    self.notebook = notebook
    for path in notebook.names(below: "posts") where path.hasSuffix(".md") { files.add(path) }
  }

  /// How many have an id made of their content.
  var hashed: Int { files.hashed }

  /// Takes note of files that were written.
  mutating func note(_ changed: [Change.File]) {
    for file in changed {
      if file.after == nil {
        files.remove(file.path)
      } else if file.before == nil {
        files.add(file.path)
      }
    }
  }

  func has(_ id: String) -> Bool { files.has(id) }

  /// All captures of a post.
  ///
  /// - Throws: when one of them cannot be read; nothing is to be written over it then.
  mutating func captures(of id: String) throws(Problem) -> Captures {
    var captures: [Captures.Capture] = []
    for path in files.paths(of: id) {
      guard let text = try notebook.text(of: path) else { continue }
      let document = Document(text)
      if let problem = document.problem { throw problem.inFile(path) }
      let post = try PostFile.read(document, path: path)
      var capture = Captures.Capture(path: path, before: text, post: post)
      capture.isEdited = !text.utf8.elementsEqual(PostFile.text(for: post).utf8)
      capture.isPinned = capture.isEdited || isClaimed(post.id)
      captures.append(capture)
    }
    return Captures(id: id, captures)
  }

  private mutating func isClaimed(_ id: String) -> Bool { known().claims[id] != nil }

  /// What another text of a post says otherwise than the one that claims stand on, or the first.
  mutating func rewording(_ id: String, _ captures: Captures, to post: Post) -> Rewording {
    let stored = captures.captures.filter { $0.before != nil }
    let paths = stored.flatMap { known().claims[$0.post.id] ?? [] }
    let claims = Set(paths).compactMap { path -> Claim? in
      // One that cannot be read is told by `postil check`.
      guard let text = try? notebook.text(of: path) else { return nil }
      return try? ClaimFile.read(Document(text), path: path)
    }
    let old = stored.first(where: \.isPinned) ?? captures.captures.first
    return Rewording(id, from: old?.post ?? post, to: post, claims: claims)
  }

  /// Whether anything in the notebook speaks of a record by its id.
  mutating func isReferredTo(_ id: String) -> Bool { known().all.contains(id) }

  private mutating func known() -> References {
    if let references { return references }
    let found = References(in: notebook)
    references = found
    return found
  }

  /// Ids of the posts with a native id that were made on a day, by the id that their content gives.
  func natives(beside post: Post) -> [String: String] {
    let folder = Layout.path(ofPost: "x", posted: post.posted).dropLast("/x.md".utf8.count)
    var natives: [String: String] = [:]
    for path in notebook.names(below: String(folder)) where path.hasSuffix(".md") {
      let id = Layout.firstCapture(of: Layout.id(of: path))
      guard !id.hasPrefix("p-"), let text = try? notebook.text(of: path),
        let post = try? PostFile.read(Document(text), path: path)
      else { continue }
      natives[post.idByContent] = id
    }
    return natives
  }
}

/// What a person's own records speak of, by ids.
struct References {
  /// Paths of the claims by the id of the post, of any capture, that they speak of.
  private(set) var claims: [String: [String]] = [:]
  /// Everything that claims, notes, tags, queries and the log of what was read name.
  private(set) var all: Set<String> = []

  init(in notebook: Notebook) {
    for folder in ["claims", "notes", "tags", "queries"] {
      for path in notebook.names(below: folder) where path.hasSuffix(".md") {
        guard let text = try? notebook.text(of: path) else { continue }
        for part in text.split(separator: "[[").dropFirst() {
          let id = String(part.prefix { $0 != "]" && $0 != "|" && $0 != "#" && !$0.isNewline })
          all.insert(id)
          if folder == "claims" { claims[id, default: []].append(path) }
        }
        let name = Layout.id(of: path)
        if name.hasPrefix("on-") { all.insert(String(name.dropFirst(3))) }
      }
    }
    let log = (try? notebook.text(of: Layout.readingLog)) ?? ""
    for line in log.utf8.split(separator: 0x0A) {
      let words = Substring(line).split(separator: " ")
      if words.count > 1 { all.insert(String(words[1])) }
    }
  }
}
