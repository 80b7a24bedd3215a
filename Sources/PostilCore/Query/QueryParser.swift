extension Query {
  /// Reads what a person typed: `"take or pay" author:iren -is:untagged since:2025-01`.
  ///
  /// Terms side by side are joined by AND, which binds tighter than `OR`; `-` or `NOT` negates, and
  /// parentheses group. Nothing at all, or `*`, is `all`.
  ///
  /// - Throws: a problem with the column (code points, from 1), and what to write instead as hint.
  public init(parsing text: String) throws(Problem) {
    var parser = QueryParser(tokens: try QueryLexer.tokens(of: text))
    self = try parser.whole()
  }
}

/// Recursive descent, one function a level of the grammar.
private struct QueryParser {
  /// Both keep the statement that the index makes of a query within SQLite's limits.
  private static let deepest = 10
  private static let longest = 200

  let tokens: [QueryLexer.Token]
  private var at = 0
  private var depth = 0

  init(tokens: [QueryLexer.Token]) {
    self.tokens = tokens
  }

  private var kind: QueryLexer.Token.Kind? { at < tokens.count ? tokens[at].kind : nil }

  mutating func whole() throws(Problem) -> Query {
    guard !tokens.isEmpty else { return .all }
    guard tokens.count <= Self.longest else {
      throw Problem(
        "a query has at most \(Self.longest) terms",
        at: QueryText.place(tokens[Self.longest].column),
        hint: "Put a sentence between quotation marks.")
    }
    let query = try either()
    guard at == tokens.count else {
      throw problem("this parenthesis closes none", hint: "Leave it out, or open one before it.")
    }
    return query
  }

  private mutating func either() throws(Problem) -> Query {
    var choices = [try both()]
    while kind == .or {
      at += 1
      choices.append(try both())
    }
    return choices.count == 1 ? choices[0] : .or(choices)
  }

  private mutating func both() throws(Problem) -> Query {
    var terms = [try term()]
    while let kind, kind != .or, kind != .close {
      if kind == .and { at += 1 }
      terms.append(try term())
    }
    return terms.count == 1 ? terms[0] : .and(terms)
  }

  private mutating func term() throws(Problem) -> Query {
    var isNegated = false
    while kind == .minus {
      isNegated.toggle()
      at += 1
    }
    let query = try primary()
    return isNegated ? .not(query) : query
  }

  private mutating func primary() throws(Problem) -> Query {
    guard at < tokens.count else {
      guard let last = tokens.last else { return .all }
      throw missing(at: last.column)
    }
    let token = tokens[at]
    switch token.kind {
    case .open:
      return try group()
    case .close, .or, .and, .minus:
      throw missing(at: token.column)
    case .phrase(let words):
      at += 1
      return .phrase(words)
    case .word(let word):
      at += 1
      return word == "*" ? .all : QueryText.ticker(word).map { .field(.ticker, $0) } ?? .word(word)
    case .field(let name, let value):
      at += 1
      return try QueryField(name, value, token).query()
    }
  }

  private mutating func group() throws(Problem) -> Query {
    let opening = tokens[at].column
    depth += 1
    guard depth <= Self.deepest else {
      throw problem(
        "parentheses nest too deep", hint: "At most \(Self.deepest) may be open at once.")
    }
    at += 1
    let query = try either()
    guard kind == .close else {
      throw Problem(
        "the parenthesis is not closed", at: QueryText.place(opening), hint: "Close it with “)”.")
    }
    at += 1
    depth -= 1
    return query
  }

  private func missing(at column: Int) -> Problem {
    Problem(
      "something to look for is missing here", at: QueryText.place(column),
      hint: "Write a word, or put “(”, “)”, “-” and “OR” between quotation marks to find them.")
  }

  private func problem(_ message: String, hint: String) -> Problem {
    Problem(message, at: QueryText.place(tokens[at].column), hint: hint)
  }
}
