import PostilCore

extension State {
  mutating func pages(_ action: Action, _ argument: String) -> [Effect] {
    switch action {
    case .goPage:
      guard argument.isEmpty else {
        return Subject.readings(of: argument).first.map { openPage($0) } ?? []
      }
      return openPageHere()
    case .goPages: return openPagePicker()
    default: return []
    }
  }

  /// The page that is shown, when the room is one.
  var page: SubjectRoom? {
    get { room == .page ? pagesOpened.last : nil }
    set { if let newValue, !pagesOpened.isEmpty { pagesOpened[pagesOpened.count - 1] = newValue } }
  }

  /// Opens the page of a subject; one seen before comes back at the row where it was left.
  mutating func openPage(_ subject: Subject) -> [Effect] {
    if room == .page, page?.subject.key == subject.key { return [.loadPage(subject)] }
    remember()
    return showPage(subject)
  }

  mutating func showPage(_ subject: Subject) -> [Effect] {
    let known = pagesOpened.firstIndex {
      $0.subject.key == subject.key || $0.page?.subject.key == subject.key
    }
    let opened = known.map { pagesOpened.remove(at: $0) } ?? SubjectRoom(subject)
    pagesOpened.append(opened)
    if pagesOpened.count > Self.pagesKept { pagesOpened.removeFirst() }
    room = .page
    fitPage()
    return [.loadPage(opened.subject)] + look()
  }

  /// Pages that are kept as they were left.
  private static let pagesKept = 12

  mutating func fitPage() {
    let frame = frame
    page?.fit(frame)
  }

  mutating func take(_ asked: Subject, _ answer: SubjectPage) -> [Effect] {
    guard let index = pagesOpened.lastIndex(where: { $0.subject == asked }) else { return [] }
    let frame = frame(of: .page)
    pagesOpened[index].take(answer, frame: frame, today: today)
    return room == .page ? look() : []
  }

  /// Enter: the post or claim in the reader, a page, the list, the ledger, or the rest of a section.
  mutating func openFromPage() -> [Effect] {
    guard let page, let target = page.current?.target else { return [] }
    switch target {
    case .list: return filterToPage()
    case .filter(let query): return listOfPage(query)
    case .ledger(let query): return ledgerOfPage(query)
    case .more(let section):
      self.page?.unfold(section)
      return look()
    case .subject(let subject): return openPage(subject)
    case .claim, .post, .number:
      guard let (post, start) = page.post else {
        say("this claim is drawn from several posts and stands in none")
        return []
      }
      remember()
      return openPost(post, at: start)
    }
  }

  /// Shows the posts of the page in the list.
  mutating func filterToPage() -> [Effect] {
    guard let subject = page?.page?.subject ?? page?.subject else { return [] }
    return listOfPage(subject.query)
  }

  private mutating func listOfPage(_ query: Query) -> [Effect] {
    remember()
    room = .list
    let effects = setFilter(query.description)
    list.moveCursor(to: list.cursor, rows: geometry.visible)
    fitReader()
    say("F changes the filter · C-o back to the page")
    return effects + look()
  }

  private mutating func ledgerOfPage(_ query: Query?) -> [Effect] {
    guard let subject = page?.page?.subject else { return [] }
    remember()
    room = .ledger
    let whole: Query = query.map { .and([subject.query, $0]) } ?? subject.query
    say("F changes the filter · C-o back to the page")
    return setFilter(whole.description) + look()
  }

  mutating func moveInPage(_ action: Action, _ count: Int?) -> [Effect] {
    guard var page else { return [] }
    let rows = frame.body.count
    let n = max(1, count ?? 1)
    switch action {
    case .down, .otherDown, .claimNext: page.step(n)
    case .up, .otherUp, .claimPrevious: page.step(-n)
    case .paragraphNext, .sectionNext: page.jump(n)
    case .paragraphPrevious, .sectionPrevious: page.jump(-n)
    case .first: page.go(toRow: n)
    case .last: if let count { page.go(toRow: count) } else { page.goToEnd() }
    case .scrollDown: page.scroll(n)
    case .scrollUp: page.scroll(-n)
    case .halfDown: page.scroll(max(1, rows / 2) * n)
    case .halfUp: page.scroll(-max(1, rows / 2) * n)
    case .pageDown, .pageOn: page.scroll(max(1, rows - 2) * n)
    case .pageUp, .pageBack: page.scroll(-max(1, rows - 2) * n)
    case .placeMiddle: page.place(rows / 2)
    case .placeTop: page.place(0)
    case .placeBottom: page.place(rows - 1)
    default: return []
    }
    self.page = page
    return look()
  }

  /// Searches the lines of the page.
  mutating func searchPage(_ words: String, forward: Bool, fromHere: Bool) -> [Effect] {
    guard var page else { return [] }
    guard page.find(words, forward: forward, fromHere: fromHere) else {
      say("“\(words)” does not stand on this page")
      return []
    }
    self.page = page
    return look()
  }

  /// The author's own link, else that of the post in the row.
  mutating func openPageLink() -> [Effect] {
    let ofRow = reader.flatMap { reader in
      reader.dossier.post.id == page?.post?.id
        ? reader.dossier.post.url ?? reader.dossier.post.links.first : nil
    }
    guard let link = page?.page?.link ?? ofRow else {
      say("no link is known here")
      return []
    }
    say("opening \(link)")
    return [.openLink(link)]
  }
}
