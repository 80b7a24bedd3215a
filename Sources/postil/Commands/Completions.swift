import ArgumentParser
import Foundation
import PostilCore
import PostilIndex
import PostilScreen

/// `postil completions SHELL`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the completion script of a shell.",
    discussion: """
      Commands, options, ids, tags and statuses of the notebook in reach are completed.

      Example: postil completions zsh > ~/.zfunc/_postil
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let shell: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    Console.say(Postil.completionScript(for: shell))
  }
}

/// Words of the notebook in reach that a shell may complete; none when there is none.
enum Completions {
  /// Ids of the newest posts.
  static let posts = CompletionKind.custom { words, _, prefix in
    ids(words, prefix) { workbench, take throws(Problem) in
      try workbench.eachRow(.all, sort: PostSort(), limit: 2_000) { take($0.id) }
    }
  }

  /// Ids of claims.
  static let claims = CompletionKind.custom { words, _, prefix in
    ids(words, prefix) { workbench, take throws(Problem) in
      for row in try workbench.catalog.claims(.all, sort: ClaimSort(), today: workbench.today) {
        take(row.id)
      }
    }
  }

  /// Ids of posts, then of claims.
  static let records = CompletionKind.custom { words, _, prefix in
    ids(words, prefix) { workbench, take throws(Problem) in
      try workbench.eachRow(.all, sort: PostSort(), limit: 2_000) { take($0.id) }
      for row in try workbench.catalog.claims(.all, sort: ClaimSort(), today: workbench.today) {
        take(row.id)
      }
    }
  }

  /// Topic tags.
  static let tags = CompletionKind.custom { words, _, prefix in
    ids(words, prefix) { workbench, take throws(Problem) in
      for tag in try workbench.catalog.tags() { take(tag.name) }
    }
  }

  /// Fields of queries, their words, and the tags in use behind `tag:`.
  static let queries = CompletionKind.custom { words, _, prefix in
    let fixed =
      Query.Field.allCases.map { "\($0.rawValue):" } + ["since:", "until:"]
      + Query.PostState.allCases.map { "is:\($0.rawValue)" }
      + Status.allCases.map { "status:\($0.rawValue)" }
      + ClaimType.allCases.map { "type:\($0.rawValue)" }
    let tags = ids(words, prefix) { workbench, take throws(Problem) in
      for tag in try workbench.catalog.tags() { take("tag:\(tag.name)") }
    }
    return fixed.filter { $0.hasPrefix(prefix) } + tags
  }

  private static func ids(
    _ words: [String], _ prefix: String,
    _ list: (Workbench, (String) -> Void) throws(Problem) -> Void
  ) -> [String] {
    var found: [String] = []
    let named = words.firstIndex { $0 == "-n" || $0 == "--notebook" }
      .flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
    // Whoever completes wants words, not problems, and at once: an index that is there will do.
    guard let workbench = try? Workbench(notebook: named) else { return [] }
    if (try? workbench.index.totals(today: workbench.today).posts) == 0 { try? workbench.refresh() }
    try? list(workbench) { if $0.hasPrefix(prefix) { found.append($0) } }
    return found
  }
}
