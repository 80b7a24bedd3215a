import PostilCore

/// A claim with its grounds, as `postil show` prints it.
struct ClaimSheet {
  let claim: Claim
  let today: Day

  init(_ claim: Claim, today: Day) {
    self.claim = claim
    self.today = today
  }

  var text: String {
    var lines = [head]
    if let title = claim.title { lines.append("  " + title) }
    lines += claim.quotes.map { "  “\(Visible.line($0))”" }
    let source = (claim.post.map { [$0] } ?? []) + claim.from
    if !source.isEmpty { lines.append("  in " + source.joined(separator: ", ")) }
    if let same = claim.same { lines.append("  the same as " + same) }
    if let test = claim.test { lines.append("  test: " + Visible.line(test)) }
    lines += claim.evidence.map { "  " + Visible.line($0.line) }
    lines += claim.history.map { "  " + Visible.line($0.line) }
    let notes = claim.notes.split(separator: "\n", omittingEmptySubsequences: false)
    if !claim.notes.isEmpty { lines += [""] + notes.map { $0.isEmpty ? "" : "  " + $0 } }
    return lines.map { Console.safe($0) }.joined(separator: "\n")
  }

  /// `+ supported  fact  80%  due 2026-03-31  c-260315-7kq2m`
  private var head: String {
    var parts = ["\(claim.mark) \(claim.status.rawValue)", claim.type.rawValue]
    if let confidence = claim.confidence { parts.append("\(confidence)%") }
    if let due = claim.due {
      parts.append((claim.isOverdue(on: today) ? "overdue since " : "due ") + due.description)
    }
    if !claim.tags.isEmpty { parts.append(claim.tags.joined(separator: ", ")) }
    return (parts + [claim.id]).joined(separator: "  ")
  }
}
