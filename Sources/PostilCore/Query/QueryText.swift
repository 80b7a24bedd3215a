/// What the reading and the writing of a query agree on.
enum QueryText {
  /// The mark that closes a quote; nil when the mark opens none.
  static func closing(of mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case "\"": "\""
    case "\u{201C}", "\u{201E}": "\u{201D}"
    default: nil
    }
  }

  /// Whether it can stand in a word without quotes.
  static func isBare(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isWhitespace && scalar != "(" && scalar != ")" && closing(of: scalar) == nil
  }

  /// The name and the value of `name:value`; nil for a word, also for `12:30` and `https://…`.
  static func field(_ run: String, keys: Set<Substring> = hyphened)
    -> (name: String, value: String)?
  {
    guard let colon = run.utf8.firstIndex(of: UInt8(ascii: ":")), colon != run.startIndex else {
      return nil
    }
    let name = run.utf8[..<colon]
    let value = run[run.utf8.index(after: colon)...]
    guard name.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) || keys.contains(run[..<colon]),
      !value.utf8.starts(with: "//".utf8)
    else { return nil }
    return (String(run[..<colon]), String(value))
  }

  /// Keys of the format with a hyphen in their name, which is otherwise no name of a field.
  static let hyphened = Set(Query.postKeys.filter { $0.contains("-") }.map { $0[...] })

  /// The ends of `a..b`, nil for an open one; nil when there is no `..`, or nothing beside it.
  static func ends(of text: String) -> (from: String?, to: String?)? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let (from, to) = (text[..<dots.lowerBound], text[dots.upperBound...])
    guard !from.isEmpty || !to.isEmpty else { return nil }
    return (from.isEmpty ? nil : String(from), to.isEmpty ? nil : String(to))
  }

  /// How many words `NEAR/5` allows between its sides; nil for anything else.
  static func nearness(_ word: String) -> Int? {
    guard word.hasPrefix("NEAR/"), 6...8 ~= word.utf8.count,
      word.utf8.dropFirst(5).allSatisfy({ 48...57 ~= $0 })
    else { return nil }
    return Int(word.dropFirst(5))
  }

  /// The name in a bare cashtag, `IREN` in `$IREN`.
  static func ticker(_ word: String) -> String? {
    let scalars = Array(word.unicodeScalars)
    guard scalars.first == "$", let entity = Entity.all(in: scalars).first,
      entity.kind == .cashtag, entity.range == 0..<scalars.count
    else { return nil }
    return String(word.dropFirst())
  }

  /// Whether a word says the same when it stands bare in a query.
  static func isPlainWord(_ word: String) -> Bool {
    !word.isEmpty && word.unicodeScalars.allSatisfy(isBare)
      && word.unicodeScalars.first != "-" && word.unicodeScalars.first != "/"
      && !["OR", "AND", "NOT", "*"].contains(word) && nearness(word) == nil && field(word) == nil
      && ticker(word) == nil
  }

  static func quoted(_ text: String) -> String {
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result.append("\\") }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }

  /// An expression between slashes; those inside it get a backslash.
  static func pattern(_ source: String) -> String {
    var result = String.UnicodeScalarView("/".unicodeScalars)
    var isEscaped = false
    for scalar in source.unicodeScalars {
      if scalar == "/", !isEscaped { result.append("\\") }
      isEscaped = scalar == "\\" && !isEscaped
      result.append(scalar)
    }
    result.append("/")
    return String(result)
  }

  /// Column in code points, from 1.
  static func place(_ column: Int) -> Problem.Place {
    Problem.Place("query", line: 1, column: column)
  }
}
