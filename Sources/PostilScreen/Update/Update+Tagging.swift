import PostilCore

extension State {
  mutating func tag(_ action: Action, _ argument: String) -> [Effect] {
    switch action {
    case .claimOpen: return judge(.open, .fact)
    case .claimSupported: return judge(.supported, .fact)
    case .claimRefuted: return judge(.refuted, .fact)
    case .claimMixed: return judge(.mixed, .fact)
    case .claimVoid: return judge(.void, .fact)
    case .claimForecast: return forecast()
    case .claimNote:
      if room == .reader, reader?.claim == nil { afterChange = .noteOnNewClaim }
      let effects = judge(.open, .fact)
      if afterChange == nil { return effects + note(.note) }
      return effects
    case .claimRemove: return removeClaim()
    case .claimDue, .claimConfidence: return askAboutClaim(action)
    case .again:
      switch lastVerb {
      case .judge(.open, .forecast): return forecast()
      case .judge(let status, let type): return judge(status, type)
      case .topic(let name): return addTopic(name)
      case nil:
        say("nothing to repeat yet · t tags")
        return []
      }
    case .topic:
      guard argument.isEmpty else { return addTopic(argument) }
      return openTopics()
    case .topicRemove: return removeTopic(argument)
    case .sticky: return toggleSticky(argument)
    case .matches: return beginMatches()
    case .star, .read: return toggle(action)
    case .rowMark, .rowRange: return markRows(action) + look()
    default: return []
    }
  }

  /// Tags what is selected, or gives the claim in hand another status.
  mutating func judge(_ status: Status, _ type: ClaimType) -> [Effect] {
    guard hasTarget else {
      say(
        room == .page
          ? "no claim in this row · Enter opens it in the reader" : "nothing here to tag")
      return []
    }
    lastVerb = .judge(status, type)
    switch room {
    case .ledger:
      return performAll(
        ledger.targetRows.map {
          .judge(
            claim: $0.id, status: status, from: $0.status, type: type == .forecast ? type : nil,
            confidence: nil, words: nil)
        })
    case .page:
      guard let claim = page?.claim else { return [] }
      return performAll([
        .judge(
          claim: claim.id, status: status, from: claim.status, type: type == .forecast ? type : nil,
          confidence: nil, words: nil)
      ])
    case .list:
      return performAll(
        list.targets.map {
          var new = NewClaim(post: $0)
          new.status = status
          new.type = type
          return .addClaim(new)
        })
    case .reader:
      guard let reader else { return [] }
      self.reader?.kept = reader.claim?.id ?? reader.kept
      // What is said of one appearance of a claim is said of its head.
      if let claim = reader.claim.map({ reader.head(of: $0) ?? $0 }) {
        return [
          .perform([
            .judge(
              claim: claim.id, status: status, from: claim.status,
              type: type == .forecast ? type : nil, confidence: nil, words: nil)
          ])
        ]
      }
      guard var new = newClaim() else { return [] }
      new.status = status
      new.type = type
      return endSpan([.perform([.addClaim(new)])])
    default: return []
    }
  }

  /// Whether there is anything that a status could be given to: only then is it there to be repeated.
  private var hasTarget: Bool {
    switch room {
    case .list: !list.targets.isEmpty
    case .ledger: !ledger.targets.isEmpty
    case .page: page?.claim != nil
    case .reader: reader != nil
    default: false
    }
  }

  private func performAll(_ edits: [Edit]) -> [Effect] {
    edits.isEmpty ? [] : [.perform(edits)]
  }

  /// A claim on the selected words.
  func newClaim() -> NewClaim? {
    guard let reader, !reader.selection.range.isEmpty else { return nil }
    var new = NewClaim(post: reader.block.post.id)
    new.spans = [Span(reader.block.aligned(reader.selection.range))]
    return new
  }

  /// Verbs end a free span: the sentence is selected again.
  private mutating func endSpan(_ effects: [Effect]) -> [Effect] {
    if reader?.selection.free != nil { reader?.leaveFree() }
    return effects
  }

  private mutating func askAboutClaim(_ action: Action) -> [Effect] {
    guard let id = claimInHand else {
      say("no claim here · t tags the sentence first, Tab goes to the next claim")
      return []
    }
    let ids = room == .ledger ? ledger.targets : [id]
    let of = ids.count > 1 ? " of \(ids.count) claims" : ""
    let claim = ids.count > 1 ? nil : reader?.claim(withID: id)
    if action == .claimDue {
      return askDue(of: ids)
    } else {
      layer = .prompt(
        Prompt(
          .confidence(claims: ids), label: "probability in percent" + of,
          text: claim?.confidence.map(String.init) ?? ""))
    }
    return []
  }

  /// The claim that the cursor is on.
  var claimInHand: String? {
    switch room {
    case .ledger: ledger.current?.id
    case .page: page?.claim?.id
    case .reader: reader?.claimHere?.id
    default: nil
    }
  }

  private mutating func removeClaim() -> [Effect] {
    if room == .ledger, ledger.targets.count > 1 {
      let count = ledger.targets.count
      layer = .confirm(
        Question("remove \(count) claims?", then: .perform(ledger.targets.map { .removeClaim($0) }))
      )
      return []
    }
    guard let id = room == .ledger ? ledger.targets.first : claimInHand else {
      say("no claim here to remove")
      return []
    }
    reader?.focus = nil
    return [.perform([.removeClaim(id)])]
  }

  private mutating func markRows(_ action: Action) -> [Effect] {
    if room == .ledger {
      return markClaims(action)
    }
    guard room == .list, let id = list.current?.id else { return [] }
    if action == .rowMark {
      if list.marked.remove(id) == nil { list.marked.insert(id) }
      list.moveCursor(to: list.cursor + 1, rows: geometry.visible)
    } else if let from = list.rangeFrom {
      list.rangeFrom = nil
      return [.loadRange(list.ask, min(from, list.cursor)..<max(from, list.cursor) + 1)]
    } else {
      list.rangeFrom = list.cursor
      say("range begun · V again ends it")
    }
    return []
  }

  private mutating func markClaims(_ action: Action) -> [Effect] {
    guard let id = ledger.current?.id else { return [] }
    if action == .rowMark {
      if ledger.marked.remove(id) == nil { ledger.marked.insert(id) }
      ledger.moveCursor(to: ledger.cursor + 1, rows: geometry.visible)
    } else if let from = ledger.rangeFrom {
      let rows = min(from, ledger.cursor)...max(from, ledger.cursor)
      ledger.marked.formUnion(ledger.rows[rows.clamped(to: 0...ledger.rows.count - 1)].map(\.id))
      ledger.rangeFrom = nil
      say("\(ledger.marked.count) marked")
    } else {
      ledger.rangeFrom = ledger.cursor
      say("range begun · V again ends it")
    }
    return []
  }

  private mutating func toggle(_ action: Action) -> [Effect] {
    let inReader = room == .reader
    let ids =
      switch room {
      case .reader: [reader?.block.post.id].compactMap(\.self)
      case .list: list.targets
      case .ledger:
        // A star is on the post that the claim stands in.
        Set(ledger.targetRows.compactMap(\.post)).sorted()
      default: [String]()
      }
    guard let first = ids.first else { return [] }
    let row = list.rows.first { $0.id == first }
    if action == .star {
      let isStarred = inReader ? reader?.block.isStarred ?? false : row?.isStarred ?? false
      return [
        .perform([
          .tagPosts(ids, add: isStarred ? [] : [Note.star], remove: isStarred ? [Note.star] : [])
        ])
      ]
    }
    let isRead = inReader ? reader?.block.isRead ?? false : row?.isRead ?? false
    say(isRead ? "unread again" : "read")
    return ids.map { .markRead($0, !isRead) }
  }
}
