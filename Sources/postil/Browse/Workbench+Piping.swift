import PostilCore
import PostilScreen

extension Workbench {
  /// What a command is to read: words, posts or claims, as text or a JSON object a line.
  func input(for pipe: PipeInput) throws(Problem) -> String {
    if !pipe.claims.isEmpty { return try claims(pipe) }
    if let words = pipe.words {
      guard pipe.form == .json else { return words + "\n" }
      let members: [JSONText.Member] = [
        JSONText.Member("post", .string(pipe.posts.first ?? "")),
        JSONText.Member("words", .string(words)),
      ]
      return JSONText.object(members).compact + "\n"
    }
    var texts: [String] = []
    for id in pipe.posts {
      let post = try notebook.dossier(of: id, in: catalog).post
      texts.append(pipe.form == .json ? JSONText.object(post.json).compact : post.text)
    }
    return texts.joined(separator: pipe.form == .json ? "\n" : "\n\n") + "\n"
  }

  private func claims(_ pipe: PipeInput) throws(Problem) -> String {
    var texts: [String: String] = [:]
    for id in pipe.posts {
      let dossier = try notebook.dossier(of: id, in: catalog)
      for claim in dossier.claims {
        texts[claim.id] =
          pipe.form == .json
          ? JSONText.object(claim.json).compact
          : ClaimMarkdown.text(of: claim, on: dossier.post, today: today)
      }
    }
    return pipe.claims.compactMap { texts[$0] }.joined(separator: "\n") + "\n"
  }
}

extension Worker {
  /// Runs a command beside everything else, and posts what it wrote.
  func run(_ pipe: PipeInput) {
    let stops = stopCount
    let isDone = Announcement(pipe.command, self)
    defer { isDone.end() }
    do throws(Problem) {
      let input = try workbench.input(for: pipe)
      let output = try ShellCommand(pipe, workbench).run(input) { isStopped(since: stops) }
      post(.output(output))
    } catch {
      post(.failed(error))
    }
  }
}
