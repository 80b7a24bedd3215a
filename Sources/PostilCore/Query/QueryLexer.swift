/// Cuts a typed query into tokens; knows quotes, slashes and braces, and nothing of what fields mean.
struct QueryLexer {
  struct Token {
    enum Kind: Equatable {
      case open, close, minus, or, and
      /// `claim:{` and the `}` that closes it.
      case inside(Query.Scope), outside
      case near(Int)
      case word(String)
      case phrase(String)
      case pattern(String)
      /// A name with its colon, and the value that follows without a space.
      case field(String, value: String)
    }

    var kind: Kind
    /// Code points, from 1.
    var column: Int
    /// Where the value of a field begins; code points, from 1.
    var valueColumn: Int
  }

  private let scalars: [Unicode.Scalar]
  private let keys: Set<Substring>
  private var at = 0
  /// How many braces are open.
  private var depth = 0

  /// The tokens of a text, of a long one no more than one beyond `most`.
  static func tokens(of text: String, most: Int, keys: some Sequence<String>) throws(Problem)
    -> [Token]
  {
    var lexer = QueryLexer(
      scalars: Array(text.unicodeScalars), keys: QueryText.hyphened.union(keys.map { $0[...] }))
    var tokens: [Token] = []
    // One too many is enough to be refused.
    while tokens.count <= most, let token = try lexer.next() { tokens.append(token) }
    return tokens
  }

  private init(scalars: [Unicode.Scalar], keys: Set<Substring>) {
    self.scalars = scalars
    self.keys = keys
  }

  private mutating func next() throws(Problem) -> Token? {
    while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
    guard at < scalars.count else { return nil }
    let column = at + 1
    func token(_ kind: Token.Kind) -> Token {
      Token(kind: kind, column: column, valueColumn: column)
    }
    switch scalars[at] {
    case "(":
      at += 1
      return token(.open)
    case ")":
      at += 1
      return token(.close)
    case "}" where depth > 0:
      at += 1
      depth -= 1
      return token(.outside)
    case "-":
      at += 1
      return token(.minus)
    case "/":
      // `/srv/ohm` is no expression: behind its second slash a word goes on.
      return token(pattern().map(Token.Kind.pattern) ?? .phrase(bare()))
    case let mark where QueryText.closing(of: mark) != nil:
      return token(.phrase(try quoted()))
    default:
      return try word()
    }
  }

  /// A bare word, an operator, or a field with its value.
  private mutating func word() throws(Problem) -> Token {
    let column = at + 1
    let run = bare()
    if let (name, value) = QueryText.field(run, keys: keys) {
      let valueColumn = column + name.unicodeScalars.count + 1
      if value.isEmpty, let scope = scopeAhead(name) {
        at += 1
        depth += 1
        return Token(kind: .inside(scope), column: column, valueColumn: valueColumn)
      }
      let isQuoted =
        value.isEmpty && at < scalars.count && QueryText.closing(of: scalars[at]) != nil
      return Token(
        kind: .field(name, value: isQuoted ? try quoted() : value), column: column,
        valueColumn: valueColumn)
    }
    let kind: Token.Kind =
      switch run {
      case "OR": .or
      case "AND": .and
      case "NOT": .minus
      default: QueryText.nearness(run).map(Token.Kind.near) ?? .word(run)
      }
    return Token(kind: kind, column: column, valueColumn: column)
  }

  /// What a brace here opens behind the name of a field.
  private func scopeAhead(_ name: String) -> Query.Scope? {
    at < scalars.count && scalars[at] == "{" ? Query.Scope(rawValue: name.lowercased()) : nil
  }

  private mutating func bare() -> String {
    var run = String.UnicodeScalarView()
    while at < scalars.count, QueryText.isBare(scalars[at]), depth == 0 || scalars[at] != "}" {
      if scalars[at] == "{", run.last == ":", scopeAhead(String(run.dropLast())) != nil { break }
      run.append(scalars[at])
      at += 1
    }
    return String(run)
  }

  /// What stands between two slashes, the second at the end of a term; nil when it is no expression.
  private mutating func pattern() -> String? {
    var source = String.UnicodeScalarView()
    var end = at + 1
    while end < scalars.count, scalars[end] != "/" {
      if scalars[end] == "\\", end + 1 < scalars.count {
        end += 1
        if scalars[end] != "/" { source.append("\\") }
      }
      source.append(scalars[end])
      end += 1
    }
    guard end < scalars.count, !source.isEmpty else { return nil }
    let after = end + 1 < scalars.count ? scalars[end + 1] : " "
    guard !QueryText.isBare(after) || (depth > 0 && after == "}") else { return nil }
    at = end + 1
    return String(source)
  }

  /// The text up to the closing quote; a backslash keeps a quote or a backslash from counting.
  private mutating func quoted() throws(Problem) -> String {
    let opening = at
    let close = QueryText.closing(of: scalars[at])
    var text = String.UnicodeScalarView()
    at += 1
    while at < scalars.count, scalars[at] != close {
      if scalars[at] == "\\", at + 1 < scalars.count,
        scalars[at + 1] == close || scalars[at + 1] == "\\"
      {
        at += 1
      }
      text.append(scalars[at])
      at += 1
    }
    guard at < scalars.count else {
      throw Problem(
        "the quote is not closed", at: QueryText.place(opening + 1),
        hint: "Close it with another quotation mark.")
    }
    at += 1
    guard text.contains(where: { !$0.properties.isWhitespace }) else {
      throw Problem(
        "there is nothing between the quotes", at: QueryText.place(opening + 1),
        hint: "Write the words to be found between them.")
    }
    return String(text)
  }
}
