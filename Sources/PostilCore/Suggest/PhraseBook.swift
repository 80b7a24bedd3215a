/// Phrases that are looked for in the words of a sentence.
struct PhraseBook: Hashable {
  /// By their first word; the longest first.
  private let phrases: [String: [[String]]]

  init(_ phrases: [String]) {
    let cut = phrases.map { $0.split(separator: " ").map(String.init) }
    self.phrases = Dictionary(grouping: cut.filter { !$0.isEmpty }, by: { $0[0] })
      .mapValues { $0.sorted { $0.count > $1.count } }
  }

  var isEmpty: Bool { phrases.isEmpty }

  /// The words that the longest phrase at `index` takes up.
  func match(at index: Int, of words: [SentenceWord]) -> Range<Int>? {
    guard !phrases.isEmpty else { return nil }
    for key in words[index].keys {
      for phrase in phrases[key] ?? [] where index + phrase.count <= words.count {
        let rest = zip(phrase.dropFirst(), words[(index + 1)...])
        if rest.allSatisfy({ $0 == "*" || $1.keys.contains($0) }) {
          return index..<index + phrase.count
        }
      }
    }
    return nil
  }
}

/// A word as phrases see it.
struct SentenceWord {
  /// Code points of the text.
  var range: Range<Int>
  /// The word in lower case, and what it stands for: `<name>`, `<number>`, `<money>`.
  var keys: [String]
}
