import PostilCore

/// A query taken apart into what the words of one text decide, and the rest.
///
/// Words may stand in the post, and in each note and claim on it. For a post alone FTS5 answers as a
/// whole, newest first and no further than is asked; what hangs on posts is looked at beside that.
struct TextParts {
  /// What FTS5 is asked of the text of a post; nil when no word has to stand in it.
  private(set) var match: String?
  /// What it is asked of what hangs on a post: whether any of the words stands there.
  private(set) var beside = ""
  /// Words that must not stand there.
  private(set) var unwanted: [String] = []
  /// What has to stand in the text of a post, when FTS5 is asked nothing.
  private(set) var scans: [Scan] = []
  /// Expressions for the words of `match`, all of which have to stand there, when one of them is only
  /// the beginning of a word: FTS5 goes through everything that begins so before it gives one hit.
  private(set) var begun: [String] = []
  /// What is not about words.
  private(set) var rest: Query

  init(_ query: Query) {
    let terms = if case .and(let terms) = query { terms } else { [query] }
    var wanted: [Matching] = []
    var without: [String] = []
    var others: [Query] = []
    for term in terms {
      if let matching = Matching(term) {
        wanted.append(matching)
      } else if case .not(let query) = term, let matching = Matching(query), matching.isOfOneText {
        without.append(matching.text)
      } else {
        others.append(term)
      }
    }
    guard !wanted.isEmpty else {
      scans = terms.compactMap(Self.scan)
      rest = scans.isEmpty ? query : .and(terms.filter { Self.scan($0) == nil })
      return
    }
    match = wanted.map(\.text).joined(separator: " AND ")
    beside = wanted.flatMap(\.leaves).joined(separator: " OR ")
    if !without.isEmpty {
      match = "(\(match ?? "")) NOT (\(without.joined(separator: " OR ")))"
      unwanted = without
    }
    rest = .and(others)
    if without.isEmpty { begun = Self.words(begunIn: terms.filter { Matching($0) != nil }) }
  }

  /// None when there is no beginning among them, or anything else than plain words.
  private static func words(begunIn terms: [Query]) -> [String] {
    let hasBegun = terms.contains {
      if case .word(let word) = $0 { word.hasSuffix("*") } else { false }
    }
    guard hasBegun else { return [] }
    var sources: [String] = []
    for term in terms {
      guard case .word(let word) = term, let source = Words.pattern(word) else { return [] }
      sources.append(source)
    }
    return sources
  }

  private static func scan(_ query: Query) -> Scan? {
    if case .scan(let scan)? = Words(query) { scan } else { nil }
  }

  /// A query that more words can only make truer.
  private struct Matching {
    /// As FTS5 reads it.
    var text: String
    var leaves: [String]
    /// Whether it is true of several texts together only if it is of one of them.
    var isOfOneText = true

    init?(_ query: Query) {
      switch query {
      case .and(let terms), .or(let terms):
        let parts = terms.compactMap(Self.init)
        guard !terms.isEmpty, parts.count == terms.count else { return nil }
        let isAnd = if case .and = query { true } else { false }
        text = "(" + parts.map(\.text).joined(separator: isAnd ? " AND " : " OR ") + ")"
        leaves = parts.flatMap(\.leaves)
        isOfOneText = parts.allSatisfy(\.isOfOneText) && (!isAnd || parts.count == 1)
      default:
        guard case .match(let match)? = Words(query) else { return nil }
        text = match
        leaves = [match]
      }
    }
  }
}
