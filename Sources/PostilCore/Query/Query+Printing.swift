extension Query: CustomStringConvertible {
  /// The query as it can be typed; parsing it gives the same query again.
  ///
  /// Only a tree that no text gives, such as an `and` of nothing or a `word` with a space in it, is
  /// written as the nearest one that finds the same.
  public var description: String { self == .all ? "" : written }

  private var written: String {
    switch self {
    case .all: "*"
    case .word(let word): QueryText.isPlainWord(word) ? word : QueryText.quoted(word)
    case .phrase(let words): QueryText.quoted(words)
    case .pattern(let source): QueryText.pattern(source)
    case .near(let sides, let distance):
      sides.map(\.written).joined(separator: " NEAR/\(distance) ")
    case .field(let field, let value): "\(field.rawValue):\(Self.written(value))"
    case .state(let state): "is:\(state.rawValue)"
    case .has(let part): "has:\(part.rawValue)"
    case .since(let when): "since:\(when)"
    case .until(let when): "until:\(when)"
    case .days(let field, let days): "\(field.rawValue):\(days)"
    case .number(let numbers): "number:\(Self.written(numbers.description))"
    case .confidence(let range):
      "confidence:\(range.lowerBound)"
        + (range.lowerBound == range.upperBound ? "" : "..\(range.upperBound)")
    case .key(let name, let value): "\(name):\(Self.written(value.description))"
    case .inside(let scope, let query): "\(scope.rawValue):{\(query.written)}"
    case .saved(let name): "query:\(Self.written(name))"
    case .not(let query): "-\(query.grouped)"
    case .and(let terms):
      terms.isEmpty
        ? "*" : terms.map { terms.count == 1 ? $0.written : $0.groupedInAnd }.joined(separator: " ")
    case .or(let choices):
      choices.isEmpty
        ? "-*"
        : choices.map { choices.count == 1 ? $0.written : $0.groupedInOr }.joined(separator: " OR ")
    }
  }

  private static func written(_ value: String) -> String {
    // A brace could close the one around it, or open one.
    !value.isEmpty && value.unicodeScalars.allSatisfy { QueryText.isBare($0) && $0 != "}" }
      && !value.hasPrefix("{")
      ? value : QueryText.quoted(value)
  }

  private var isJoined: Bool {
    switch self {
    case .and(let terms), .or(let terms): terms.count != 1 || terms[0].isJoined
    default: false
    }
  }

  private var grouped: String {
    if case .not = self { return "(\(written))" }
    return isJoined ? "(\(written))" : written
  }

  private var groupedInAnd: String { isJoined ? "(\(written))" : written }

  /// AND binds tighter, so that only an OR inside an OR needs parentheses.
  private var groupedInOr: String {
    if case .or = self, isJoined { return "(\(written))" }
    return written
  }
}
