import PostilCore

/// One import while it goes on: takes records in, and gives out changes of files in portions.
final class ImportRun {
  private(set) var report = ImportReport()
  private let options: ImportOptions
  let notebook: Notebook
  var stored: StoredPosts
  /// Takes portions; nil keeps everything until the end.
  let portions: Portions?
  private let progress: (Int, Int) -> Bool

  /// By id of the first capture: what is not written yet.
  private(set) var open: [String: Captures] = [:]
  private var order: [String] = []
  private var openBytes = 0
  /// Posts that go by another id than their record says.
  private(set) var aliases: [String: String] = [:]
  /// What the person wrote about posts elsewhere, not written yet.
  private(set) var annotations: [Annotation] = []
  /// By month: ids of posts by the id that their content gives.
  private var natives: [String: [String: String]] = [:]
  /// The first entry of the report that is about what the person named last.
  private var first = 0
  /// What is being read.
  private var current = ImportReport.File("")
  private var given = ""
  private var meter = ByteMeter()

  /// Posts and bytes of text that are gathered before they are written.
  private static let (mostPosts, mostBytes) = (4_096, 24 << 20)

  init(
    _ notebook: Notebook, _ options: ImportOptions, progress: @escaping (Int, Int) -> Bool,
    portions: Portions?
  ) {
    self.options = options
    self.progress = progress
    self.portions = portions
    self.notebook = notebook
    stored = StoredPosts(in: notebook)
  }

  /// Reads everything.
  ///
  /// - Throws: when it was stopped, or a portion could not be written.
  func read(_ sources: [Source], as named: (any Importer.Type)?) throws(Problem) {
    meter.total = sources.reduce(0) { $0 + ($1.folder?.bytes ?? $1.size ?? 0) }
    for source in sources {
      guard progress(meter.done, meter.total) else { throw Self.stopped }
      first = report.files.count
      given = source.name
      guard let opened = opened(source) else { continue }
      guard let folder = opened.folder else {
        try take(opened, as: named)
        continue
      }
      var walk = FolderWalk()
      walk.depth = source.isFolder ? 0 : 1
      try walk.walk(folder) { (part) throws(Problem) in try take(part, as: named) }
      report.end(source.name, since: first, leftOut: walk.leftOut, closed: walk.closed)
    }
  }

  private static let stopped = Problem("the import was stopped; nothing was written")

  /// Ends it before its time: what was read and not written is forgotten.
  func end(_ problem: Problem) {
    if !current.file.isEmpty { report.add(current, since: min(first, report.files.count)) }
    report.ending = problem == Self.stopped ? Problem("the import was stopped") : problem
    do throws(Problem) {
      try portions?.settle()
    } catch {
      report.ending = error
    }
    report.forget(posts: order.count + (portions?.lost ?? 0))
  }

  /// What is in an archive, or the source itself; nil when it cannot be read, which is reported.
  private func opened(_ source: Source) -> Source? {
    do throws(Problem) {
      guard let archive = try source.unpacked() else { return source }
      if let problem = Refusal.problem(withArchive: archive) { throw problem }
      return archive
    } catch {
      var file = ImportReport.File(source.name)
      file.refusal = error
      report.add(file, since: first)
      return nil
    }
  }

  /// Takes over what a file, or a folder that is of one format, holds.
  private func take(_ source: Source, as named: (any Importer.Type)?) throws(Problem) {
    current = ImportReport.File(source.name)
    let captured = options.captured(source)
    var fatal: Problem?
    var intake = Intake { [self] (post) throws(Problem) in
      guard progress(meter.done, meter.total) else {
        fatal = Self.stopped
        throw Self.stopped
      }
      var post = post
      post.captured = post.captured ?? captured
      do throws(Problem) {
        try add(post)
      } catch {
        if let failure = portions?.failure {
          fatal = failure
          throw failure
        }
        current.skipped.append(error)
      }
      guard portions != nil, order.count >= Self.mostPosts || openBytes >= Self.mostBytes else {
        return
      }
      do throws(Problem) {
        try flush()
      } catch {
        fatal = error
        throw error
      }
    }
    do throws(Problem) {
      var importer = named
      if importer == nil { importer = try Importers.detect(source) }
      // Whoever names the lines means text, whatever else it could be read as.
      if named == nil, !source.isFolder, options.namesLines { importer = PastedText.self }
      guard let importer else { return }
      if named == nil, importer is PastedText.Type, options.split == .auto, options.draft == nil,
        let problem = UnknownTable.refusal(of: source)
      {
        throw problem
      }
      current.format = importer.name
      try importer.read(meter.metering(source), options: options, into: &intake)
    } catch {
      if let fatal { throw fatal }
      current.refusal = error
      current.isUnreadable = error.message.hasPrefix(ByteStream.unreadable)
    }
    current.take(intake)
    annotations += intake.annotations
    if intake.found == 0, current.refusal == nil {
      let what = source.isBlank ? "0 posts: the file is empty" : "it holds no posts"
      current.warnings.append(Problem(what, at: source.place()))
    }
    report.add(current, since: first)
    current = ImportReport.File("")
  }

  // MARK: Posts

  private func add(_ post: Post) throws(Problem) {
    var post = post
    let id = try id(for: &post)
    if open[id] == nil {
      open[id] = try stored(id)
      order.append(id)
    }
    openBytes += post.text.utf8.count + 400
    // Out of the table while it is changed, or all of it would be copied.
    guard var captures = open.updateValue(Captures(id: id), forKey: id) else { return }
    let known = captures
    let outcome = captures.take(post)
    current.count(outcome, of: post)
    if outcome == .capture {
      try portions?.settle()
      current.rewordings.append(stored.rewording(id, known, to: post))
    }
    open[id] = captures
  }

  /// Under which id a record goes: its own, or that of the same post that came without one.
  private func id(for post: inout Post) throws(Problem) -> String {
    let id = Layout.firstCapture(of: post.id)
    guard Layout.isID(id) else {
      throw Problem(
        "the id \(post.id) cannot be the name of a file", at: .init(post.via.first ?? post.id))
    }
    if let alias = aliases[id] {
      if alias.hasPrefix("p-") { post.key = post.key ?? id } else { post.labels.append(also(id)) }
      return alias
    }
    guard post.isKnownByContent else { return id }
    let isKnown = open[id] != nil || stored.has(id)
    if id.hasPrefix("p-") {
      guard !isKnown, let native = try native(like: post, id) else { return id }
      aliases[id] = native
      post.labels.append(also(id))
      return native
    }
    remember(post, id)
    guard stored.hashed > 0 || !hashes.isEmpty else { return id }
    let hash = post.idByContent
    guard aliases[hash] == nil, open[hash] != nil || stored.has(hash) else { return id }
    try portions?.settle()
    if stored.isReferredTo(hash) {
      guard !isKnown else { return id }
      aliases[id] = hash
      post.key = post.key ?? id
      return hash
    }
    var captures = try captures(id)
    captures.absorb(try self.captures(hash))
    open[hash] = Captures(id: hash)
    if open.updateValue(captures, forKey: id) == nil { order.append(id) }
    aliases[hash] = id
    post.labels.append(also(hash))
    return id
  }

  private func captures(_ id: String) throws(Problem) -> Captures {
    if let captures = open[id] { return captures }
    return try stored(id)
  }

  /// What the notebook has of a post, with what is being written.
  func stored(_ id: String) throws(Problem) -> Captures {
    if stored.has(id) { try portions?.settle() }
    return try stored.captures(of: id)
  }

  private func also(_ id: String) -> String { "also \(id)" }

  /// Ids made of their content that came in this import.
  private var hashes: Set<String> = []

  /// The post with an id of its own whose content gives this id.
  private func native(like post: Post, _ id: String) throws(Problem) -> String? {
    hashes.insert(id)
    let month = post.posted?.month ?? ""
    if natives[month] == nil {
      try portions?.settle()
      var known = stored.natives(beside: post)
      for (id, captures) in open where !id.hasPrefix("p-") {
        for capture in captures.captures { known[capture.post.idByContent] = id }
      }
      natives[month] = known
    }
    return natives[month]?[id]
  }

  /// From the first post without an id on, all others are to be found by their content.
  private func remember(_ post: Post, _ id: String) {
    let month = post.posted?.month ?? ""
    guard natives[month] != nil else { return }
    natives[month]?[post.idByContent] = id
  }

  // MARK: Portions

  /// Everything that is not written yet, as one change; nil when there is nothing.
  func change() throws(Problem) -> Change? {
    var files: [Change.File] = []
    for id in order {
      if let captures = open[id] { files += try captures.files() }
    }
    files += try annotationFiles()
    guard !files.isEmpty else { return nil }
    return Change(label, files)
  }

  /// Begins to write what was gathered.
  func flush() throws(Problem) {
    guard let change = try change() else { return forget() }
    try portions?.take(change, posts: order.count)
    stored.note(change.files)
    forget()
  }

  /// Writes what was gathered, and waits for it.
  func finish() throws(Problem) {
    try flush()
    try portions?.settle()
  }

  private func forget() {
    (open, order, annotations) = ([:], [], [])
    openBytes = 0
  }

  private var label: String {
    var names: [String] = []
    let all = report.files.filter { $0.new + $0.merged + $0.captures + $0.restored > 0 }
      .map(\.file)
    for name in current.file.isEmpty ? all : all + [given] where !names.contains(name) {
      names.append(name)
    }
    let base = names.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let from = base.count < 3 ? base.joined(separator: " and ") : "\(base.count) files"
    let count = report.new + current.new
    let what = count == 0 ? "sources" : counted(count, "post")
    return "imported \(what) from \(from)"
  }
}
