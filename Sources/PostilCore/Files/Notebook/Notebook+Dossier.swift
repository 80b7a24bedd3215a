extension Notebook {
  /// A post with everything that hangs on it.
  ///
  /// Of what cannot be read, only `problems` tells; claims whose words moved are shown where the
  /// words stand now.
  ///
  /// - Throws: when there is no such post, or it cannot be read.
  public func dossier(of id: String, in catalog: any Catalog) throws(Problem) -> Dossier {
    let (post, path) = try post(id, in: catalog)
    var dossier = Dossier(post: post, path: path)
    let captures = try catalog.captures(of: post.id)
    if let place = captures.firstIndex(of: post.id) {
      dossier.captures = posts(Array(captures[(place + 1)...]), catalog, &dossier.problems)
    }
    dossier.margin = margin(of: post.id, catalog, &dossier.problems)
    dossier.claims = claims(on: dossier, captures, catalog, &dossier.problems)
    dossier.isRead = try catalog.isRead(post.id)
    dossier.thread = neighbours(
      try catalog.thread(of: post.id).filter { $0 != post.id }, catalog, &dossier.problems)
    if let quoted = post.quotes, (try catalog.path(of: quoted)) != nil {
      dossier.quoted = neighbours([quoted], catalog, &dossier.problems).first
    }
    dossier.quotedBy = neighbours(try catalog.quoting(post.id), catalog, &dossier.problems)
    dossier.backlinks = try catalog.backlinks(to: post.id)
    return dossier
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
      guard let text = try text(of: path) else { return }
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
    for id in earlier + [dossier.post.id] {
      for (claim, path) in stored(on: id, catalog, &problems) {
        var claim = claim
        switch Reanchoring.place(claim, in: dossier.post) {
        case .found(let spans): claim.spans = spans
        case .none: break
        case let place:
          problems.append(Self.problem(place, claim, dossier.post.id, path))
          claim.spans = []
        }
        claims.append(claim)
        guard let newest = dossier.captures.last else { continue }
        switch Reanchoring.place(claim, in: newest) {
        case .found, .none: break
        case let place: problems.append(Self.problem(place, claim, newest.id, path))
        }
      }
    }
    return claims.sorted {
      ($0.spans.first?.lowerBound ?? .max) < ($1.spans.first?.lowerBound ?? .max)
    }
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
        guard case .claim(let claim) = try record(at: path) else { return }
        claims.append((claim, path))
      }
    }
    return claims
  }

  private func neighbours(_ ids: [String], _ catalog: any Catalog, _ problems: inout [Problem])
    -> [Dossier.Neighbour]
  {
    posts(ids, catalog, &problems).map { post in
      let claims = stored(on: post.id, catalog, &problems).map(\.claim)
      return .init(
        post: post, claims: claims, margin: margin(of: post.id, catalog, &problems))
    }
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
