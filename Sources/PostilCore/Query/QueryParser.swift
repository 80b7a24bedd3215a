extension Query {
  /// Reads what a person typed: `"take or pay" author:iren -is:untagged since:2025-01`.
  ///
  /// Terms side by side are joined by AND, which binds tighter than `OR`; `-` or `NOT` negates, and
  /// parentheses group. `claim:{…}` asks something of a claim, `a NEAR/5 b` for words close by, and
  /// `/…/` is a regular expression. Nothing at all, or `*`, is `all`.
  ///
  /// The lexicon has the keys and saved queries there are; without it only keys of the format are
  /// fields, and saved queries are not looked for.
  ///
  /// - Throws: a problem with the column (code points, from 1), and what to write instead as hint.
  public init(parsing text: String, in lexicon: QueryLexicon? = nil) throws(Problem) {
    let tokens = try QueryLexer.tokens(
      of: text, most: QueryParser.longest, keys: lexicon?.keys ?? [])
    var parser = QueryParser(tokens: tokens, lexicon: lexicon)
    self = try parser.whole()
  }
}

/// Recursive descent, one function a level of the grammar.
private struct QueryParser {
  /// Both keep the statement that the index makes of a query within SQLite's limits.
  private static let deepest = 10
  static let longest = 200

  let tokens: [QueryLexer.Token]
  let lexicon: QueryLexicon?
  private var at = 0
  private var depth = 0

  init(tokens: [QueryLexer.Token], lexicon: QueryLexicon?) {
    self.tokens = tokens
    self.lexicon = lexicon
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
      throw problem(
        kind == .outside ? "this brace closes none" : "this parenthesis closes none",
        hint: "Leave it out, or open one before it.")
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
    while let kind, kind != .or, kind != .close, kind != .outside {
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
    let query = try near(primary())
    return isNegated ? .not(query) : query
  }

  /// Takes in `NEAR/5` and its right side, as often as it comes.
  private mutating func near(_ first: Query) throws(Problem) -> Query {
    guard case .near(let distance) = kind else { return first }
    var sides = [first]
    while case .near(let next) = kind {
      guard sides.last?.isText == true else { throw nearNothing() }
      guard next == distance else {
        throw problem("there is one distance for all words", hint: "Write NEAR/\(distance) again.")
      }
      at += 1
      guard at < tokens.count, kind != .minus else {
        at -= 1
        throw nearNothing()
      }
      sides.append(try primary())
      guard sides.last?.isText == true else {
        at -= 1
        throw nearNothing()
      }
    }
    return .near(sides, within: distance)
  }

  private func nearNothing() -> Problem {
    problem(
      "NEAR stands between two words or phrases",
      hint: "As in: delay NEAR/5 \"second phase\".")
  }

  private mutating func primary() throws(Problem) -> Query {
    guard at < tokens.count else {
      guard let last = tokens.last else { return .all }
      throw missing(at: last.column)
    }
    let token = tokens[at]
    switch token.kind {
    case .open:
      return try group(until: .close)
    case .inside(let scope):
      return .inside(scope, try group(until: .outside))
    case .near:
      throw nearNothing()
    case .close, .outside, .or, .and, .minus:
      throw missing(at: token.column)
    case .pattern(let source):
      at += 1
      return .pattern(try checked(source, token))
    case .phrase(let words):
      at += 1
      return .phrase(words)
    case .word(let word):
      at += 1
      return word == "*" ? .all : QueryText.ticker(word).map { .field(.ticker, $0) } ?? .word(word)
    case .field(let name, let value):
      at += 1
      return try QueryField(name, value, token, lexicon).query()
    }
  }

  /// The expression as it stands; what is wrong with it is said at its place in the query.
  private func checked(_ source: String, _ token: QueryLexer.Token) throws(Problem) -> String {
    do {
      _ = try Pattern(source)
      return source
    } catch {
      let before = source.unicodeScalars.prefix(max(0, (error.place?.column ?? 1) - 1))
      // Every slash inside was typed with a backslash.
      let column = token.column + 1 + before.count + before.count { $0 == "/" }
      throw Problem(error.message, at: QueryText.place(column), hint: error.hint)
    }
  }

  private mutating func group(until closing: QueryLexer.Token.Kind) throws(Problem) -> Query {
    let opening = tokens[at].column
    let isBrace = closing == .outside
    // A question inside another one takes as much room as three groups.
    let room = isBrace ? 3 : 1
    depth += room
    guard depth <= Self.deepest else {
      throw problem(
        "\(isBrace ? "braces" : "parentheses") nest too deep",
        hint: "At most \(Self.deepest / room) may be open at once.")
    }
    at += 1
    let query = try either()
    guard kind == closing else {
      throw Problem(
        "the \(isBrace ? "brace" : "parenthesis") is not closed", at: QueryText.place(opening),
        hint: "Close it with “\(isBrace ? "}" : ")")”.")
    }
    at += 1
    depth -= room
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

extension Query {
  /// Whether it is a word or a phrase.
  fileprivate var isText: Bool {
    switch self {
    case .word, .phrase: true
    default: false
    }
  }
}
