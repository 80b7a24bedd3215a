extension Evidence {
  /// Reads `supports [[x-1]] strong: words` or `context https://example.com page 14`.
  init?(line: String) {
    guard let word = line.split(separator: " ", maxSplits: 1).first,
      let bearing = Bearing(rawValue: String(word))
    else { return nil }
    let rest = line.dropFirst(word.count).trimmingBlanks
    guard let target = Self.target(of: rest) else { return nil }
    var words = rest.dropFirst(target.count).trimmingBlanks
    let grade = Grade.allCases.first { grade in
      words == grade.rawValue || words.hasPrefix(grade.rawValue + " ")
        || words.hasPrefix(grade.rawValue + ":")
    }
    if let grade { words = words.dropFirst(grade.rawValue.count).trimmingBlanks }
    if words.hasPrefix(":") { words = words.dropFirst().trimmingBlanks }
    self.init(bearing, target, grade: grade, words: words.isEmpty ? nil : words)
  }

  /// The line as it stands under `## Evidence`, without its bullet.
  public var line: String {
    let grade = grade.map { " " + $0.rawValue } ?? ""
    return bearing.rawValue + " " + target + grade + (words.map { ": " + $0 } ?? "")
  }

  private static func target(of rest: String) -> String? {
    if rest.hasPrefix("[[") {
      var end = rest.startIndex
      while let next = rest[end...].firstIndex(of: "]") {
        end = rest.index(after: next)
        if rest[end...].first == "]" { return String(rest[...end]) }
      }
      return nil
    }
    let word = rest.prefix { $0 != " " }
    let target = word.last == ":" ? word.dropLast() : word
    return target.isEmpty ? nil : String(target)
  }
}

extension Turn {
  /// Reads `2026-04-01 open 80% the call confirmed the schedule`.
  init?(line: String) {
    let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count >= 2, let day = Day(parts[0]), let status = Status(rawValue: parts[1]) else {
      return nil
    }
    var words = parts.count == 3 ? parts[2].trimmingBlanks : ""
    var confidence: Int?
    let number = words.prefix { $0.isASCII && $0.isNumber }
    let rest = words.dropFirst(number.count)
    if let percent = Int(number), 0...100 ~= percent, rest.first == "%" {
      confidence = percent
      words = rest.dropFirst().trimmingBlanks
    }
    self.init(day, status, confidence: confidence, words: words.isEmpty ? nil : words)
  }

  /// The line as it stands under `## History`, without its bullet; line breaks become blanks.
  public var line: String {
    let percent = confidence.map { " \($0)%" } ?? ""
    let words = words.map { $0.split { $0.isNewline }.joined(separator: " ") } ?? ""
    return "\(day) \(status.rawValue)\(percent)\(words.isEmpty ? "" : " " + words)"
  }
}
