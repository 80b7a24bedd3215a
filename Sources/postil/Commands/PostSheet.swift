import PostilCore

/// A post with what hangs on it, as `postil show` prints it.
struct PostSheet {
  let dossier: Dossier
  let today: Day

  init(_ dossier: Dossier, today: Day) {
    self.dossier = dossier
    self.today = today
  }

  var text: String {
    var blocks = [head, indented(dossier.post.text)]
    if let quoted = dossier.quoted { blocks.append("  quotes " + neighbour(quoted)) }
    blocks += dossier.claims.map { ClaimSheet($0, today: today).text }
    if let margin = dossier.margin?.text, !margin.isEmpty {
      blocks.append("margin\n" + indented(margin))
    }
    if !dossier.thread.isEmpty {
      blocks.append(
        "thread\n" + dossier.thread.map { "  " + neighbour($0) }.joined(separator: "\n"))
    }
    if !dossier.quotedBy.isEmpty {
      blocks.append(
        "quoted by\n" + dossier.quotedBy.map { "  " + neighbour($0) }.joined(separator: "\n"))
    }
    if !dossier.backlinks.isEmpty {
      blocks.append("linked from " + Console.line(dossier.backlinks.joined(separator: ", ")))
    }
    blocks += dossier.problems.map { "not readable: " + Console.line($0.description) }
    return blocks.joined(separator: "\n\n")
  }

  private var head: String {
    let post = dossier.post
    let author = [post.author, post.name.map { post.author == nil ? $0 : "(\($0))" }]
    let who = author.compactMap(\.self).joined(separator: " ")
    let when =
      switch post.posted {
      case .day(let day): day.description
      case .instant(let instant): "\(instant.day) \(instant.clock) UTC"
      case nil: "undated"
      }
    var lines = ["\(who.isEmpty ? "unknown author" : who), \(when)", post.id]
    if let url = post.url { lines[1] += "  " + url }
    let tags = dossier.margin?.tags ?? []
    if !tags.isEmpty { lines.append("tags: " + tags.joined(separator: ", ")) }
    if let reply = post.replyTo { lines.append("in reply to " + reply) }
    if let repost = post.repostOf { lines.append("repost of " + repost) }
    if let state = post.state { lines.append("the text is " + state) }
    if !dossier.captures.isEmpty {
      lines.append("later captures: " + dossier.captures.map(\.id).joined(separator: ", "))
    }
    if let title = post.title { lines.append(title) }
    return lines.map { Console.line($0) }.joined(separator: "\n")
  }

  private func neighbour(_ neighbour: Dossier.Neighbour) -> String {
    let post = neighbour.post
    let head =
      "\(post.id)  \(post.posted?.day.description ?? "undated")  \(post.author ?? "unknown")"
    return Console.line(head + "  " + post.text, cells: (Console.width ?? 120) - 2)
  }

  private func indented(_ text: String) -> String {
    Console.safe(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }
}
