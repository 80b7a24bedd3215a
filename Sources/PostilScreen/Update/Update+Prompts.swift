import PostilCore

extension State {
  mutating func press(_ key: Key, in open: Prompt) -> [Effect] {
    var prompt = open
    if case .command(let name) = keyMap.resolve(keys: [key], scopes: [.prompt]) {
      switch Action(rawValue: name) {
      case .accept: return accept(prompt)
      case .cancel: return cancel(prompt)
      case .complete:
        prompt.problem = nil
        complete(&prompt)
        otherForm(&prompt)
        layer = .prompt(prompt)
        return typed(prompt)
      default: break
      }
    }
    prompt.problem = nil
    prompt.reading = nil
    _ = prompt.editor.handle(key)
    layer = .prompt(prompt)
    return prompt.editor.text == open.editor.text ? [] : typed(prompt)
  }

  /// What follows at once from typing: hits light up, the list narrows.
  mutating func typed(_ prompt: Prompt) -> [Effect] {
    switch prompt.purpose {
    case .search: return searchTyped(prompt)
    case .filter: return setFilter(prompt.query(in: lexicon))
    case .tagNew, .tagRename:
      warnOfDoubles(prompt)
      return []
    default: return []
    }
  }

  private mutating func cancel(_ prompt: Prompt) -> [Effect] {
    layer = nil
    switch prompt.purpose {
    case .search:
      search = prompt.searchBefore
      return []
    case .filter: return setFilter(prompt.before)
    case .dueOfNew:
      say("not tagged")
      return []
    default: return []
    }
  }

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    let text = prompt.editor.text
    switch prompt.purpose {
    case .search:
      return acceptSearch(prompt)
    case .filter:
      let text = prompt.query(in: lexicon)
      guard prompt.problem == nil, (try? Query(parsing: text, in: lexicon)) != nil else {
        return setFilter(text)
      }
      layer = nil
      remember(filter: text)
      let before = try? Query(parsing: prompt.before, in: lexicon)
      let effects = setFilter(text)
      endSearch()
      endSticky(unless: filterQuery == before)
      return effects
    case .dueOfNew(var new):
      switch due(text) {
      case .success(let day): new.due = day
      case .failure(let problem): return refuse(prompt, problem)
      }
      layer = nil
      if reader?.selection.free != nil { reader?.leaveFree() }
      return [.perform([.addClaim(new)])]
    case .due(let claims):
      switch due(text) {
      case .success(let day):
        layer = nil
        return [.perform(claims.map { .setDue(claim: $0, day) })]
      case .failure(let problem): return refuse(prompt, problem)
      }
    case .confidence(let claims):
      let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
      guard let percent = Int(digits), 0...100 ~= percent else {
        return refuse(prompt, Problem("a probability is a whole number from 0 to 100"))
      }
      layer = nil
      let edits: [Edit] = claims.compactMap { claim in
        (reader?.claim(withID: claim)?.status
          ?? ledger.rows.first { $0.id == claim }?.status).map {
            .judge(
              claim: claim, status: $0, from: nil, type: nil, confidence: percent, words: nil)
          }
      }
      return edits.isEmpty ? [] : [.perform(edits)]
    case .tagNew, .tagRename, .tagKey, .tagAliases: return acceptTag(prompt)
    case .importFile:
      guard !text.isEmpty else { return [] }
      return importNamed(text)
    case .noteTitle:
      guard !text.isEmpty else { return [] }
      layer = nil
      return newNote(text)
    case .pipe(let pipe): return accept(pipe, typed: text)
    case .splitAuthor, .splitDate, .splitLink: return acceptSplitWord(prompt)
    }
  }

  mutating func refuse(_ prompt: Prompt, _ problem: Problem) -> [Effect] {
    var prompt = prompt
    prompt.problem = problem
    layer = .prompt(prompt)
    return []
  }

  /// Completes a field or a tag at the end of a filter.
  private func complete(_ prompt: inout Prompt) {
    if offerNextDue(&prompt) { return }
    if case .tagRename = prompt.purpose {
      let typed = prompt.editor.text
      let found = tags.map(\.name).filter { $0.hasPrefix(typed) && $0 != typed }
      if let first = found.first {
        prompt.editor = LineEditor(found.dropFirst().reduce(first) { $0.commonPrefix(with: $1) })
      }
      return
    }
    guard prompt.isOfQuery else { return }
    completeTerm(&prompt)
  }
}
