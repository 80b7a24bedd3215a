import PostilCore

/// `/`, `n` and `N`: the language of the filter over the posts of the list, words as they stand
/// elsewhere.
extension State {
  mutating func askForSearch() -> [Effect] {
    var prompt = Prompt(.search, label: "/")
    prompt.searchBefore = search
    prompt.isQuery = room == .list || room == .reader
    prompt.editor = LineEditor("", history: searches)
    layer = .prompt(prompt)
    return prompt.isQuery ? [.loadLexicon] : []
  }

  /// Shows the first hit while a search is being typed; a mistake leaves it as it was.
  mutating func searchTyped(_ prompt: Prompt) -> [Effect] {
    let words = prompt.query(in: lexicon)
    guard !words.isEmpty else {
      search = nil
      return []
    }
    guard prompt.isQuery else {
      search = Search(prompt.editor.text)
      return room == .page ? searchPage(prompt.editor.text, forward: true, fromHere: true) : []
    }
    guard let query = read(words, in: prompt) else { return [] }
    search = Search(words, query)
    guard room == .reader, var reader else { return [] }
    if reader.selectMatch(of: soughtWords, forward: true, fromHere: true) {
      reader.reveal(rows: frame.body.count)
      self.reader = reader
    }
    return []
  }

  mutating func acceptSearch(_ prompt: Prompt) -> [Effect] {
    let words = prompt.isQuery ? prompt.query(in: lexicon) : prompt.editor.text
    guard prompt.isQuery, !words.isEmpty else {
      layer = nil
      search = words.isEmpty ? nil : Search(words)
      return []
    }
    guard let query = read(words, in: prompt) else { return [] }
    layer = nil
    search = Search(words, query)
    Self.keep(words, in: &searches)
    if room == .list {
      return [.seek(list.ask, words: query, from: list.cursor - 1, forward: true)]
    }
    let sought = soughtWords
    return reader?.holds(sought) == true ? [] : goOn(forward: true)
  }

  /// The query that is typed, said under the prompt; nil for a mistake, which is shown there.
  private mutating func read(_ words: String, in open: Prompt) -> Query? {
    var prompt = open
    defer { layer = .prompt(prompt) }
    do {
      let query = try Query(parsing: words, in: lexicon)
      prompt.problem = nil
      prompt.reading = query == .all ? nil : "posts that " + query.words(today: today)
      return query
    } catch {
      prompt.problem = error
      return nil
    }
  }

  mutating func searchOn(forward: Bool) -> [Effect] {
    if room == .reader { return walkHits(forward: forward) }
    guard let search, !search.words.isEmpty else {
      say("nothing searched for yet · / searches")
      return []
    }
    if room == .page { return searchPage(search.plain, forward: forward, fromHere: false) }
    guard room == .list else { return [] }
    return [.seek(list.ask, words: search.sought, from: list.cursor, forward: forward)]
  }

  /// From hit to hit in the open post, then to the next one of the list that is found.
  private mutating func walkHits(forward: Bool) -> [Effect] {
    let words = soughtWords
    guard search != nil || !words.isEmpty, var reader else {
      say("nothing searched for yet · / searches")
      return []
    }
    if reader.selectMatch(
      of: words, forward: forward, fromHere: false, round: !isReadingFromList)
    {
      reader.reveal(rows: frame.body.count)
      self.reader = reader
      return []
    }
    return goOn(forward: forward)
  }

  private mutating func goOn(forward: Bool) -> [Effect] {
    guard isReadingFromList else {
      say(
        search.map { "“\($0.words)” does not stand in this post" }
          ?? "no word of the filter stands in this post")
      return []
    }
    arrivingAtHit = forward
    return [.seek(list.ask, words: search?.sought ?? .all, from: list.cursor, forward: forward)]
  }

  /// Whether the open post is the one that the list is on.
  private var isReadingFromList: Bool {
    reader != nil && reader?.dossier.post.id == list.current?.id
  }

  /// Where no further post is found, the hits of the open one begin anew; false when it has none.
  mutating func goRound() -> Bool {
    guard let forward = arrivingAtHit, var reader else { return false }
    arrivingAtHit = nil
    guard reader.selectHit(of: soughtWords, last: !forward) else { return false }
    reader.reveal(rows: frame.body.count)
    self.reader = reader
    say(
      forward
        ? "no later post · from the first hit here" : "no earlier post · from the last hit here")
    return true
  }

  /// Selects the first hit of a post that a search led to, the last one of a way back.
  mutating func settleAtHit() {
    guard let forward = arrivingAtHit, var reader else { return }
    arrivingAtHit = nil
    guard reader.selectHit(of: soughtWords, last: !forward) else { return }
    reader.reveal(rows: frame.body.count)
    self.reader = reader
  }
}

extension Search {
  /// What posts are gone through for.
  var sought: Query { query ?? .phrase(words) }

  /// What is looked for where words stand for themselves.
  var plain: String { query?.soughtWords.first?.stem ?? words }
}
