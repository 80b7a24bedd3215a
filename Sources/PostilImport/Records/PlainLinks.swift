import PostilCore

/// Links that stand in a text as they are.
enum PlainLinks {
  /// Whole addresses of the web in order, each once; marks that end a sentence are none of theirs.
  static func found(in text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return [] }
    var links: [String] = []
    var seen: Set<String> = []
    for word in text.unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace }) {
      guard links.count < 500, let link = link(in: Substring(word)), seen.insert(link).inserted
      else { continue }
      links.append(link)
    }
    return links
  }

  private static func link(in word: Substring) -> String? {
    let start = [word.firstRange(of: "https://"), word.firstRange(of: "http://")]
      .compactMap { $0?.lowerBound }.min()
    guard let start else { return nil }
    var link = word[start...]
    while let last = link.unicodeScalars.last, ".,;:!?'\"”’)]}>…".unicodeScalars.contains(last) {
      // A bracket that opens inside the address closes there too.
      if last == ")", link.contains("(") { break }
      if last == "…" { return nil }
      link.unicodeScalars.removeLast()
    }
    return link.utf8.count > 10 ? String(link) : nil
  }
}
