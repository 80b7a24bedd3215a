extension QueryLexicon {
  /// What a term of a query may become, likeliest first: names of fields, then what stands behind
  /// one; `typed` is the term as far as it goes, without what negates it.
  public func completions(of typed: String) -> [String] {
    guard let (name, value) = QueryText.field(typed, keys: Set(keys.map { $0[...] })) else {
      if typed.hasPrefix("$") {
        return tickers(beginning: String(typed.dropFirst())).map { "$" + $0 }
      }
      return fields.filter { $0.hasPrefix(typed.lowercased()) }
    }
    let field = name.lowercased()
    let folded = Fold.folded(value.hasPrefix("\"") ? String(value.dropFirst()) : value)
    return words(behind: field).filter { word in
      let word = Fold.folded(word)
      return word.hasPrefix(folded) || word.hasPrefix("@" + folded)
    }
    .map { "\(field):\(Self.typed($0))" }
  }

  /// The fields of the notebook with their colons.
  public var fields: [String] { (Query.fieldNames + Query.postKeys + keys).map { $0 + ":" } }

  /// The part of a typed query before a place that is completed: its last term.
  public static func lastTerm(of text: String) -> String {
    var term = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      let isEnd = scalar.properties.isWhitespace || scalar == "(" || scalar == ")" || scalar == "{"
      if !isQuoted, isEnd || (scalar == "-" && term.isEmpty) {
        term = String.UnicodeScalarView()
      } else {
        term.append(scalar)
      }
    }
    return String(term)
  }

  private func tickers(beginning typed: String) -> [String] {
    (values[.ticker] ?? []).map(\.word).filter { $0.hasPrefix(typed.uppercased()) }
  }

  private func words(behind field: String) -> [String] {
    switch field {
    case "status": Status.allCases.map(\.rawValue)
    case "type": ClaimType.allCases.map(\.rawValue)
    case "is": Query.PostState.allCases.map(\.rawValue)
    case "has": Query.Part.allCases.map(\.rawValue)
    case "query": saved.keys.sorted()
    case "claim", "post": ["{"]
    case "since", "until", "posted", "captured", "due": ["today", "yesterday", "tomorrow"]
    default: Query.Field(rawValue: field).flatMap { values[$0] }?.map(\.word) ?? []
    }
  }

  private static func typed(_ value: String) -> String {
    value == "{" || value.unicodeScalars.allSatisfy(QueryText.isBare)
      ? value : QueryText.quoted(value)
  }
}
