/// One post of the Markdown dossier with what hangs on it.
struct MarkdownSection {
  let dossier: Dossier
  /// The number of its first claim's footnote; the others follow.
  let firstFootnote: Int
  let today: Day
  /// The other posts of the export, to name them where evidence points at them.
  let stored: [String: Post]

  /// Blocks of Markdown; a blank line goes between them.
  var blocks: [String] {
    var blocks = ["## " + Self.title(of: dossier.post), facts.joined(separator: "\n"), quote]
    if !dossier.claims.isEmpty { blocks.append(verdicts) }
    if let margin { blocks.append(margin) }
    blocks += footnotes
    return blocks
  }

  /// Who and when: `@IREN_Ltd, 2025-11-03 11:30 UTC`.
  static func title(of post: Post) -> String {
    let date =
      switch post.posted {
      case .day(let day): day.description
      case .instant(let instant): "\(instant.day) \(instant.clock) UTC"
      case nil: "undated"
      }
    return MarkdownText.line(post.author ?? post.name ?? "Unknown author") + ", " + date
  }

  private var facts: [String] {
    let post = dossier.post
    var facts: [String] = []
    if let name = post.name, post.author != nil { facts.append("- " + MarkdownText.line(name)) }
    if let url = post.url {
      facts.append("- " + (MarkdownText.link(url) ?? MarkdownText.line(url)))
    }
    facts.append("- " + Self.reference(post.id) + (dossier.isStarred ? ", starred" : ""))
    let tags = dossier.margin?.tags.filter { $0 != Note.star } ?? []
    if !tags.isEmpty {
      facts.append("- Tags: " + tags.map(MarkdownText.line).joined(separator: ", "))
    }
    if let reply = post.replyTo { facts.append("- In reply to " + named(reply)) }
    if let repost = post.repostOf { facts.append("- Repost of " + named(repost)) }
    list("Thread with ", dossier.thread.map(\.post.id), into: &facts)
    list("Quoted by ", dossier.quotedBy.map(\.post.id), into: &facts)
    list("Later captures with other words: ", dossier.captures.map(\.id), into: &facts)
    if let state = post.state { facts.append("- The text is \(MarkdownText.line(state))") }
    facts += dossier.problems.map { "- Not readable: " + MarkdownText.line($0.description) }
    return facts
  }

  private func list(_ label: String, _ ids: [String], into facts: inout [String]) {
    if !ids.isEmpty { facts.append("- " + label + ids.map(named).joined(separator: ", ")) }
  }

  /// The text with a footnote where each claim ends, and the post it quotes inside.
  private var quote: String {
    var marks: [Int: String] = [:]
    for (index, claim) in dossier.claims.enumerated() {
      guard isOnThisText(claim), let end = claim.spans.last?.upperBound else { continue }
      marks[end, default: ""] += footnote(index)
    }
    var lines = dossier.post.title.map { ["**\(MarkdownText.line($0))**", ""] } ?? []
    lines += Self.broken(MarkdownText(dossier.post.text).lines(marks: marks))
    if let quoted = dossier.quoted {
      lines += [
        "", "> " + Self.title(of: quoted.post) + ", " + Self.reference(quoted.post.id), ">",
      ]
      lines += Self.broken(MarkdownText(quoted.post.text).lines(marks: [:])).map { "> " + $0 }
    } else if let id = dossier.post.quotes {
      lines += ["", "Quotes " + Self.reference(id)]
    }
    return lines.map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
  }

  /// Offsets count only in the text that they were made on.
  private func isOnThisText(_ claim: Claim) -> Bool {
    claim.rev.map { dossier.post.sha256.hasPrefix($0) } ?? true
  }

  private var verdicts: String {
    dossier.claims.enumerated().map { index, claim in
      var parts = ["**\(claim.status.rawValue)**", claim.type.rawValue]
      if let due = claim.due {
        parts.append((claim.isOverdue(on: today) ? "**overdue** since " : "due ") + due.description)
      }
      if let confidence = claim.confidence { parts.append("\(confidence)%") }
      let quotes = claim.quotes.map { "“\(MarkdownText.line($0))”" }.joined(separator: " … ")
      let words = [claim.title.map(MarkdownText.line), quotes.isEmpty ? nil : quotes]
      return "- `\(claim.mark)` \(parts.joined(separator: ", ")): "
        + words.compactMap(\.self).joined(separator: " — ") + footnote(index)
    }.joined(separator: "\n")
  }

  /// Another bullet than the verdicts', so that it begins a list of its own.
  private var margin: String? {
    guard let text = dossier.margin?.text, !text.isEmpty else { return nil }
    return "* Margin:\n\n" + OwnMarkdown.block(text, indent: 2)
  }

  private func footnote(_ index: Int) -> String { "[^\(firstFootnote + index)]" }

  private var footnotes: [String] {
    dossier.claims.enumerated().map { index, claim in
      footnote(index) + ": " + MarkdownGrounds(claim: claim, named: named).text
    }
  }

  /// A link to a record, with author and date when the export holds it.
  private func named(_ id: String) -> String {
    guard let post = stored[id] else { return Self.reference(id) }
    return Self.reference(id) + " (" + Self.title(of: post) + ")"
  }

  /// Lines of a post with the hard breaks that keep them lines.
  private static func broken(_ lines: [String]) -> [String] {
    lines.indices.map { index in
      let isLast = index + 1 == lines.count || lines[index + 1].isEmpty
      return lines[index].isEmpty || isLast ? lines[index] : lines[index] + "  "
    }
  }

  /// `[[id]]`, which works where the notebook's own links work.
  static func reference(_ id: String) -> String {
    let isPlain = id.utf8.allSatisfy { byte in
      0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
        || "._~/-".utf8.contains(byte)
    }
    return isPlain ? "[[\(id)]]" : MarkdownText.line(id)
  }
}
