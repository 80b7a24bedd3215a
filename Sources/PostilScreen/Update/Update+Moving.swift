import PostilCore
import PostilImport

extension State {
  mutating func move(_ action: Action, _ count: Int?) -> [Effect] {
    switch room {
    case .reader: return moveInReader(action, count)
    case .page: return moveInPage(action, count)
    case .list:
      switch action {
      case .untaggedNext, .untaggedPrevious:
        return seekUntagged(forward: action == .untaggedNext)
      case .groupNext: return moveToGroup(count ?? 1)
      case .groupPrevious: return moveToGroup(-(count ?? 1))
      case .otherDown, .scrollDown: return scrollPreview(count ?? 1)
      case .otherUp, .scrollUp: return scrollPreview(-(count ?? 1))
      default: break
      }
      let position = moved(list.cursor, action, count, total: list.total)
      list.moveCursor(to: position, rows: geometry.visible)
      list.goesToLast = action == .last && count == nil && !list.isCounted
      place(action)
      return look()
    case .ledger:
      let position = moved(ledger.cursor, action, count, total: ledger.rows.count)
      ledger.moveCursor(to: position, rows: geometry.visible)
      return look()
    case .notes:
      notes.cursor = clamped(
        moved(notes.cursor, action, count, total: notes.notes.count), notes.notes.count)
      notes.top = scrolled(top: notes.top, cursor: notes.cursor, rows: frame.body.count)
      return []
    case .codebook:
      codebook.moveCursor(
        to: moved(codebook.cursor, action, count, total: codebook.rows.count), rows: codebookRows)
      return []
    case .split:
      guard var split else { return [] }
      split.moveCursor(
        to: moved(split.cursor, action, count, total: split.draft.lines.count),
        rows: frame.body.count)
      self.split = split
      return []
    case .problems:
      problemCursor = clamped(
        moved(problemCursor, action, count, total: problems.count), problems.count)
      return []
    }
  }

  private func clamped(_ position: Int, _ total: Int) -> Int {
    min(max(0, position), max(0, total - 1))
  }

  /// Where a cursor in a list of `total` goes.
  private func moved(_ cursor: Int, _ action: Action, _ count: Int?, total: Int) -> Int {
    let page = max(
      1, room == .list && list.ask.sort.isGrouped ? rowsInList.count : geometry.visible)
    let n = count ?? 1
    return switch action {
    case .down, .otherDown, .claimNext, .scrollDown: cursor + n
    case .up, .otherUp, .claimPrevious, .scrollUp: cursor - n
    case .halfDown: cursor + max(1, page / 2) * n
    case .halfUp: cursor - max(1, page / 2) * n
    case .pageDown, .pageOn: cursor + max(1, page - 1) * n
    case .pageUp, .pageBack: cursor - max(1, page - 1) * n
    case .first: count.map { $0 - 1 } ?? 0
    case .last: count.map { $0 - 1 } ?? total - 1
    default: cursor
    }
  }

  /// `zz`, `zt`, `zb` in the list.
  private mutating func place(_ action: Action) {
    let rows = geometry.visible
    switch action {
    case .placeMiddle: list.top = max(0, list.cursor - rows / 2)
    case .placeTop: list.top = list.cursor
    case .placeBottom: list.top = max(0, list.cursor - rows + 1)
    default: break
    }
  }

  private mutating func scrollPreview(_ rows: Int) -> [Effect] {
    guard showsPostInHand else {
      say(
        "no preview here · \(keyMap.live(in: scopes).hint(for: Action.preview.rawValue)) shows it")
      return []
    }
    guard var reader, reader.dossier.post.id == list.current?.id else { return [] }
    reader.top = min(max(0, reader.top + rows), reader.lastTop(rows: geometry.preview))
    self.reader = reader
    return []
  }

  private func seekUntagged(forward: Bool) -> [Effect] {
    [.seek(list.ask, words: .state(.untagged), from: list.cursor, forward: forward)]
  }

  /// What must be fetched for what the cursor is on now.
  mutating func look() -> [Effect] {
    var effects: [Effect] = []
    // Headings push rows off the foot of the list; beside a post they take no lines.
    if geometry.itemRows == 1 { list.top = list.firstRow(from: list.top, rows: geometry.visible) }
    if let window = list.missingWindow(rows: geometry.visible), list.total > 0 || !list.isLoaded {
      effects.append(.loadPosts(list.ask, window: window))
    }
    let post =
      switch room {
      case .list: list.current?.id
      case .ledger: ledger.current?.post
      case .page: page?.shownPost?.id
      default: String?.none
      }
    guard let post, post != reader?.dossier.post.id else { return effects }
    // Keys must not reach the post that the cursor has left.
    if room == .list {
      reader = ahead(post)
      fitReader()
      reader = reader.map { begun($0) }
      // Nobody sees it: it is read when keys pause.
      guard showsPostInHand else {
        wanted = nil
        return effects
      }
    }
    if wanted != post {
      wanted = post
      effects.append(.loadDossier(post))
    }
    return effects
  }
}
