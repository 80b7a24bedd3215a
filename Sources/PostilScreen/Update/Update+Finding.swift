import PostilCore

extension State {
  mutating func find(_ action: Action, _ argument: String) -> [Effect] {
    switch action {
    case .search where room == .codebook:
      layer = .tags(palette(.find))
      return []
    case .search: return askForSearch()
    case .filter:
      if room == .page { return filterToPage() }
      guard argument.isEmpty else {
        let query = filterQuery
        let effects = setFilter(argument)
        endSearch()
        endSticky(unless: filterQuery == query)
        return effects
      }
      let now = room == .ledger ? ledger.filter : list.filter
      if room != .ledger { room = .list }
      return askForFilter(now)
    case .searchNext, .searchPrevious: return searchOn(forward: action == .searchNext)
    case .sortDue: return room == .ledger ? sortLedger(.due) : sortList(.due)
    case .sortStatus: return sortLedger(.status)
    case .sortDate: return room == .ledger ? sortLedger(.date) : sortList(.date)
    case .sortAuthor: return room == .ledger ? sortLedger(.author) : sortList(.author)
    case .sortUnread: return sortList(.unread)
    case .sortClaims: return sortList(.claims)
    case .sortRelevance where room == .ledger:
      say("claims have no order by relevance")
      return []
    case .sortRelevance: return sortList(.relevance)
    default: return []
    }
  }

  /// What the list or the ledger is narrowed to.
  var filterQuery: Query { room == .ledger ? ledger.query : list.ask.query }

  private mutating func sortList(_ key: PostSort.Key) -> [Effect] {
    let same = list.ask.sort.key == key
    let isGrouped = same && list.ask.sort.isGrouped
    list.ask.sort = PostSort(key, isReversed: same && !list.ask.sort.isReversed)
    list.ask.sort.isGrouped = isGrouped
    let lacksWords = key == .relevance && !list.ask.query.isRanked
    say(
      "sorted by \(key.rawValue)\(list.ask.sort.isReversed ? ", reversed" : "")"
        + (lacksWords ? " · by date until the filter has words" : ""))
    return restartList()
  }

  private mutating func sortLedger(_ key: ClaimSort.Key) -> [Effect] {
    let same = ledger.sort.key == key
    ledger.sort = ClaimSort(key, isReversed: same && !ledger.sort.isReversed)
    ledger.cursor = 0
    ledger.top = 0
    say("sorted by \(key.rawValue)\(ledger.sort.isReversed ? ", reversed" : "")")
    return [.loadClaims(ledger.query, ledger.sort)]
  }

  /// The list from its beginning, for another question.
  mutating func restartList() -> [Effect] {
    list.cursor = 0
    list.top = 0
    list.restart()
    return [.loadPosts(list.ask, window: list.window(rows: geometry.visible))] + askForSections
  }

  /// Narrows the list or the ledger; a mistake leaves it as it was and is shown at its column.
  mutating func setFilter(_ typed: String) -> [Effect] {
    let query: Query
    do {
      query = try Query(parsing: typed, in: lexicon)
    } catch {
      if case .prompt(var prompt) = layer {
        prompt.problem = error
        layer = .prompt(prompt)
      } else {
        complain(error)
      }
      return []
    }
    tellReading(of: query)
    if room == .ledger {
      ledger.filter = typed
      ledger.query = query
      ledger.cursor = 0
      ledger.top = 0
      return [.loadClaims(query, ledger.sort)]
    }
    list.filter = typed
    guard query != list.ask.query else { return [] }
    list.ask.query = query
    if let reader, room == .list { self.reader = begun(reader, anew: true) }
    return restartList()
  }
}
