extension Notebook {
  /// A post with everything that hangs on it.
  ///
  /// Of what cannot be read, only `problems` tells; claims whose words moved are shown where the
  /// words stand now.
  ///
  /// - Throws: when there is no such post, or it cannot be read.
  public func dossier(of id: String, in catalog: any Catalog) throws(Problem) -> Dossier {
    try catalog.together { () throws(Problem) in try gathered(id, catalog) }
  }

  private func gathered(_ id: String, _ catalog: any Catalog) throws(Problem) -> Dossier {
    let (post, path) = try post(id, in: catalog)
    var dossier = Dossier(post: post, path: path)
    let captures = try catalog.captures(of: post.id)
    if let place = captures.firstIndex(of: post.id) {
      dossier.captures = posts(Array(captures[(place + 1)...]), catalog, &dossier.problems)
    }
    dossier.margin = margin(of: post.id, catalog, &dossier.problems)
    dossier.claims = claims(on: dossier, captures, catalog, &dossier.problems)
    dossier.isRead = try catalog.isRead(post.id)
    let thread = try catalog.thread(of: post.id)
    let base = Layout.firstCapture(of: post.id)
    let place = thread.firstIndex { Layout.firstCapture(of: $0) == base } ?? 0
    // A post that cannot be read has no place among the others.
    let before = neighbours(Array(thread[..<place]), catalog, &dossier.problems)
    let after = thread[place...].filter { Layout.firstCapture(of: $0) != base }
    dossier.place = before.count
    dossier.thread = before + neighbours(after, catalog, &dossier.problems)
    dossier.copies = try catalog.copies(of: post.id)
    if !dossier.copies.isEmpty {
      dossier.repeats = try catalog.places(named: Array(dossier.copies.prefix(Self.mostRepeats)))
    }
    try besides(&dossier, catalog)
    dossier.quoted = post.quotes.flatMap { quoted in
      dossier.beside[quoted] ?? dossier.thread.first { $0.post.id == quoted }
    }
    dossier.quotedBy = neighbours(try catalog.quoting(post.id), catalog, &dossier.problems)
    dossier.backlinks = try catalog.backlinks(to: post.id)
    heads(&dossier, catalog)
    let claims = dossier.claims + dossier.thread.flatMap(\.claims)
    dossier.references = try catalog.references(
      to: [post.id] + dossier.thread.map(\.post.id) + claims.map(\.id))
    for claim in claims where dossier.references[claim.id] != nil {
      let family = try catalog.places(referringTo: claim.id).filter { $0.relation == .same }
      if !family.isEmpty { dossier.families[claim.id] = family }
    }
    return dossier
  }

  /// Reposts and copies that are told by name.
  private static let mostRepeats = 24

  /// How many further posts are read of what quoted posts quote, and how far that goes.
  private static let further = (posts: 16, levels: 4)

  /// What the posts of the thread quote and answer, and what these do.
  private func besides(_ dossier: inout Dossier, _ catalog: any Catalog) throws(Problem) {
    let posts = [dossier.post] + dossier.thread.map(\.post)
    let known = Set(posts.map { Layout.firstCapture(of: $0.id) })
    var named = posts
    var left = Int.max
    for level in 0..<Self.further.levels {
      var found: [Post] = []
      for id in named.flatMap({ [$0.quotes, $0.replyTo] }).compactMap(\.self)
      where left > 0 && dossier.beside[id] == nil && !known.contains(Layout.firstCapture(of: id)) {
        guard try catalog.path(of: id) != nil else { continue }
        dossier.beside[id] = neighbours([id], catalog, &dossier.problems).first
        left -= 1
        if let post = dossier.beside[id]?.post { found.append(post) }
      }
      named = found
      if level == 0 { left = Self.further.posts }
    }
  }

  /// The heads of the families of all claims of the page; of what cannot be read, `problems` tells.
  private func heads(_ dossier: inout Dossier, _ catalog: any Catalog) {
    let neighbours = dossier.thread + dossier.quotedBy + Array(dossier.beside.values)
    let claims = dossier.claims + neighbours.flatMap(\.claims)
    var heads: [String: Claim] = [:]
    for id in Set(claims.compactMap(\.same).map(Link.target)).sorted() {
      collecting(&dossier.problems) { () throws(Problem) in
        guard case .claim(let head) = try record(at: path(of: id, in: catalog)) else { return }
        heads[id] = head
      }
    }
    dossier.heads = heads
  }

  private func posts(_ ids: [String], _ catalog: any Catalog, _ problems: inout [Problem]) -> [Post]
  {
    var posts: [Post] = []
    for id in ids {
      collecting(&problems) { () throws(Problem) in posts.append(try post(id, in: catalog).post) }
    }
    return posts
  }

  private func margin(of post: String, _ catalog: any Catalog, _ problems: inout [Problem]) -> Note?
  {
    var margin: Note?
    collecting(&problems) { () throws(Problem) in
      let path = try marginPath(of: post, in: catalog)
      // Most posts have none, and looking is cheaper than trying to read.
      guard drafts[path] != nil || disk.exists(absolute(path)), let text = try text(of: path) else {
        return
      }
      margin = try NoteFile.read(Document(text), path: path)
    }
    return margin
  }

  /// The claims on a post and on its earlier captures, placed in its text.
  private func claims(
    on dossier: Dossier, _ captures: [String], _ catalog: any Catalog, _ problems: inout [Problem]
  ) -> [Claim] {
    var claims: [Claim] = []
    let earlier = captures.prefix { $0 != dossier.post.id }
    let ground = Reanchoring.Ground(dossier.post)
    let newest = dossier.captures.last.map { Reanchoring.Ground($0) }
    for id in earlier + [dossier.post.id] {
      for (claim, path) in stored(on: id, catalog, &problems) {
        let claim = Self.placed(claim, path, on: ground, &problems)
        claims.append(claim)
        guard let newest else { continue }
        switch Reanchoring.place(claim, in: newest) {
        case .found, .none: break
        case let place: problems.append(Self.problem(place, claim, newest.post, path))
        }
      }
    }
    return Self.inOrder(claims)
  }

  /// A claim where its words stand in a post now; without a place when they do not.
  private static func placed(
    _ claim: Claim, _ path: String, on ground: Reanchoring.Ground, _ problems: inout [Problem]
  ) -> Claim {
    var claim = claim
    switch Reanchoring.place(claim, in: ground) {
    case .found(let spans): claim.spans = spans
    case .none: break
    case let place:
      problems.append(problem(place, claim, ground.post, path))
      claim.spans = []
    }
    return claim
  }

  private static func inOrder(_ claims: [Claim]) -> [Claim] { claims.sorted(by: stands) }

  /// The order of claims on a page: by where they begin, the longer of two that begin alike first,
  /// lost ones last.
  static func stands(_ one: Claim, before other: Claim) -> Bool {
    let ends = (one.spans.first?.upperBound ?? .max, other.spans.first?.upperBound ?? .max)
    if one.start != other.start { return one.start < other.start }
    return ends.0 != ends.1 ? ends.0 > ends.1 : one.id < other.id
  }

  private func stored(on post: String, _ catalog: any Catalog, _ problems: inout [Problem])
    -> [(claim: Claim, path: String)]
  {
    var ids: [String] = []
    collecting(&problems) { () throws(Problem) in ids = try catalog.claims(on: post) }
    var claims: [(Claim, String)] = []
    for id in ids {
      collecting(&problems) { () throws(Problem) in
        let path = try path(of: id, in: catalog)
        guard case .claim(let claim) = try knownRecord(at: path) else { return }
        claims.append((claim, path))
      }
    }
    return claims
  }

  private func neighbours(_ ids: [String], _ catalog: any Catalog, _ problems: inout [Problem])
    -> [Dossier.Neighbour]
  {
    var found: [Dossier.Neighbour] = []
    for id in ids {
      var read: (post: Post, path: String)?
      var isRead = false
      collecting(&problems) { () throws(Problem) in
        read = try post(id, in: catalog)
        isRead = try catalog.isRead(id)
      }
      guard let (post, path) = read else { continue }
      let claims = stored(on: post.id, catalog, &problems).map { claim, path in
        Self.placed(claim, path, on: Reanchoring.Ground(post), &problems)
      }
      var neighbour = Dossier.Neighbour(
        post: post, claims: Self.inOrder(claims), margin: margin(of: post.id, catalog, &problems))
      neighbour.path = path
      neighbour.isRead = isRead
      found.append(neighbour)
    }
    return found
  }

  private func collecting(_ problems: inout [Problem], _ body: () throws(Problem) -> Void) {
    do throws(Problem) {
      try body()
    } catch {
      problems.append(error)
    }
  }

  private static func problem(
    _ place: Reanchoring.Place, _ claim: Claim, _ post: String, _ path: String
  ) -> Problem {
    switch place {
    case .several(let words, let places):
      Problem(
        "the words \(Excerpt.of(words)) stand \(places.count) times in \(post)", at: .init(path),
        hint: "Set the claim's borders again")
    default:
      Problem(
        "the words \(Excerpt.of(claim)) do not stand in \(post)", at: .init(path),
        hint: "The claim is whole; set its borders again, or leave it on its old capture")
    }
  }
}
