import PostilCore
import PostilIndex
import PostilScreen

extension Worker {
  /// What the notebook says now; nil for an effect that reads nothing.
  func answer(_ effect: Effect) throws(Problem) -> Event? {
    let index = workbench.index
    let today = workbench.today
    switch effect {
    case .loadTotals: return .totals(try index.totals(today: today))
    case .loadTags: return .tags(try index.tags())
    case .loadLexicon: return .lexicon(try index.lexicon(values: true))
    case .planTag(let deed): return .tagPlanned(try plan(deed))
    case .loadRange(let ask, let range):
      let rows = try index.posts(
        ask.query, sort: ask.sort, folding: ask.folding, window: range, today: today)
      return .range(ask, rows.map(\.id))
    case .countMatches(var matches, let verb):
      matches.count = try index.count(matches.query, folding: .none, today: today)
      matches.isCounted = true
      return .counted(matches, then: verb)
    case .loadPosts(let ask, let window): return try posts(ask, window)
    case .countPosts(let ask): return try count(ask)
    case .loadSections(let ask):
      guard isWanted(ask) else { return nil }
      return .sections(
        ask,
        try index.sections(ask.query, sort: ask.sort, folding: ask.folding, today: today))
    case .loadClaims(let query, let sort):
      return .claims(query, sort, try index.claims(query, sort: sort, today: today))
    case .find(let ask): return .places(ask, try places(ask))
    case .loadNotes: return .notes(try workbench.notebook.freeNotes())
    case .loadPage(let subject): return .page(subject, try workbench.page(of: subject))
    case .loadSubjects(let typed):
      return .subjects(typed, try index.subjects(matching: typed, limit: 200))
    case .loadDossier(let post): return .dossier(facts.added(to: try dossier(of: post)))
    case .seek(let ask, let words, let position, let isForward):
      let found = try index.position(
        seeking: words, in: ask.query, sort: ask.sort, folding: ask.folding, from: position,
        forward: isForward, today: today)
      return .found(ask, position: found)
    case .locate(let ask, let post):
      let position = try index.position(
        of: post, in: ask.query, sort: ask.sort, folding: ask.folding, today: today)
      return .found(ask, position: position)
    default: return nil
    }
  }

  /// Nil when another list is wanted meanwhile.
  private func count(_ ask: PostList.Ask) throws(Problem) -> Event? {
    let number = listNumber
    guard isWanted(ask) else { return nil }
    let count = try workbench.index.count(
      ask.query, folding: ask.folding, today: workbench.today
    ) { [self] in listNumber == number }
    return count.map { .postCount(ask, $0) }
  }

  private func places(_ ask: PlaceAsk) throws(Problem) -> [Place] {
    switch ask {
    case .named(let names): try workbench.index.places(named: names)
    case .referring(let id): try workbench.index.places(referringTo: id)
    case .related(let id): try workbench.index.places(around: id, limit: Related.shown)
    case .like(let typed): try workbench.index.places(like: typed, limit: Completion.most)
    }
  }

  /// The window asked for, or the last one when the list has become shorter than that. Nothing is
  /// counted for it: how many there are is known when it holds the last one.
  private func posts(_ ask: PostList.Ask, _ window: Range<Int>) throws(Problem) -> Event {
    let rows = try rows(ask, window)
    guard rows.isEmpty, window.lowerBound > 0 else {
      let isLast = rows.count < window.count
      return .posts(
        ask, total: isLast ? window.lowerBound + rows.count : nil, start: window.lowerBound, rows)
    }
    let total = try workbench.index.count(
      ask.query, folding: ask.folding, today: workbench.today)
    let start = max(0, total - window.count)
    return .posts(ask, total: total, start: start, try self.rows(ask, start..<total))
  }

  private func rows(_ ask: PostList.Ask, _ window: Range<Int>) throws(Problem) -> [PostRow] {
    try workbench.index.posts(
      ask.query, sort: ask.sort, folding: ask.folding, window: window, today: workbench.today)
  }

  /// A post with everything on it; one that cannot be read is shown as it stands in its file.
  private func dossier(of post: String) throws(Problem) -> Dossier {
    do {
      return try workbench.notebook.dossier(of: post, in: workbench.index)
    } catch {
      guard let path = try workbench.index.path(of: post) else { return gone(post, "") }
      guard workbench.notebook.stamp(of: path) != nil else {
        try workbench.index.update(paths: [path])
        self.post(.stale)
        return gone(post, path)
      }
      let raw = try? workbench.notebook.text(of: path)
      var dossier = Dossier(post: Post(id: post, text: raw ?? ""), path: path)
      dossier.problems = [error]
      return dossier
    }
  }

  /// What is shown of a post that somebody deleted while it was in a list.
  private func gone(_ post: String, _ path: String) -> Dossier {
    Dossier(post: Post(id: post, text: "The file of this post is gone."), path: path)
  }
}
