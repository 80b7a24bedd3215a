public import PostilCore

/// What an import would do to a notebook; nothing is written before `change` is carried out.
public struct ImportPlan: Sendable {
  /// One undoable step; nil when everything is there already.
  public private(set) var change: Change?
  /// What was found and what becomes of it.
  public private(set) var report = ImportReport()

  private let options: ImportOptions
  private let stored: StoredPosts
  /// By id of the first capture: what this import has looked at so far.
  private var open: [String: [StoredPosts.Capture]] = [:]
  private var order: [String] = []
  private var claimed: Set<String>?
  /// The first entry of the report that is about what the person named last.
  private var first = 0

  init(_ notebook: Notebook, _ options: ImportOptions) {
    self.options = options
    stored = StoredPosts(in: notebook)
  }

  /// Begins with what a person named.
  mutating func begin(_ source: Source, _ progress: (Int, Int) -> Bool) throws(Problem) {
    guard progress(0, 0) else { throw Self.stopped }
    first = report.files.count
  }

  private static let stopped = Problem("the import was stopped; nothing was written")

  /// Takes over what a file, or a folder that is of one format, holds.
  ///
  /// - Throws: when `progress`, told of its posts, stops it.
  mutating func take(
    _ source: Source, as named: (any Importer.Type)?, _ progress: @escaping (Int, Int) -> Bool
  ) throws(Problem) {
    var isStopped = false
    do throws(Problem) {
      var importer = named
      if importer == nil { importer = try Importers.detect(source) }
      // Whoever names the lines means text, whatever else it could be read as.
      if named == nil, !source.isFolder, options.namesLines { importer = PastedText.self }
      guard let importer else { return }
      var file = ImportReport.File(source.name)
      var number = 0
      let captured = options.captured(source)
      // What is not written stays open until the end; a copy would copy all of it.
      var plan = self
      self.open = [:]
      defer { self = plan }
      var intake = Intake { (post) throws(Problem) in
        guard progress(number, 0) else {
          isStopped = true
          throw Self.stopped
        }
        number += 1
        var post = post
        post.captured = post.captured ?? captured
        do throws(Problem) {
          try plan.add(post, to: &file)
        } catch {
          file.skipped.append(error)
        }
      }
      try importer.read(source, options: options, into: &intake)
      file.take(intake)
      file.format = importer.name
      if intake.found == 0 {
        file.warnings.append(Problem("0 posts: the file is empty", at: source.place()))
      }
      plan.report.add(file, since: first)
    } catch {
      guard !isStopped else { throw error }
      var file = ImportReport.File(source.name)
      file.refusal = error
      report.files.append(file)
    }
  }

  /// Ends a folder.
  mutating func end(_ folder: Source, _ walk: FolderWalk) {
    report.end(folder.name, since: first, leftOut: walk.leftOut, closed: walk.closed)
  }

  /// Makes the change out of everything that was added.
  mutating func finish() {
    let files = order.flatMap { open[$0] ?? [] }.filter { $0.before != $0.after }
      .map { Change.File($0.path, before: $0.before, after: $0.after) }
    guard !files.isEmpty else { return }
    var names: [String] = []
    for file in report.files where file.refusal == nil && !names.contains(file.file) {
      names.append(file.file)
    }
    let base = names.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let from = base.count < 3 ? base.joined(separator: " and ") : "\(base.count) files"
    let count = report.new
    let what = count == 0 ? "sources" : counted(count, "post")
    change = Change("imported \(what) from \(from)", files)
  }

  private mutating func add(_ post: Post, to file: inout ImportReport.File) throws(Problem) {
    let id = Layout.firstCapture(of: post.id)
    guard Layout.isID(id) else {
      throw Problem("the id \(post.id) cannot be the name of a file", at: place(post))
    }
    if open[id] == nil {
      open[id] = try stored.captures(of: id)
      order.append(id)
    }
    var captures = open[id] ?? []
    switch try merge(post, id, into: &captures) {
    case .new where post.isEmbedded: file.embedded += 1
    case _ where post.isEmbedded: break
    case .new: file.new += 1
    case .merged: file.merged += 1
    case .capture: file.captures += 1
    case .restored: file.restored += 1
    }
    open[id] = captures
  }

  private enum Outcome {
    case new, merged, capture, restored
  }

  /// The rules of the notebook format, "Identity and re-import".
  private mutating func merge(
    _ post: Post, _ id: String, into captures: inout [StoredPosts.Capture]
  ) throws(Problem) -> Outcome {
    guard !captures.isEmpty else {
      captures = [capture(post, id, Layout.path(ofPost: id, posted: post.posted))]
      return .new
    }
    if let same = captures.firstIndex(where: { $0.post.text.utf8.elementsEqual(post.text.utf8) }) {
      try addVia(post.via, to: &captures[same])
      return .merged
    }
    let best = captures.map { Completeness($0.post) }.max()
    let isWhole = post.state == nil
    if !isWhole, let best, Completeness(post) <= best {
      try addVia(post.via, to: &captures[0])
      return .merged
    }
    if let weak = captures.firstIndex(where: { canGiveWay($0, to: post) }) {
      var better = post
      better.via =
        captures[weak].post.via + post.via.filter { !captures[weak].post.via.contains($0) }
      let before = captures[weak].before
      captures[weak] = capture(better, captures[weak].post.id, captures[weak].path, before: before)
      return .restored
    }
    let number = captures.map { StoredPosts.number(of: $0.path) }.max() ?? 1
    let folder = captures[0].path.split(separator: "/").dropLast().joined(separator: "/")
    let name = "\(id)~\(number + 1)"
    captures.append(capture(post, name, "\(folder)/\(name).md"))
    return .capture
  }

  private func capture(_ post: Post, _ id: String, _ path: String, before: String? = nil)
    -> StoredPosts.Capture
  {
    var post = post
    post.id = id
    post.sha256 = Post.digest(of: post.text)
    return StoredPosts.Capture(
      path: path, before: before, after: PostFile.text(for: post), post: post)
  }

  private func addVia(_ via: [String], to capture: inout StoredPosts.Capture) throws(Problem) {
    let new = via.filter { !capture.post.via.contains($0) }
    guard !new.isEmpty else { return }
    capture.post.via += new
    var document = Document(capture.after)
    try document.set("via", .list(capture.post.via), order: PostFile.order)
    capture.after = document.text
  }

  /// A cut text gives way to a fuller one when no claim stands on it and nobody edited its file.
  private mutating func canGiveWay(_ capture: StoredPosts.Capture, to post: Post) -> Bool {
    guard capture.post.state != nil, Completeness(capture.post) < Completeness(post),
      capture.after.utf8.elementsEqual(PostFile.text(for: capture.post).utf8)
    else { return false }
    let claimed = self.claimed ?? stored.claimed()
    self.claimed = claimed
    return !claimed.contains(capture.post.id)
  }

  private func place(_ post: Post) -> Problem.Place { Problem.Place(post.via.first ?? post.id) }
}

/// How much of a post a text is: a placeholder is less than a cut text, a cut one than the whole.
private struct Completeness: Comparable {
  private let rank: Int
  private let length: Int
  private let text: String

  init(_ post: Post) {
    rank = post.state == nil ? 2 : post.state == "truncated" ? 1 : 0
    // Of two whole texts neither is better.
    length = rank == 2 ? 0 : post.text.utf8.count
    text = rank == 2 ? "" : post.text
  }

  static func < (a: Completeness, b: Completeness) -> Bool {
    if (a.rank, a.length) != (b.rank, b.length) { return (a.rank, a.length) < (b.rank, b.length) }
    return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}
