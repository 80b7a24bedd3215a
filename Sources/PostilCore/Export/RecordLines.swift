/// The lines of a claim's file, as exports repeat them.
extension Evidence {
  /// `supports [[x-1]] strong: words`.
  public var line: String {
    let head = [bearing.rawValue, target] + (grade.map { [$0.rawValue] } ?? [])
    return head.joined(separator: " ") + (words.map { ": " + $0 } ?? "")
  }
}

extension Turn {
  /// `2026-03-15 open 70% words`.
  public var line: String {
    var parts = [day.description, status.rawValue]
    if let confidence { parts.append("\(confidence)%") }
    if let words { parts.append(words) }
    return parts.joined(separator: " ")
  }
}

extension Claim {
  /// Its spans as front matter has them, `38-64 90-113`; nil when it has none.
  public var at: String? {
    spans.isEmpty
      ? nil : spans.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
  }
}
