extension ClaimFile {
  /// The whole file of a new claim; `post` gives the line under the quote its author and date.
  public static func text(for claim: Claim, post: Post?) -> String {
    Document(
      fields: [
        "id": .text(claim.id),
        "kind": .text(RecordKind.claim.rawValue),
        "title": claim.title.map { .text($0) },
        "post": claim.post.map { .link($0) },
        "from": .list(claim.from.map(Link.to)),
        "at": claim.at.map { .text($0) },
        "rev": claim.rev.map { .text($0) },
        "type": .text(claim.type.rawValue),
        "status": .text(claim.status.rawValue),
        "due": claim.due.map { .bare($0.description) },
        "confidence": claim.confidence.map { .number($0) },
        "tags": .list(claim.tags),
        "same": claim.same.map { .link($0) },
      ],
      body: body(of: claim, post: post)
    ).text
  }

  private static func body(of claim: Claim, post: Post?) -> String {
    var parts = claim.quotes.map { quoted($0).joined(separator: "\n") }
    if let id = claim.post { parts.append(sourceLine(post: id, post)) }
    if let test = claim.test { parts.append("**Test:** " + test) }
    if !claim.evidence.isEmpty {
      parts.append("## Evidence\n\n" + listed(claim.evidence.map(\.line)))
    }
    if !claim.history.isEmpty {
      parts.append("## History\n\n" + listed(claim.history.map(\.line)))
    }
    let notes = maskedNotes(claim.notes)
    if !notes.isEmpty { parts.append("## Notes\n\n" + notes.joined(separator: "\n")) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Items of a list, one line each: line breaks inside become blanks.
  static func listed(_ items: [String]) -> String {
    items.map { "- " + $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
      .joined(separator: "\n")
  }

  /// The lines of a block quote, without their ends.
  static func quoted(_ words: String) -> [String] {
    words.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.isEmpty ? ">" : "> " + (String(line) ?? "")
    }
  }

  /// `— [[x-1]], @author, 2025-11-03`: for people, and for tools that take links from the body.
  static func sourceLine(post id: String, _ post: Post?) -> String {
    let parts = [Link.to(id), post?.author ?? post?.name, post?.posted?.day.description]
    return "— " + parts.compactMap(\.self).joined(separator: ", ")
  }

  static func maskedNotes(_ text: String) -> [String] {
    BodyLines.split(BodyLines.trimmed(text)).map { ClaimBody.masked(String(BodyLines.content($0))) }
  }
}
