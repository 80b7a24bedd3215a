import PostilCore

extension ImportReport: CustomStringConvertible {
  /// For people: a line of numbers for each file, then what they should know. Files that are refused for
  /// the same reason are told together.
  public var description: String {
    var told: Set<String> = []
    var lines: [String] = []
    for file in files {
      guard let reason = file.reason else {
        lines.append(file.lines)
        continue
      }
      guard told.insert(reason).inserted else { continue }
      let alike = files.filter { $0.reason == reason }
      lines.append(alike.count > 1 ? Self.lines(of: alike, reason) : file.lines)
    }
    if let ending { lines.append("\(ending.message): \(new) posts are in the notebook") }
    return lines.joined(separator: "\n")
  }

  /// How many refused files are named.
  private static let named = 3

  private static func lines(of refused: [File], _ reason: String) -> String {
    let names = refused.prefix(named).map(\.file).joined(separator: ", ")
    let more = refused.count > named ? " and \(refused.count - named) more" : ""
    let hint = refused[0].refusal?.hint.map { "\n  \($0)" } ?? ""
    return "\(refused.count) files refused: \(reason)\n  \(names)\(more)\(hint)"
  }
}

extension ImportReport.File {
  /// How many skipped records and warnings are told one by one.
  private static let limit = 20

  /// Why nothing of it was read, without what differs from file to file; nil for what was read.
  fileprivate var reason: String? {
    guard let refusal, found == 0 else { return nil }
    let end = refusal.message.firstRange(of: ", “")?.lowerBound ?? refusal.message.endIndex
    return String(refusal.message[..<end])
  }

  fileprivate var lines: String {
    if let refusal, found == 0 {
      return refusal.description + (refusal.hint.map { "\n  \($0)" } ?? "")
    }
    let name = count > 1 ? "\(file) (\(count) files)" : file
    var lines = [([name, format ?? ""] + numbers).joined(separator: " · ")]
    if let refusal { lines.append("  stopped: \(refusal)") }
    lines += remarks.map { "  " + $0 }
    if !leftOut.isEmpty {
      let kinds = leftOut.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append("  left out: " + kinds.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
    }
    lines += changes
    lines += list("warning: ", warnings) + list("skipped: ", skipped)
    return lines.joined(separator: "\n")
  }

  private var numbers: [String] {
    var numbers = ["\(found) found", "\(new) new"]
    func add(_ number: Int, _ words: String) {
      if number > 0 { numbers.append("\(number) \(words)") }
    }
    add(merged, "merged")
    add(captures, captures == 1 ? "other text" : "other texts")
    add(restored, "restored")
    add(joined, "joined")
    add(embedded, "embedded")
    add(skipped.count, "skipped")
    add(warnings.count, warnings.count == 1 ? "warning" : "warnings")
    add(separatorBytes, separatorBytes == 1 ? "byte between posts" : "bytes between posts")
    return numbers
  }

  /// What other texts say, those with claims first, for they need a look.
  private var changes: [String] {
    let claimed = rewordings.filter { !$0.claims.isEmpty }
    let shown = (claimed + rewordings.filter(\.claims.isEmpty)).prefix(Self.limit)
    let rest = rewordings.count - shown.count
    return shown.flatMap { $0.lines.map { "  " + $0 } }
      + (rest > 0 ? ["  … and \(rest) more other texts"] : [])
  }

  private func list(_ label: String, _ problems: [Problem]) -> [String] {
    let shown = problems.prefix(Self.limit).map { problem in
      "  \(label)\(problem)" + (problem.hint.map { " (\($0))" } ?? "")
    }
    let rest = problems.count - shown.count
    return shown + (rest > 0 ? ["  … and \(rest) more"] : [])
  }
}
