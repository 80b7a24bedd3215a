/// A dossier to read and to pass on: every post with its words, your verdicts and their grounds.
///
/// A claim's place in the text carries a footnote; the verdict stands under the post, and what it
/// rests on (test, evidence, history, notes) in the footnote. Posts are escaped (`MarkdownText`);
/// what you wrote yourself stays Markdown, inside a list item or footnote that it cannot leave.
enum MarkdownExporter: Exporter {
  static let name = "markdown"
  static let summary = "a dossier to read: posts, verdicts and notes, with footnotes"
  static let fileExtension = "md"

  static func export(_ dossiers: [Dossier], about info: ExportInfo) -> String {
    let stored = Dictionary(
      dossiers.map { ($0.post.id, $0.post) }, uniquingKeysWith: { first, _ in first })
    var blocks = head(dossiers, about: info)
    var footnote = 1
    for dossier in dossiers {
      let section = MarkdownSection(
        dossier: dossier, firstFootnote: footnote, today: info.today, stored: stored)
      blocks += section.blocks
      footnote += dossier.claims.count
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func head(_ dossiers: [Dossier], about info: ExportInfo) -> [String] {
    let claims = dossiers.flatMap(\.claims)
    var facts = ["- Exported \(info.today)"]
    if let query = info.query { facts.append("- Asked for \(code(query))") }
    facts.append("- " + counted(dossiers.count, "post") + ", " + verdicts(of: claims, info.today))
    var blocks = ["# " + MarkdownText.line(info.title), facts.joined(separator: "\n")]
    if !claims.isEmpty { blocks.append(legend) }
    return blocks
  }

  private static let legend =
    "Marks: `?` open, `>` open forecast, `+` supported, `-` refuted, `~` mixed,"
    + " `0` void (cannot be settled)."

  private static func verdicts(of claims: [Claim], _ today: Day) -> String {
    guard !claims.isEmpty else { return "no claims" }
    var parts = Status.allCases.compactMap { status -> String? in
      let count = claims.count { $0.status == status }
      return count == 0 ? nil : "\(count) \(status.rawValue)"
    }
    let overdue = claims.count { $0.isOverdue(on: today) }
    if overdue > 0 { parts.append("\(overdue) overdue") }
    return counted(claims.count, "claim") + ": " + parts.joined(separator: ", ")
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A code span that its content cannot end.
  private static func code(_ text: String) -> String {
    let text = Visible.line(text)
    let runs = text.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + space + text + space + fence
  }
}
