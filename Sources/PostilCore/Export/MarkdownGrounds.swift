/// What a verdict rests on, as the body of a footnote: test, evidence, history, notes.
struct MarkdownGrounds {
  let claim: Claim
  /// A link to a record by its id.
  let named: (String) -> String

  /// Indented by four spaces behind the first line, as footnotes ask for.
  var text: String {
    var blocks = [head]
    if let test = claim.test { blocks.append("    **Test:** " + OwnMarkdown.line(test)) }
    if !claim.evidence.isEmpty { blocks += section("Evidence", claim.evidence.map(line)) }
    if !claim.history.isEmpty { blocks += section("History", claim.history.map(line)) }
    if !claim.notes.isEmpty {
      blocks += ["    **Notes**", OwnMarkdown.block(claim.notes, indent: 4)]
    }
    return blocks.joined(separator: "\n\n")
  }

  private var head: String {
    var parts = [MarkdownSection.reference(claim.id)]
    if !claim.tags.isEmpty {
      parts.append(claim.tags.map(MarkdownText.line).joined(separator: ", "))
    }
    if !claim.from.isEmpty {
      parts.append("drawn from " + claim.from.map(named).joined(separator: ", "))
    }
    if let same = claim.same { parts.append("the same as " + named(same)) }
    return parts.joined(separator: "; ")
  }

  private func section(_ title: String, _ items: [String]) -> [String] {
    ["    **\(title)**", items.map { "    - " + $0 }.joined(separator: "\n")]
  }

  private func line(_ evidence: Evidence) -> String {
    let target = evidence.target
    let isRecord = target.hasPrefix("[[") && target.hasSuffix("]]") && target.count > 4
    let link =
      isRecord
      ? named(String(target.dropFirst(2).dropLast(2)))
      : MarkdownText.link(target) ?? MarkdownText.line(target)
    let grade = evidence.grade.map { " (\($0.rawValue))" } ?? ""
    return evidence.bearing.rawValue + grade + " " + link
      + (evidence.words.map { ": " + OwnMarkdown.line($0) } ?? "")
  }

  private func line(_ turn: Turn) -> String {
    let confidence = turn.confidence.map { ", \($0)%" } ?? ""
    return "\(turn.day) **\(turn.status.rawValue)**\(confidence)"
      + (turn.words.map { ": " + OwnMarkdown.line($0) } ?? "")
  }
}
