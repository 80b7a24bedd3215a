/// Guesses which word was meant, for hints.
public enum Nearest {
  /// The word that differs least from `word`; nil when more than a third of its letters would have
  /// to change.
  public static func word(to word: String, among words: [String]) -> String? {
    let typed = Array(word.unicodeScalars.prefix(40))
    let all = words.map { ($0, distance(typed, Array($0.unicodeScalars))) }
    return all.min { $0.1 < $1.1 }.flatMap { $0.1 <= max(1, typed.count / 3) ? $0.0 : nil }
  }

  /// How many letters have to be put in, taken out, changed, or swapped with their neighbour.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
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
