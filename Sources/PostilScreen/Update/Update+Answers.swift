import PostilCore

extension State {
  /// What the worker reports.
  mutating func take(_ event: Event) -> [Effect] {
    dropAhead(at: event)
    switch event {
    case .key, .paste, .resized: break
    case .paused: return readInHand()
    case .today(let day): today = day
    case .totals(let totals): self.totals = totals
    case .tags(let tags): take(tags: tags)
    case .lexicon(let lexicon): return take(lexicon)
    case .tagPlanned(let plan): return take(plan)
    case .counted(let matches, let verb): return take(matches, then: verb)
    case .range(let ask, let ids):
      guard ask == list.ask else { return [] }
      list.marked.formUnion(ids)
      say("\(list.marked.count) marked")
    case .posts(let ask, let total, let start, let rows): return take(ask, total, start, rows)
    case .sections(let ask, let sections): take(ask, sections)
    case .postCount(let ask, let total): return take(ask, count: total)
    case .found(let ask, let position): return arrive(ask, position)
    case .suggestion(let ask, let from, let place): return arrive(ask, from: from, at: place)
    case .claims(let query, let sort, let rows):
      guard query == ledger.query, sort == ledger.sort else { return [] }
      ledger.rows = rows
      ledger.isLoaded = true
      ledger.moveCursor(to: ledger.cursor, rows: geometry.visible)
      return room == .ledger ? look() : []
    case .page(let asked, let page): return take(asked, page)
    case .subjects(let typed, let subjects): return take(typed, subjects)
    case .notes(let notes): takeNotes(notes)
    case .places(let ask, let places): return take(ask, places)
    case .dossier(let dossier): return take(dossier) + readAhead()
    case .ahead(let dossier): keepAhead(dossier)
    case .written(let change): announce(change)
    case .changed(let change): return changed(change)
    case .saved(let time): saved = time
    case .undone(let change): return undone(change, "undid", "U does it again")
    case .redone(let change): return undone(change, "did again", "u takes it back")
    case .reconciled:
      if reading != nil { reading = .list }
      return reloadAll()
    case .stale: return reloadAll()
    case .edited(let target, let from, let text): return edited(target, from: from, text: text)
    case .exported(let path): say("exported to \(path)")
    case .splitProposed(let name, let draft):
      remember()
      split = SplitPreview(name: name, draft: draft)
      room = .split
    case .imported(let report):
      say(report.headline)
      problems += report.problems
      return reloadAll()
    case .progress(let progress): self.progress = progress
    case .settings(let configuration, let problems): return reconfigure(configuration, problems)
    case .theme(let theme, let problems):
      wear(theme, as: theme.name)
      for problem in problems { complain(problem) }
    case .background(let isLight): take(backgroundIsLight: isLight)
    case .focus(let isFocused): return take(focus: isFocused)
    case .mouse(let mouse): return take(mouse)
    case .copied(let way): take(copied: way)
    case .output(let output): take(output)
    case .message(let text): say(text)
    case .failed(let problem): return failed(problem)
    }
    return []
  }

  private mutating func take(_ ask: PostList.Ask, _ total: Int?, _ start: Int, _ rows: [PostRow])
    -> [Effect]
  {
    guard ask == list.ask else { return [] }
    list.take(rows, from: start, of: total)
    if reading == .list || list.total > 0 { reading = nil }
    list.moveCursor(to: list.cursor, rows: geometry.visible)
    let visible = geometry.visible
    let more: [Effect] =
      (list.isShort(rows: visible) ? [.loadPosts(ask, window: list.window(rows: visible))] : [])
      + (total == nil ? [.countPosts(ask)] : [])
    if room == .reader, arriving?.room == .reader, arriving?.post == nil, let row = list.current {
      return openPost(row.id) + more
    }
    return look() + more
  }

  private mutating func take(_ ask: PostList.Ask, count: Int) -> [Effect] {
    guard ask == list.ask, list.isLoaded else { return [] }
    list.total = count
    list.isCounted = true
    list.moveCursor(to: list.goesToLast ? count - 1 : list.cursor, rows: geometry.visible)
    return look()
  }

  private mutating func arrive(_ ask: PostList.Ask, _ position: Int?) -> [Effect] {
    guard ask == list.ask else { return [] }
    guard let position else {
      if !goRound() { say("nothing further in this list") }
      return []
    }
    // It is there, whether or not anybody has counted so far.
    list.total = max(list.total, position + 1)
    list.moveCursor(to: position, rows: geometry.visible)
    if room == .reader {
      guard let row = list.current else {
        arriving = Spot(room: .reader, post: nil, offset: 0)
        return look()
      }
      return look() + openPost(row.id)
    }
    return look()
  }

  mutating func take(_ dossier: Dossier) -> [Effect] {
    let id = dossier.post.id
    if reader?.dossier.post.id == id {
      reader?.refresh(dossier)
      fitReader()
      laySpansInTheMaking()
    } else if wanted == id {
      reader = begun(Reader(dossier, frame: frame))
    } else {
      return []
    }
    if saveProblem != nil { reopenNote() }
    for problem in dossier.problems where !problems.contains(problem) { complain(problem) }
    guard room == .reader else { return runAwaited(for: id) }
    if let spot = arriving, spot.post == id {
      arriving = nil
      if spot.offset >= 0 { settle(at: spot.offset, in: spot.beside) }
      revealSelection()
      settleAtHit()
    }
    return openNewNote() + readMark(id)
  }

  private mutating func changed(_ change: Change) -> [Effect] {
    saving = nil
    if change.files.isEmpty {
      say(change.label)
      afterChange = nil
      return []
    }
    announce(change)
    let made = change.files.first { $0.path.hasPrefix("claims/") && $0.after != nil }
    if let made, made.before == nil {
      let id = baseName(made.path)
      reader?.kept = id
    }
    if afterChange == .noteOnNewClaim {
      madeClaim = made.map { baseName($0.path) }
      afterChange = nil
    }
    if case .writeNote(let id) = afterChange {
      afterChange = nil
      return openNote(id, writing: true) + reloadAll()
    }
    return reloadAll()
  }

  private mutating func announce(_ change: Change) {
    let alone = room == .list && list.marked.isEmpty ? foldedHere : 0
    say(
      change.label + (alone > 0 ? " · not the \(alone) folded with it (z a)" : "") + " · u undoes")
  }

  private func baseName(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".md") ? name.dropLast(3) : name)
  }

  /// Opens the note of the claim that `t a` made, once the claim is on the page.
  private mutating func openNewNote() -> [Effect] {
    guard let id = madeClaim, let claim = reader?.claim(withID: id),
      let block = reader?.blocks.firstIndex(where: { $0.claims.contains { $0.id == id } })
    else { return [] }
    madeClaim = nil
    reader?.focus(claim, in: block)
    return note(.note)
  }

  private mutating func undone(_ change: Change?, _ verb: String, _ hint: String) -> [Effect] {
    guard let change else {
      say(verb == "undid" ? "nothing to undo" : "nothing to do again")
      return []
    }
    say("\(verb): \(change.label) · \(hint)")
    return reloadAll()
  }

  private mutating func failed(_ problem: Problem) -> [Effect] {
    complain(problem)
    afterChange = nil
    awaiting = nil
    if saving != nil {
      // First what the disk says now; should that fail too, the text is there all the same.
      let isFirst = saveProblem == nil
      saveProblem = problem
      if isFirst, let reader { return [.loadDossier(reader.dossier.post.id)] }
      reopenNote()
    }
    if room == .reader, reader == nil { room = .list }
    return reloadAll()
  }
}
