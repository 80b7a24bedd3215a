import PostilCore

extension State {
  /// How many filters are remembered.
  private static let remembered = 200

  /// Opens the prompt of the filter; what it may name is looked up meanwhile.
  mutating func askForFilter(_ now: String) -> [Effect] {
    var prompt = Prompt(.filter, label: "filter", text: now, before: now)
    prompt.editor = LineEditor(now, history: filters)
    layer = .prompt(prompt)
    tellReading(of: filterQuery)
    return [.loadLexicon]
  }

  /// A word may be a field or a saved query now that was none before.
  mutating func take(_ lexicon: QueryLexicon) -> [Effect] {
    self.lexicon = lexicon
    guard case .prompt(var prompt) = layer, prompt.isOfQuery else { return [] }
    prompt.problem = nil
    layer = .prompt(prompt)
    return typed(prompt)
  }

  /// Says under the prompt how the filter in it is read.
  mutating func tellReading(of query: Query) {
    guard case .prompt(var prompt) = layer, prompt.purpose == .filter else { return }
    prompt.reading =
      query == .all
      ? nil
      : (room == .ledger ? "claims of posts that " : "posts that ") + query.words(today: today)
    layer = .prompt(prompt)
  }

  /// Keeps a filter that was accepted, once.
  mutating func remember(filter: String) {
    Self.keep(filter, in: &filters)
  }

  /// Keeps what was typed at the end of a history, once.
  static func keep(_ typed: String, in history: inout [String]) {
    guard !typed.allSatisfy(\.isWhitespace) else { return }
    history.removeAll { $0 == typed }
    history.append(typed)
    history.removeFirst(max(0, history.count - Self.remembered))
  }

  /// Completes the term before the cursor: as far as all that it may become agree, else with the
  /// likeliest.
  func completeTerm(_ prompt: inout Prompt) {
    let term = QueryLexicon.lastTerm(of: prompt.editor.textBeforeCursor)
    guard !term.isEmpty else { return }
    var lexicon = lexicon ?? QueryLexicon()
    // Tags are at hand from the start.
    if lexicon.values[.tag] == nil {
      lexicon.values[.tag] = tags.map { .init($0.name, count: $0.allPosts + $0.allClaims) }
    }
    let found = lexicon.completions(of: term).filter { $0 != term }
    guard let first = found.first else { return }
    let common = found.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    prompt.editor.complete(
      replacing: term.unicodeScalars.count, with: common.count > term.count ? common : first)
  }
}

extension String {
  func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
