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

  /// Fields of queries, and what may stand behind them, the most frequent first.
  static let queries = CompletionKind.custom { words, _, prefix in
    let sign = prefix.hasPrefix("-") ? "-" : ""
    var found: [String] = []
    let typed = String(prefix.dropFirst(sign.count))
    let rest = ids(words, sign) { workbench, take throws(Problem) in
      for word in try workbench.catalog.lexicon(values: true).completions(of: typed) {
        take(sign + word)
      }
    }
    if rest.isEmpty { found = QueryLexicon().completions(of: typed).map { sign + $0 } }
    return found + rest
  }

  private static func ids(
    _ words: [String], _ prefix: String,
    _ list: (Workbench, (String) -> Void) throws(Problem) -> Void
  ) -> [String] {
    var found: [String] = []
    let named = words.firstIndex { $0 == "-n" || $0 == "--notebook" }
      .flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
    // Whoever completes wants words, not problems, and at once: an index that is there will do.
    guard let workbench = try? Workbench(notebook: named, isAlone: true) else { return [] }
    if (try? workbench.index.totals(today: workbench.today).posts) == 0 { try? workbench.refresh() }
    try? list(workbench) { if $0.hasPrefix(prefix) { found.append($0) } }
    return found
  }
}
