/// What `name:value` asks, or what is wrong with it.
struct QueryField {
  private let name: String
  private let value: String
  private let token: QueryLexer.Token

  private let lexicon: QueryLexicon?

  init(_ name: String, _ value: String, _ token: QueryLexer.Token, _ lexicon: QueryLexicon?) {
    self.name = name.lowercased()
    self.value = value
    self.token = token
    self.lexicon = lexicon
  }

  func query() throws(Problem) -> Query {
    let isKey = Query.postKeys.contains(name) || lexicon?.keys.contains(name) == true
    guard isKey || Query.fieldNames.contains(name) || lexicon?.trusts == true else {
      throw unknownField()
    }
    guard !value.isEmpty else {
      throw Problem(
        "“\(name):” needs a value", at: QueryText.place(token.valueColumn),
        hint: "Write it without a space after the colon.")
    }
    switch name {
    case "status": return try choice(Status.allCases.map(\.rawValue)) { .field(.status, $0) }
    case "type": return try choice(ClaimType.allCases.map(\.rawValue)) { .field(.type, $0) }
    case "is": return try .state(only(Query.PostState.allCases))
    case "has": return try has()
    case "since": return .since(try when())
    case "until": return .until(try when())
    case "number": return .number(try numbers())
    case "confidence": return .confidence(try percents())
    case "claim", "post":
      throw Problem(
        "“\(name):” needs a query in braces", at: QueryText.place(token.valueColumn),
        hint: "Write \(name):{…}, as in \(name):{status:open \(value)}.")
    case "query": return .saved(try saved())
    default: break
    }
    if let field = Query.Field(rawValue: name) { return .field(field, value) }
    if let field = Query.DayField(rawValue: name) { return .days(field, try days()) }
    return .key(name, Query.KeyValue(value))
  }

  private func unknownField() -> Problem {
    let names = Query.fieldNames + Query.postKeys + (lexicon?.keys ?? [])
    let near = Nearest.word(to: name, among: names).map { "Did you mean “\($0):”? " } ?? ""
    return Problem(
      "there is no field “\(name):”", at: QueryText.place(token.column),
      hint: near + "Put it between quotation marks to find the words themselves.")
  }

  /// One of the words, or several with commas between.
  private func choice(_ words: [String], _ query: (String) -> Query) throws(Problem) -> Query {
    var choices: [Query] = []
    for part in value.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
      guard words.contains(String(part)) else { throw unknown(String(part), among: words) }
      choices.append(query(String(part)))
    }
    return choices.count == 1 ? choices[0] : .or(choices)
  }

  private func has() throws(Problem) -> Query {
    try choice(Query.Part.allCases.map(\.rawValue)) {
      Query.Part(rawValue: $0).map(Query.has) ?? .all
    }
  }

  private func only<Word: RawRepresentable<String>>(_ words: [Word]) throws(Problem) -> Word {
    guard let word = Word(rawValue: value.lowercased()) else {
      throw unknown(value, among: words.map(\.rawValue))
    }
    return word
  }

  private func saved() throws(Problem) -> String {
    guard let lexicon, !lexicon.trusts else { return value }
    guard lexicon.saved[value] != nil else {
      let names = lexicon.saved.keys.sorted()
      let near = Nearest.word(to: value, among: names).map { "Did you mean “\($0)”? " } ?? ""
      throw Problem(
        "there is no saved query “\(value)”", at: QueryText.place(token.valueColumn),
        hint: near + "It would be the file queries/\(value).md.")
    }
    do {
      _ = try Query.saved(value).expanded { lexicon.saved[$0] }
    } catch {
      throw Problem(error.message, at: QueryText.place(token.valueColumn), hint: error.hint)
    }
    return value
  }

  private func numbers() throws(Problem) -> Query.Numbers {
    guard let numbers = Query.Numbers(value) else {
      throw Problem(
        "“\(value)” is no number or range", at: QueryText.place(token.valueColumn),
        hint: "Write 150MW, $9.7bn, 20%, or a range of one unit: 100MW.., $1bn..$10bn.")
    }
    return numbers
  }

  private func percents() throws(Problem) -> ClosedRange<Int> {
    let ends = QueryText.ends(of: value) ?? (value, value)
    func percent(_ end: String?, _ open: Int) -> Int? {
      guard let end else { return open }
      let number = Int(end.hasSuffix("%") ? end.dropLast() : end[...])
      return number.flatMap { 0...100 ~= $0 ? $0 : nil }
    }
    guard let low = percent(ends.0, 0), let high = percent(ends.1, 100), low <= high else {
      throw Problem(
        "“\(value)” is no probability or range", at: QueryText.place(token.valueColumn),
        hint: "Write whole numbers from 0 to 100: 80, 60.., 20..40.")
    }
    return low...high
  }

  private func days() throws(Problem) -> Query.Days {
    guard let days = Query.Days(value) else {
      throw Problem(
        "“\(value)” is no day or range", at: QueryText.place(token.valueColumn),
        hint:
          "Write 2025-10-03, 2025-10, 2025, today, -2w, or a range: 2025-10..2025-11, 2w.., ..+2w."
      )
    }
    return days
  }

  private func when() throws(Problem) -> Query.When {
    guard let when = Query.When(value) else {
      throw Problem(
        "“\(value)” is no day", at: QueryText.place(token.valueColumn),
        hint: "Write 2025-10-03, 2025-10, 2025, today, -2w or +2w (d, w, m, y).")
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
