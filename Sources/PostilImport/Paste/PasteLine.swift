import PostilCore

/// A line of pasted text as the splitter sees it.
struct PasteLine {
  /// What a line begins with.
  enum Opening {
    case repost, mention, cashtag, emoji, lower, other
  }

  /// The line without white space at its ends.
  let words: String
  let startsWithSpace: Bool
  let endsWithSpace: Bool

  init(_ line: String) {
    let scalars = line.unicodeScalars
    startsWithSpace = scalars.first.map(TextLines.isSpace) ?? false
    endsWithSpace = scalars.last.map(TextLines.isSpace) ?? false
    let start = scalars.firstIndex { !TextLines.isSpace($0) } ?? scalars.endIndex
    let end = scalars.lastIndex { !TextLines.isSpace($0) }.map(scalars.index(after:))
    words = String(scalars[start..<(end ?? start)])
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

  var opening: Opening {
    let scalars = Array(words.unicodeScalars.prefix(5))
    guard let first = scalars.first else { return .other }
    if words.hasPrefix("RT @") { return .repost }
    if first == "@", scalars.dropFirst().first.map(Self.isHandle) == true { return .mention }
    if first == "$", scalars.dropFirst().first?.properties.isAlphabetic == true { return .cashtag }
    if Self.isEmoji(first) { return .emoji }
    return first.properties.isLowercase ? .lower : .other
  }

  var emoji: Unicode.Scalar? { words.unicodeScalars.first.flatMap { Self.isEmoji($0) ? $0 : nil } }

  /// Ends in a link as X appends it to a post with media or a quote.
  var endsInShortLink: Bool {
    guard let word = words.split(whereSeparator: \.isWhitespace).last else { return false }
    return word.contains("://t.co/") || word.hasPrefix("pic.twitter.com/")
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
