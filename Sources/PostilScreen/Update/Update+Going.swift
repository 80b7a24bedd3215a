import PostilCore

extension State {
  mutating func go(_ action: Action) -> [Effect] {
    switch action {
    case .open:
      switch room {
      case .list:
        guard let row = list.current else { return [] }
        remember()
        return openPost(row.id)
      case .ledger: return goToClaim()
      case .page: return openFromPage()
      case .reader: return note(.note)
      case .codebook: return codebook(.tagPosts)
      case .notes:
        guard let note = notes.current else { return [] }
        return [.editNote(target: note.id, title: note.title ?? note.id, text: note.text)]
      case .problems:
        guard problems.indices.contains(problemCursor),
          let place = problems[problems.count - 1 - problemCursor].place
        else { return [] }
        return [.editFile(path: place.file, line: place.line)]
      case .split: return []
      }
    case .close: return leave()
    case .claimGo: return goToClaim()
    case .jumpBack: return jump(back: true)
    case .jumpForward: return jump(back: false)
    case .markSet, .markGo:
      layer = .letter(action)
      say(
        action == .markSet ? "mark: a letter" : "go to mark: a letter, or ' for where you came from"
      )
      return []
    default: return []
    }
  }

  /// Opens a post in the reader, at once when it is the one at hand.
  mutating func openPost(_ id: String, at offset: Int? = nil, beside: String? = nil) -> [Effect] {
    room = .reader
    if reader?.dossier.post.id == id {
      fitReader()
      if let offset { settle(at: offset, in: beside) }
      revealSelection()
      return readMark(id)
    }
    reader = nil
    wanted = id
    arriving = Spot(room: .reader, post: id, offset: offset ?? -1, beside: beside)
    guard let ahead = ahead(id) else { return [.loadDossier(id)] }
    reader = ahead
    return take(ahead.dossier) + [.loadDossier(id)]
  }

  /// Says that a post was read, when it was not, and with it whatever says the same.
  func readMark(_ id: String) -> [Effect] {
    guard let dossier = reader?.dossier, dossier.post.id == id, !dossier.isRead else { return [] }
    return [.markRead(id, true)] + dossier.copies.map { .markRead($0, true) }
  }

  /// Puts the selection of the open post, or of one beside it, on the sentence at an offset.
  mutating func settle(at offset: Int, in beside: String? = nil) {
    guard var reader else { return }
    let block = beside.flatMap { reader.block(of: $0) } ?? reader.main
    guard let sentence = reader.blocks[block].unit(.sentence, at: offset) else { return }
    if let claim = reader.blocks[block].claims.first(where: {
      $0.spans.first?.lowerBound == offset
    }) {
      reader.focus(claim, in: block)
    } else {
      reader.select(sentence, block: block)
    }
    reader.reveal(rows: frame.body.count)
    self.reader = reader
  }

  private mutating func goToClaim() -> [Effect] {
    guard room == .ledger, let row = ledger.current else { return [] }
    guard let post = row.post else {
      say("this claim is drawn from several posts and stands in none")
      return []
    }
    remember()
    return openPost(post, at: row.start ?? 0)
  }

  /// Back to where the room was entered from; at the top this quits, for nothing is unsaved.
  mutating func leave() -> [Effect] {
    switch room {
    case .list where jumps.back.last?.room == .codebook:
      // The posts of a tag were looked at from there.
      jumps.back.removeLast()
      room = .codebook
      return [.loadTags]
    case .list:
      isFinished = true
      return []
    case .reader where jumps.back.last?.room == .page, .page:
      if let last = jumps.back.popLast() { return arrive(at: last) }
      room = .list
    case .reader:
      room = jumps.back.last?.room == .ledger ? .ledger : .list
      if jumps.back.last?.room == room { jumps.back.removeLast() }
    case .ledger, .notes, .codebook, .problems:
      switch jumps.back.last?.room {
      case .reader? where reader != nil: room = .reader
      case .codebook? where room != .codebook: room = .codebook
      default: room = .list
      }
      if jumps.back.last?.room == room { jumps.back.removeLast() }
    case .split:
      split = nil
      room = .list
      say("nothing imported")
    }
    fitReader()
    list.moveCursor(to: list.cursor, rows: geometry.visible)
    return look()
  }

  /// Enters another room, which `q` leaves again.
  mutating func enter(_ next: Room) -> [Effect] {
    guard next != room else { return [] }
    remember()
    room = next
    fitReader()
    switch next {
    case .ledger: return [.loadClaims(ledger.query, ledger.sort)] + look()
    case .notes: return [.loadNotes]
    case .codebook: return [.loadTags]
    case .list:
      list.moveCursor(to: list.cursor, rows: geometry.visible)
      return look()
    default: return []
    }
  }

  var spot: Spot {
    if let page {
      var spot = Spot(room: .page, post: nil, offset: 0)
      spot.subject = page.subject
      return spot
    }
    if room == .notes { return Spot(room: room, post: notes.current?.id, offset: 0) }
    guard room == .reader, let reader else {
      return Spot(room: room, post: list.current?.id, offset: 0)
    }
    let post = reader.dossier.post.id
    let here = reader.block.post.id
    return Spot(
      room: room, post: post, offset: reader.selection.range.lowerBound,
      beside: here == post ? nil : here)
  }

  mutating func remember() {
    let here = spot
    if jumps.back.last != here { jumps.back.append(here) }
    if jumps.back.count > 100 { jumps.back.removeFirst() }
    jumps.forward = []
  }

  private mutating func jump(back: Bool) -> [Effect] {
    guard let target = back ? jumps.back.popLast() : jumps.forward.popLast() else {
      say(back ? "nowhere to go back to" : "nowhere to go forward to")
      return []
    }
    if back { jumps.forward.append(spot) } else { jumps.back.append(spot) }
    return arrive(at: target)
  }

  private mutating func arrive(at target: Spot) -> [Effect] {
    if let subject = target.subject { return showPage(subject) }
    room = target.room
    fitReader()
    if target.room == .notes, let note = target.post { return openNote(note) }
    guard target.room == .reader, let post = target.post else {
      var effects = look()
      if let post = target.post { effects.append(.locate(list.ask, post: post)) }
      if target.room == .ledger { effects.append(.loadClaims(ledger.query, ledger.sort)) }
      return effects
    }
    return openPost(post, at: target.offset, beside: target.beside)
  }

  mutating func letterGiven(_ letter: Character, for action: Action) -> [Effect] {
    if action == .spanFind || action == .spanFindBack {
      if reader?.find(letter, forward: action == .spanFind) == false {
        say("no \(letter) \(action == .spanFind ? "after" : "before") the end")
      }
      revealSelection()
      return []
    }
    if action == .markSet {
      marks[letter] = spot
      say("marked \(letter) · ' \(letter) comes back here")
      return []
    }
    if letter == "'" { return jump(back: true) }
    guard let target = marks[letter] else {
      say("no mark \(letter) · m \(letter) sets it")
      return []
    }
    remember()
    return arrive(at: target)
  }
}
