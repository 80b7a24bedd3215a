import PostilCore

/// All texts that a notebook has of one post, and what records of an import add to them.
///
/// Whole texts of different wording stand side by side; a cut text or a placeholder stands only where
/// there is no whole one. What the files come to does not depend on the order of the records.
struct Captures {
  /// One file.
  struct Capture {
    /// Relative to the root; nil before it has one.
    var path: String?
    /// The file as it is on the disk; nil for one that is not there.
    var before: String?
    var post: Post
    /// Claims stand on it, or a person edited it: its text and its name stay.
    var isPinned = false
    /// A person edited it: of its front matter only what is missing is added.
    var isEdited = false
    var isTouched = false
    var wording: Wording?

    fileprivate func named(_ id: String) -> Capture {
      var capture = self
      capture.post.id = id
      return capture
    }
  }

  /// What became of a record.
  enum Outcome {
    case new, merged, capture, restored
  }

  /// The id of the first of them.
  let id: String
  private(set) var captures: [Capture]
  /// Files that another record takes the place of.
  private(set) var removed: [(path: String, before: String)] = []
  /// The folder into which a person put it; nil when it lies where an import puts it.
  private let ownFolder: String?

  init(id: String, _ captures: [Capture] = []) {
    self.id = id
    self.captures = captures
    let first = captures.map(\.post).min { CaptureOrder($0) < CaptureOrder($1) }
    let folder = captures.first?.path.map(Self.folder)
    ownFolder =
      folder == Self.folder(Layout.path(ofPost: id, posted: first?.posted)) ? nil : folder
  }

  /// Takes a record in, by section “Identity and re-import” of the notebook format.
  mutating func take(_ post: Post) -> Outcome {
    guard !captures.isEmpty else {
      captures = [Capture(post: post, isTouched: true)]
      return .new
    }
    if let same = captures.firstIndex(where: { $0.post.isSameText(as: post) }) {
      join(post, to: same)
      return .merged
    }
    return post.state == nil ? takeWhole(post) : takeCut(post)
  }

  private mutating func takeWhole(_ post: Post) -> Outcome {
    let wording = Wording(post.text)
    if !wording.words.isEmpty,
      let same = captures.indices.first(where: {
        captures[$0].post.state == nil && self.wording($0) == wording
      })
    {
      if !captures[same].isPinned, TextForm(captures[same].post.text) < TextForm(post.text) {
        captures[same].post.text = post.text
      }
      join(post, to: same)
      return .merged
    }
    if let weak = captures.firstIndex(where: { $0.post.state != nil && !$0.isPinned }) {
      captures[weak].post.text = post.text
      captures[weak].post.state = nil
      captures[weak].wording = wording
      join(post, to: weak)
      return .restored
    }
    return beside(post)
  }

  private mutating func takeCut(_ post: Post) -> Outcome {
    if let whole = whole(for: post) {
      join(post, to: whole)
      return .merged
    }
    guard let best = captures.indices.max(by: { isLess(captures[$0].post, captures[$1].post) }),
      Completeness(captures[best].post) < Completeness(post)
    else {
      join(post, to: captures.firstIndex { !$0.isPinned } ?? 0)
      return .merged
    }
    guard let weak = captures.firstIndex(where: { !$0.isPinned }) else { return beside(post) }
    captures[weak].post.text = post.text
    captures[weak].post.state = post.state
    captures[weak].wording = nil
    join(post, to: weak)
    return .restored
  }

  /// The whole text that a cut one belongs to: one that begins so, else the first.
  private mutating func whole(for cut: Post) -> Int? {
    let wholes = captures.indices.filter { captures[$0].post.state == nil }
      .sorted { captures[$0].post.text < captures[$1].post.text }
    guard wholes.count > 1 else { return wholes.first }
    let beginning = Wording(cut.text)
    return wholes.first { self.wording($0).begins(with: beginning) } ?? wholes.first
  }

  private mutating func beside(_ post: Post) -> Outcome {
    captures.append(Capture(post: post, isTouched: true))
    return .capture
  }

  private mutating func join(_ post: Post, to index: Int) {
    captures[index].post.join(post)
    captures[index].isTouched = true
  }

  private mutating func wording(_ index: Int) -> Wording {
    if let known = captures[index].wording { return known }
    let wording = Wording(captures[index].post.text)
    captures[index].wording = wording
    return wording
  }

  private func isLess(_ one: Post, _ other: Post) -> Bool {
    Completeness(one) < Completeness(other)
  }

  /// Takes over all of a post that turns out to be this one under another id; its files go.
  mutating func absorb(_ other: Captures) {
    for capture in other.captures {
      if let path = capture.path, let before = capture.before { removed.append((path, before)) }
      _ = take(capture.post)
    }
    removed += other.removed
  }

  // MARK: Files

  /// What is to be written, once all records are in.
  func files() throws(Problem) -> [Change.File] {
    guard captures.contains(where: \.isTouched) || !removed.isEmpty else { return [] }
    if captures.count == 1, captures[0].path == nil, removed.isEmpty {
      let path = Layout.path(ofPost: id, posted: captures[0].post.posted)
      return [Change.File(path, before: nil, after: try text(of: captures[0].named(id)))]
    }
    var after: [String: String] = [:]
    var before = Dictionary(removed) { first, _ in first }
    let named = named()
    for capture in named {
      guard let path = capture.path else { continue }
      after[path] = try text(of: capture)
    }
    for capture in captures {
      if let path = capture.path, let text = capture.before { before[path] = text }
    }
    return Set(before.keys).union(after.keys).sorted().compactMap { path in
      Change.isSame(before[path], after[path])
        ? nil : Change.File(path, before: before[path], after: after[path])
    }
  }

  /// The captures under the names that they get: what is pinned keeps its own, the others follow in
  /// order of the time of capture.
  private func named() -> [Capture] {
    let pinned = captures.filter { $0.isPinned && $0.path != nil }
    let free = captures.filter { !($0.isPinned && $0.path != nil) }
      .sorted { CaptureOrder($0.post) < CaptureOrder($1.post) }
    var taken = Set(pinned.map(\.post.id))
    var number = 1
    let folder = folder(of: pinned + free)
    var result = pinned
    for var capture in free {
      while taken.contains(name(number)) { number += 1 }
      let name = name(number)
      taken.insert(name)
      capture.post.id = name
      capture.path = "\(folder)/\(name).md"
      result.append(capture)
    }
    return result
  }

  private func name(_ number: Int) -> String { number == 1 ? id : "\(id)~\(number)" }

  /// The folder of the month, or wherever a person put the first capture.
  private func folder(of captures: [Capture]) -> String {
    if let ownFolder { return ownFolder }
    if let path = captures.first(where: \.isPinned)?.path { return Captures.folder(path) }
    let posted = captures.map(\.post).min { CaptureOrder($0) < CaptureOrder($1) }?.posted
    return Captures.folder(Layout.path(ofPost: id, posted: posted))
  }

  private static func folder(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "posts"
  }

  private func text(of capture: Capture) throws(Problem) -> String {
    var post = capture.post
    guard capture.isEdited, let before = capture.before else {
      post.sha256 = Post.digest(of: post.text)
      return PostFile.text(for: post)
    }
    // What a person wrote stays; that the post was seen elsewhere too is added.
    var document = Document(before)
    try document.set("via", .list(post.via), order: PostFile.order)
    return document.text
  }
}

/// The order in which captures of a post get their numbers: as captured; earlier versions of an
/// edited post behind the newest one, which is to be shown.
private struct CaptureOrder: Comparable {
  let isEarlier: Bool
  let captured: Instant?
  let text: String

  init(_ post: Post) {
    isEarlier = post.labels.contains(Post.earlierVersion)
    captured = post.captured
    text = post.text
  }

  static func < (a: CaptureOrder, b: CaptureOrder) -> Bool {
    if a.isEarlier != b.isEarlier { return b.isEarlier }
    let (one, other) = (a.captured?.seconds ?? .max, b.captured?.seconds ?? .max)
    if one != other { return one < other }
    return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

extension Post {
  /// The label of a text that its author replaced by another.
  static let earlierVersion = "earlier version"

  /// Whether text and state are the same, byte for byte.
  fileprivate func isSameText(as other: Post) -> Bool {
    state == other.state && text.utf8.elementsEqual(other.text.utf8)
  }
}
