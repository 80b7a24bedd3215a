/// What `name:value` asks, or what is wrong with it.
struct QueryField {
  private let name: String
  private let value: String
  private let token: QueryLexer.Token

  private static let others = ["is", "since", "until"]

  init(_ name: String, _ value: String, _ token: QueryLexer.Token) {
    self.name = name.lowercased()
    self.value = value
    self.token = token
  }

  func query() throws(Problem) -> Query {
    let field = Query.Field(rawValue: name)
    guard field != nil || Self.others.contains(name) else {
      let names = Query.Field.allCases.map(\.rawValue) + Self.others
      let near = Nearest.word(to: name, among: names).map { "Did you mean “\($0):”? " } ?? ""
      throw Problem(
        "there is no field “\(name):”", at: QueryText.place(token.column),
        hint: near + "Put it between quotation marks to find the words themselves.")
    }
    guard !value.isEmpty else {
      throw Problem(
        "“\(name):” needs a value", at: QueryText.place(token.valueColumn),
        hint: "Write it without a space after the colon.")
    }
    switch (field, name) {
    case (.status, _): return try choice(.status, Status.allCases.map(\.rawValue))
    case (.type, _): return try choice(.type, ClaimType.allCases.map(\.rawValue))
    case (let field?, _): return .field(field, value)
    case (nil, "is"): return .state(try state())
    case (nil, "since"): return .since(try when())
    default: return .until(try when())
    }
  }

  /// One of the words, or several with commas between.
  private func choice(_ field: Query.Field, _ words: [String]) throws(Problem) -> Query {
    var choices: [Query] = []
    for part in value.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
      guard words.contains(String(part)) else { throw unknown(String(part), among: words) }
      choices.append(.field(field, String(part)))
    }
    return choices.count == 1 ? choices[0] : .or(choices)
  }

  private func state() throws(Problem) -> Query.PostState {
    guard let state = Query.PostState(rawValue: value.lowercased()) else {
      throw unknown(value, among: Query.PostState.allCases.map(\.rawValue))
    }
    return state
  }

  private func when() throws(Problem) -> Query.When {
    guard let when = Query.When(value) else {
      throw Problem(
        "“\(value)” is no day", at: QueryText.place(token.valueColumn),
        hint: "Write 2025-10-03, 2025-10, 2025, today, or -2w (d, w, m, y).")
    }
    return when
  }

  private func unknown(_ word: String, among words: [String]) -> Problem {
    let near = Nearest.word(to: word.lowercased(), among: words)
    return Problem(
      "“\(name):” has no “\(word)”", at: QueryText.place(token.valueColumn),
      hint: near.map { "Did you mean “\($0)”?" }
        ?? "It can be \(words.joined(separator: ", ")).")
  }
}
