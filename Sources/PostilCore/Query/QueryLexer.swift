/// Cuts a typed query into tokens; knows quotes, and nothing of what fields mean.
struct QueryLexer {
  struct Token {
    enum Kind: Equatable {
      case open, close, minus, or, and
      case word(String)
      case phrase(String)
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
  private var at = 0

  static func tokens(of text: String) throws(Problem) -> [Token] {
    var lexer = QueryLexer(scalars: Array(text.unicodeScalars))
    var tokens: [Token] = []
    while let token = try lexer.next() { tokens.append(token) }
    return tokens
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
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
    case "-":
      at += 1
      return token(.minus)
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
    if let (name, value) = QueryText.field(run) {
      let valueColumn = column + name.unicodeScalars.count + 1
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
      default: .word(run)
      }
    return Token(kind: kind, column: column, valueColumn: column)
  }

  private mutating func bare() -> String {
    var run = String.UnicodeScalarView()
    while at < scalars.count, QueryText.isBare(scalars[at]) {
      run.append(scalars[at])
      at += 1
    }
    return String(run)
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
