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
  static func field(_ run: String) -> (name: String, value: String)? {
    guard let colon = run.utf8.firstIndex(of: UInt8(ascii: ":")), colon != run.startIndex else {
      return nil
    }
    let name = run.utf8[..<colon]
    let value = run[run.utf8.index(after: colon)...]
    guard name.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }),
      !value.utf8.starts(with: "//".utf8)
    else { return nil }
    return (String(run[..<colon]), String(value))
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
      && word.unicodeScalars.first != "-" && !["OR", "AND", "NOT", "*"].contains(word)
      && field(word) == nil && ticker(word) == nil
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

  /// Column in code points, from 1.
  static func place(_ column: Int) -> Problem.Place {
    Problem.Place("query", line: 1, column: column)
  }
}
