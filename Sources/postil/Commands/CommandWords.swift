/// The words of the command line, arranged so that ArgumentParser reads them as people mean them.
struct CommandWords {
  let words: [String]

  init(_ words: some Sequence<String>) {
    self.words = Array(words)
  }

  /// `-n DIR check` becomes `check -n DIR`, and `list -is:unread` a term and no cluster of flags.
  var arranged: [String] {
    let words = notebookBehindCommand
    guard let command = words.first, Self.asking.contains(command) else { return words }
    let end = words.firstIndex(of: "--") ?? words.endIndex
    return words[..<end].map { isNegatedTerm($0) ? " " + $0 : $0 } + words[end...]
  }

  private static let asking: Set = ["list", "claims", "read", "export"]

  /// One dash and more than a letter: no option of ours is written so. The space in front, which
  /// means nothing in a query, makes it a value.
  private func isNegatedTerm(_ word: String) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("--") && word.count > 2
  }

  private var notebookBehindCommand: [String] {
    let count = notebookWords
    guard count > 0, count < words.count, !words[count].hasPrefix("-") else { return words }
    return [words[count]] + words[..<count] + words[(count + 1)...]
  }

  /// How many words at the start say which notebook.
  private var notebookWords: Int {
    var count = 0
    while count < words.count {
      if words[count] == "-n" || words[count] == "--notebook" {
        count += 2
      } else if words[count].hasPrefix("--notebook=") {
        count += 1
      } else {
        break
      }
    }
    return count
  }
}
