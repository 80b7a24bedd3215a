import PostilCore

/// A line of pasted text as the splitter sees it.
struct PasteLine {
  /// What a line begins with.
  enum Opening {
    case repost, mention, cashtag, hashtag, emoji, lower, digit, quote, other
  }

  /// The line without white space at its ends.
  let words: String
  /// Code points of `words`.
  let count: Int
  let lastWord: Substring
  let startsWithSpace: Bool
  let endsWithSpace: Bool

  init(_ line: String) {
    let scalars = line.unicodeScalars
    startsWithSpace = scalars.first.map(TextLines.isSpace) ?? false
    endsWithSpace = scalars.last.map(TextLines.isSpace) ?? false
    let start = scalars.firstIndex { !TextLines.isSpace($0) } ?? scalars.endIndex
    let end = scalars.lastIndex { !TextLines.isSpace($0) }.map(scalars.index(after:))
    let words = String(scalars[start..<(end ?? start)])
    let space = words.lastIndex(where: \.isWhitespace)
    lastWord = space.map { words[words.index(after: $0)...] } ?? words[...]
    count = words.unicodeScalars.count
    self.words = words
  }

  var isBlank: Bool { words.isEmpty }
  var isFence: Bool { words.hasPrefix("```") || words.hasPrefix("~~~") }

  /// Three or more of the same dash, star, equals or underscore, alone or with spaces between.
  var isRule: Bool {
    let scalars = words.unicodeScalars.filter { !TextLines.isSpace($0) }
    guard scalars.count >= 3, let first = scalars.first, scalars.allSatisfy({ $0 == first }) else {
      return false
    }
    return "-*=_\u{2013}\u{2014}\u{2015}\u{2500}\u{2501}\u{2550}".unicodeScalars.contains(first)
  }

  /// A bullet, a number in a list, or a citation: `- `, `•`, `✅`, `1.`, `(1)`, `[1]`, `a)`.
  var isItem: Bool {
    guard let first = words.unicodeScalars.first else { return false }
    if Self.bullets.contains(first) { return true }
    let opens = first == "(" || first == "["
    let body = words.unicodeScalars.drop { $0 == "(" || $0 == "[" }
    let label = body.prefix { $0.isASCII && $0.properties.isAlphabetic || "0"..."9" ~= $0 }
    guard let after = body.dropFirst(label.count).first, !label.isEmpty else { return false }
    let isNumber = label.count <= 3 && label.allSatisfy { "0"..."9" ~= $0 }
    if opens { return (after == ")" || after == "]") && (isNumber || label.count == 1) }
    let isLetter = label.count == 1 && !isNumber
    // `143.94` is a price.
    if after == ".", let digit = body.dropFirst(label.count + 1).first, "0"..."9" ~= digit {
      return false
    }
    return (after == ")" || after == "." && !isLetter) && (isNumber || isLetter)
  }

  /// Nothing but cashtags, hashtags and links: the end of a post, hardly its beginning.
  var isTagList: Bool {
    !isBlank
      && words.split(whereSeparator: \.isWhitespace).allSatisfy { word in
        word.hasPrefix("http://") || word.hasPrefix("https://")
          || ((word.hasPrefix("$") || word.hasPrefix("#"))
            && word.dropFirst().first?.isLetter == true)
      }
  }

  /// Cashtags and hashtags, and no link.
  var isTickerList: Bool { isTagList && !words.contains("://") }

  /// Cashtags, hashtags and links with at least one link at the end: a whole post, or its end.
  var isTagListWithLink: Bool { isTagList && lastWord.hasPrefix("http") && lastWord != words[...] }

  var opening: Opening {
    let scalars = Array(words.unicodeScalars.prefix(5))
    guard let first = scalars.first else { return .other }
    let second = scalars.dropFirst().first
    if words.hasPrefix("RT @") { return .repost }
    if first == ".", second == "@", scalars.count > 2, Self.isHandle(scalars[2]) { return .mention }
    if first == "@", second.map(Self.isHandle) == true { return .mention }
    if first == "$", second?.properties.isAlphabetic == true { return .cashtag }
    if first == "#" { return .hashtag }
    if Self.isEmoji(first) { return .emoji }
    if first.properties.isLowercase { return .lower }
    if "0"..."9" ~= first { return .digit }
    return "\"“‘'(".unicodeScalars.contains(first) ? .quote : .other
  }

  var emoji: Unicode.Scalar? { words.unicodeScalars.first.flatMap { Self.isEmoji($0) ? $0 : nil } }

  /// Ends in a link as X appends it to a post with media or a quote.
  var endsInShortLink: Bool {
    lastWord.contains("://t.co/") || lastWord.hasPrefix("pic.twitter.com/")
  }

  /// Ends in another address, `https://…` or `example.com/page`.
  var endsInLink: Bool { !endsInShortLink && Self.isAddress(lastWord) }

  /// One address and nothing else.
  var isAddress: Bool { Self.isAddress(words[...]) }

  /// `Press release: https://example.com/a`: one of several links of a post.
  var isLabelledLink: Bool {
    guard let space = words.lastIndex(where: \.isWhitespace) else { return false }
    let label = TrimmedText.end(of: words[..<space])
    return label.hasSuffix(":") || label.hasSuffix("：")
  }

  private static func isAddress(_ word: Substring) -> Bool {
    if word.hasPrefix("http://") || word.hasPrefix("https://") { return true }
    guard let slash = word.firstIndex(of: "/"), !word.contains(where: \.isWhitespace),
      let dot = word[..<slash].lastIndex(of: ".")
    else { return false }
    return dot > word.startIndex && 2...4 ~= word[dot..<slash].dropFirst().count
  }

  var hasLetters: Bool {
    words.unicodeScalars.contains { $0.properties.isAlphabetic || "0"..."9" ~= $0 }
  }

  /// A bracket or quotation that goes on behind the line.
  var hasOpenBracket: Bool {
    func surplus(_ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Bool {
      words.unicodeScalars.count { $0 == open } > words.unicodeScalars.count { $0 == close }
    }
    return surplus("(", ")") || surplus("“", "”")
  }

  /// The cashtags in it, in upper case.
  var cashtags: Set<String> {
    var found: Set<String> = []
    for word in words.split(whereSeparator: { !$0.isLetter && $0 != "$" }) where word.first == "$" {
      if 2...7 ~= word.utf8.count, !word.dropFirst().contains("$") {
        found.insert(word.uppercased())
      }
    }
    return found
  }

  var last: Unicode.Scalar? { words.unicodeScalars.last }

  static func isHandle(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
  }

  /// An emoji, not a digit or sign that only may become one; below U+2600 are arrows and signs.
  static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isEmoji && scalar.value >= 0x2600
      || scalar.properties.isEmojiPresentation
  }

  private static let bullets: Set<Unicode.Scalar> = [
    "-", "*", "+", ">", "•", "‣", "▪", "◦", "·", "–", "—", "●", "○", "■", "→", "✅", "☑", "✔",
    "❌", "👉", "➡",
  ]
}
