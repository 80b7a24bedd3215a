/// One claim as Markdown that stands for itself, wherever it is pasted.
public enum ClaimMarkdown {
  /// The words, who said them and where, the verdict, the test, the evidence and the note.
  ///
  /// `post` is what the claim stands on; by `today` a due day is told to be past.
  public static func text(of claim: Claim, on post: Post, today: Day) -> String {
    let quotes = claim.quotes.map { quote in
      MarkdownText(quote).lines(marks: [:]).map { $0.isEmpty ? ">" : "> " + $0 }
        .joined(separator: "\n")
    }
    let reference = post.url.flatMap(MarkdownText.link) ?? MarkdownSection.reference(post.id)
    var blocks = [
      quotes.joined(separator: "\n>\n"),
      "— " + MarkdownSection.title(of: post) + ", " + reference, verdict(claim, today),
    ]
    if let title = claim.title { blocks.insert("**\(MarkdownText.line(title))**", at: 0) }
    let grounds = MarkdownGrounds(claim: claim, named: MarkdownSection.reference).text
    // Four spaces in front are those of an item's own paragraphs.
    blocks.append("-   " + grounds)
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func verdict(_ claim: Claim, _ today: Day) -> String {
    var parts = ["`\(claim.mark)` **\(claim.status.rawValue)**", claim.type.rawValue]
    if let due = claim.due {
      parts.append((claim.isOverdue(on: today) ? "**overdue** since " : "due ") + due.description)
    }
    if let confidence = claim.confidence { parts.append("\(confidence)%") }
    return parts.joined(separator: ", ")
  }
}
