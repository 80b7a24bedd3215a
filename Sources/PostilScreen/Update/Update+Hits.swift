import PostilCore

/// The words that are lit, and walked with `n` and `N`.
extension State {
  /// Those searched for with `/`, else those that the filter wants.
  var soughtWords: [SoughtWords] {
    if let search, !isFiltering {
      return search.query.map(soughtWords) ?? [SoughtWords(search.words, .part)]
    }
    return soughtWords(of: filterHere)
  }

  /// Those of a query and of the saved queries in it.
  private func soughtWords(of query: Query) -> [SoughtWords] {
    guard !query.savedNames.isEmpty, let saved = lexicon?.saved else { return query.soughtWords }
    let whole = try? query.expanded { name throws(Problem) in saved[name] }
    return (whole ?? query).soughtWords
  }

  private var isFiltering: Bool {
    guard case .prompt(let prompt) = layer else { return false }
    return prompt.purpose == .filter
  }

  /// What narrows the rows that the post in view was opened from.
  private var filterHere: Query {
    guard room == .reader else { return filterQuery }
    return switch jumps.back.last(where: { $0.room != .reader })?.room {
    case .ledger: ledger.query
    case .page: .all
    default: list.ask.query
    }
  }

  /// A filter with words takes the place of what was searched for before it.
  mutating func endSearch() {
    if !filterQuery.soughtWords.isEmpty { search = nil }
  }

  /// The post as it is shown beside the list: from its first hit.
  ///
  /// Without words it stays where it is, unless it is to begin `anew`.
  func begun(_ reader: Reader, anew: Bool = false) -> Reader {
    let words = soughtWords
    guard room == .list, anew || !words.isEmpty else { return reader }
    var reader = reader
    reader.begin(at: words, rows: geometry.preview)
    return reader
  }
}
