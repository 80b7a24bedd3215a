/// Guesses which word was meant, for hints.
public enum Nearest {
  /// The word that differs least from `word`, case and diacritics aside; nil when more than a third
  /// of its letters would have to change. Three letters that begin a word mean it too.
  public static func word(to word: String, among words: [String]) -> String? {
    let typed = Array(Fold.folded(word).unicodeScalars.prefix(40))
    guard !typed.isEmpty else { return nil }
    var best: (word: String, slips: Int)?
    for candidate in words {
      let known = Array(Fold.folded(candidate).unicodeScalars.prefix(80))
      let isBeginning = typed.count >= 3 && known.starts(with: typed)
      let slips = isBeginning ? min(1, known.count - typed.count) : distance(typed, known)
      if slips <= max(1, typed.count / 3), slips < typed.count, slips < best?.slips ?? .max {
        best = (candidate, slips)
      }
    }
    return best?.word
  }

  /// How many letters have to be put in, taken out, changed, or swapped with their neighbour (the
  /// optimal string alignment distance).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var best = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
