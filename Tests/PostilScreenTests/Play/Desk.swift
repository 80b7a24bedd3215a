import PostilCore
@testable import PostilScreen

/// A notebook in memory that answers effects at once, so that screens can be played without files.
struct Desk {
  var posts: [Post] = []
  var claims: [Claim] = []
  var margins: [String: Note] = [:]
  var read: Set<String> = []
  /// Whether posts of a thread and posts with the same words fold into one row.
  var folds = false
  /// Whether a list is counted only when it is asked for, as a large one is.
  var countsLater = false
  /// The free notes.
  var notes: [Note] = []
  var tags: [TagCount]
  private var earlier: [[Claim]] = []
  private var made = 0
  /// What was done to the codebook, which only says what it is told to.
  private(set) var edits: [Edit] = []
  /// The time at which everything here is written.
  static let clock = ClockTime(hour: 16, minute: 58)
  /// Effects that only a terminal or a disk could carry out.
  private(set) var asked: [Effect] = []

  init(posts: [Post], claims: [Claim] = [], tags: [TagCount] = Cast.tags) {
    self.tags = tags
    self.posts = posts.sorted { ($0.posted?.seconds ?? 0) > ($1.posted?.seconds ?? 0) }
    self.claims = claims
  }

  mutating func answer(_ effect: Effect) -> [Event] {
    switch effect {
    case .reconcile: return [.reconciled]
    case .loadTotals: return [.totals(totals)]
    case .loadTags: return [.tags(tags)]
    case .loadLexicon: return [.lexicon(QueryLexicon())]
    case .planTag(let deed): return [.tagPlanned(plan(deed))]
    case .loadRange(let ask, let range):
      let found = rows(ask)
      return [.range(ask, found[range.clamped(to: 0..<found.count)].map(\.id))]
    case .countMatches(var found, let verb):
      found.count = posts.count { matches($0, found.query) }
      found.isCounted = true
      return [.counted(found, then: verb)]
    case .loadPosts(let ask, let window):
      let found = rows(ask)
      let rows = Array(found[window.clamped(to: 0..<found.count)])
      let total = countsLater && found.count > window.upperBound ? nil : found.count
      return [.posts(ask, total: total, start: window.lowerBound, rows)]
    case .loadSections(let ask):
      let ids = rows(ask).compactMap(\.section?.id)
      let counts = Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +)
      var seen: Set<String> = []
      let order = ids.filter { seen.insert($0).inserted }
      return [.sections(ask, order.map { SectionCount(id: $0, count: counts[$0] ?? 0) })]
    case .countPosts(let ask): return [.postCount(ask, rows(ask).count)]
    case .loadClaims(let query, let sort): return [.claims(query, sort, claims.map(claimRow))]
    case .loadPage(let subject): return [.page(subject, page(of: subject))]
    case .loadSubjects(let typed): return [.subjects(typed, subjects(matching: typed))]
    case .loadNotes: return [.notes(notes)]
    case .find(let ask): return [.places(ask, places(ask))]
    case .loadDossier(let id): return dossier(id).map { [.dossier($0)] } ?? []
    case .readAhead(let ids): return ids.compactMap { dossier($0).map(Event.ahead) }
    case .seek(let ask, let words, let from, let forward):
      let found = posts.filter { matches($0, ask.query) }
      let hits = found.indices.filter { matches(found[$0], words) }
      return [.found(ask, position: forward ? hits.first { $0 > from } : hits.last { $0 < from })]
    case .locate(let ask, let post):
      return [.found(ask, position: rows(ask).firstIndex { $0.id == post || leads($0, post) })]
    case .seekSuggestion(let ask, let from, let isForward, let hidden, let shown):
      return [
        .suggestion(ask, from: from, suggestion(ask, from, isForward, hiding: hidden, shown))
      ]
    case .perform(let edits):
      earlier.append(claims)
      var files: [Change.File] = []
      for edit in edits { files += carryOut(edit) }
      self.edits += edits.filter(\.isOfCodebook)
      return [.saved(Self.clock), .changed(Change("tagged", files))]
    case .undo:
      guard let last = earlier.popLast() else { return [.undone(nil)] }
      claims = last
      return [.saved(Self.clock), .undone(Change("tagged", []))]
    case .markRead(let id, let isRead):
      if isRead { read.insert(id) } else { read.remove(id) }
      return [.stale]
    default:
      asked.append(effect)
      return []
    }
  }

  private func suggestion(
    _ ask: PostList.Ask, _ from: Int, _ isForward: Bool, hiding hidden: Set<String>,
    _ shown: Set<String>
  ) -> SuggestionPlace? {
    let found = posts.filter { matches($0, ask.query) }
    let places = found.indices.filter { isForward ? $0 > from : $0 < from }
    for place in isForward ? places : places.reversed() where !shown.contains(found[place].id) {
      let segments = Segments(found[place].text)
      let spans = claims.filter { $0.post == found[place].id }.flatMap(\.spans)
      let fresh = Suggestion.untagged(
        Suggestion.all(in: segments, posted: found[place].posted?.day), spans: spans
      ).filter { $0.reason(hiding: hidden) != nil }
      guard let next = isForward ? fresh.first : fresh.last else { continue }
      return SuggestionPlace(
        position: place, post: found[place].id, offset: next.sentence.lowerBound,
        why: next.why(in: segments, hiding: hidden) ?? "")
    }
    return nil
  }

  private mutating func carryOut(_ edit: Edit) -> [Change.File] {
    switch edit {
    case .addClaim(let new):
      made += 1
      var claim = Claim(id: "c-261123-made\(made)")
      claim.post = new.post
      claim.spans = new.spans.map(\.range)
      let text = posts.first { $0.id == new.post }.map(\.text) ?? ""
      claim.quotes = claim.spans.map { Segments(text).text($0) }
      claim.status = new.status
      claim.type = new.type
      claim.due = new.due
      claim.tags = new.tags
      claim.history = [Turn(today, new.status)]
      claims.append(claim)
      return [Change.File("claims/2026/\(claim.id).md", before: nil, after: "")]
    case .judge(let id, let status, _, let type, let confidence, _):
      guard let index = claims.firstIndex(where: { $0.id == id }) else { return [] }
      claims[index].status = status
      claims[index].type = type ?? claims[index].type
      claims[index].confidence = confidence ?? claims[index].confidence
      claims[index].history.append(Turn(today, status))
    case .removeClaim(let id): claims.removeAll { $0.id == id }
    case .setNote(let id, let text, _):
      if let index = notes.firstIndex(where: { $0.id == id }) {
        notes[index].text = text
      } else if let index = claims.firstIndex(where: { $0.id == id }) {
        claims[index].notes = text
      } else {
        margins[id, default: Note(id: Note.marginID(of: id))].text = text
      }
    case .addNote(let id, let title):
      var note = Note(id: id)
      note.title = title
      notes.append(note)
      return [Change.File("notes/\(id).md", before: nil, after: "")]
    case .tagPosts(let ids, let add, let remove):
      for id in ids {
        var note = margins[id] ?? Note(id: Note.marginID(of: id))
        note.tags = note.tags.filter { !remove.contains($0) && !add.contains($0) } + add
        margins[id] = note
      }
    case .tagClaims(let ids, let add, let remove):
      for index in claims.indices where ids.contains(claims[index].id) {
        claims[index].tags =
          claims[index].tags.filter { !remove.contains($0) && !add.contains($0) } + add
      }
    case .setSpans(let id, let spans), .reanchor(let id, _, let spans):
      for index in claims.indices where claims[index].id == id {
        if case .reanchor(_, let post, _) = edit { claims[index].post = post }
        claims[index].spans = spans.map(\.range)
        let text = posts.first { $0.id == claims[index].post }.map(\.text) ?? ""
        claims[index].quotes = claims[index].spans.map { Segments(text).text($0) }
      }
    case .setDue(let id, let day):
      for index in claims.indices where claims[index].id == id { claims[index].due = day }
    default: break
    }
    return [Change.File("some.md", before: "", after: "x")]
  }

  private var totals: Totals {
    var totals = Totals()
    totals.posts = posts.count
    totals.untagged = posts.count { post in !claims.contains { $0.post == post.id } }
    totals.claims = Dictionary(grouping: claims, by: \.status).mapValues(\.count)
    return totals
  }

  private func matches(_ post: Post, _ query: Query) -> Bool {
    switch query {
    case .word(let word), .phrase(let word):
      post.text.lowercased().contains(word.lowercased().replacing("*", with: ""))
    case .state(.untagged): !claims.contains { $0.post == post.id }
    case .and(let parts): parts.allSatisfy { matches(post, $0) }
    default: true
    }
  }

  func row(_ post: Post) -> PostRow {
    var row = PostRow(id: post.id, excerpt: post.text)
    row.author = post.author
    row.posted = post.posted
    row.isRead = read.contains(post.id)
    row.tags = (margins[post.id]?.tags ?? []).filter { $0 != Note.star }
    row.isStarred = margins[post.id]?.tags.contains(Note.star) ?? false
    for claim in claims where claim.post == post.id {
      row.marks[String(claim.mark), default: 0] += 1
    }
    return row
  }

  func claimRow(_ claim: Claim) -> ClaimRow {
    let post = posts.first { $0.id == claim.post }
    let words = claim.spans.first.map { span in
      post.map { Segments($0.text).text(span) } ?? ""
    }
    var row = ClaimRow(id: claim.id, words: words ?? "", status: claim.status, type: claim.type)
    row.post = claim.post
    row.due = claim.due
    row.author = post?.author
    row.posted = post?.posted
    row.tags = claim.tags
    row.hasNote = !claim.notes.isEmpty
    row.start = claim.spans.first?.lowerBound
    return row
  }

  func dossier(_ id: String) -> Dossier? {
    guard let post = posts.first(where: { $0.id == id }) else { return nil }
    var dossier = Dossier(post: post, path: "posts/\(id).md")
    let on = { (id: String) in
      claims.filter { $0.post == id }.sorted { $0.start < $1.start }
    }
    dossier.claims = on(id)
    dossier.margin = margins[id]
    dossier.isRead = read.contains(id)
    let neighbour = { (post: Post) in
      var found = Dossier.Neighbour(post: post, claims: on(post.id), margin: margins[post.id])
      found.isRead = read.contains(post.id)
      return found
    }
    if let thread = post.thread {
      let all = posts.filter { $0.thread == thread }
        .sorted { ($0.posted?.seconds ?? 0) < ($1.posted?.seconds ?? 0) }
      dossier.place = all.firstIndex { $0.id == id } ?? 0
      dossier.thread = all.filter { $0.id != id }.map(neighbour)
    }
    var naming = [post] + dossier.thread.map(\.post)
    while let other = naming.popLast() {
      for found in posts where [other.quotes, other.replyTo].contains(found.id) {
        guard found.id != id, dossier.beside[found.id] == nil,
          !dossier.thread.contains(where: { $0.post.id == found.id })
        else { continue }
        dossier.beside[found.id] = neighbour(found)
        naming.append(found)
      }
    }
    let copies = folds ? posts.filter { $0.id != id && $0.text == post.text } : []
    dossier.copies = copies.map(\.id)
    dossier.repeats = places(.named(dossier.copies))
    for claim in claims where !places(.referring(to: claim.id)).isEmpty {
      dossier.families[claim.id] = places(.referring(to: claim.id)).filter { $0.relation == .same }
    }
    dossier.quotedBy = posts.filter { $0.quotes == id }.map(neighbour)
    for other in [post] + dossier.thread.map(\.post) {
      let count = places(.referring(to: other.id)).count
      if count > 0 { dossier.references[other.id] = count }
    }
    for claim in claims.compactMap(\.same) {
      dossier.heads[claim] = claims.first { $0.id == claim }
    }
    dossier.captures = posts.filter { $0.id.hasPrefix(id + "~") }
    dossier.seekRestatements()
    return dossier
  }

  /// The list as an index would answer: the first post of a group stands for it.
  private func rows(_ ask: PostList.Ask) -> [PostRow] {
    guard let grouping = ask.sort.grouping else { return ungrouped(ask) }
    return grouped(ungrouped(ask), by: grouping)
  }

  private func ungrouped(_ ask: PostList.Ask) -> [PostRow] {
    let found = posts.filter { matches($0, ask.query) }
    guard folds else { return found.map(row) }
    return found.flatMap { post -> [PostRow] in
      let group = group(of: post)
      var row = row(post)
      guard group.count > 1 else { return [row] }
      row.group = about(post)
      guard ask.folding.isOn else { return [row] }
      guard post.id == group[0].id else { return [] }
      guard ask.folding.opened.contains(post.id) else { return [row] }
      return [row]
        + group.dropFirst().map {
          var below = self.row($0)
          below.group = about($0)
          below.isBeneath = true
          return below
        }
    }
  }
}

let today = Day("2026-11-23") ?? Day(number: 0)
