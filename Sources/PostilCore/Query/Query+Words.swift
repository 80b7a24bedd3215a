extension Query {
  /// How it was read, in plain words on one line, to be put behind “posts that”.
  ///
  /// Days that move with today are said as the days they are.
  public func words(today: Day) -> String {
    switch self {
    case .and(let terms):
      terms.map { $0.grouped(today, within: [.or]) }.joined(separator: " and ")
    case .or(let choices):
      choices.map { $0.grouped(today, within: [.and]) }.joined(separator: " or ")
    case .not(let query): "not (\(query.words(today: today)))"
    case .inside(let scope, let query): "\(scope.words) (\(query.words(today: today)))"
    default: QueryLeaf(query: self, today: today).words
    }
  }

  /// The same on lines of their own, two blanks further in for what stands inside.
  public func lines(today: Day) -> [String] {
    func inside(_ head: String, _ queries: [Query]) -> [String] {
      [head] + queries.flatMap { $0.lines(today: today) }.map { "  " + $0 }
    }
    switch self {
    case .and(let terms) where terms.count > 1: return inside("all of:", terms)
    case .or(let choices) where choices.count > 1: return inside("one of:", choices)
    case .not(let query): return inside("not:", [query])
    case .inside(let scope, let query): return inside(scope.words + ":", [query])
    default: return [words(today: today)]
    }
  }

  private enum Joint { case and, or }

  private func grouped(_ today: Day, within joints: Set<Joint>) -> String {
    switch self {
    case .and(let terms) where terms.count > 1 && joints.contains(.and):
      "(\(words(today: today)))"
    case .or(let choices) where choices.count > 1 && joints.contains(.or):
      "(\(words(today: today)))"
    default: words(today: today)
    }
  }
}

extension Query.Scope {
  fileprivate var words: String {
    switch self {
    case .thread: "stand in a thread with a post such that"
    case .claim: "have a claim such that"
    case .post: "are themselves such that"
    }
  }
}
