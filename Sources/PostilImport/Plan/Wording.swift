import PostilCore

/// What a text says, whatever programs that copy posts did to its line ends, blanks and links.
///
/// Two texts with the same wording are one text, of which the better form is kept.
struct Wording: Hashable {
  /// Words with one blank between them, without addresses.
  let words: String

  init(_ text: String) {
    var words: [Substring.UnicodeScalarView] = []
    for word in text.unicodeScalars.split(whereSeparator: Self.isSpace) where !Self.isLink(word) {
      words.append(word)
    }
    self.words = words.map { String($0) }.joined(separator: " ")
  }

  /// Whether a cut text is the beginning of this one.
  func begins(with cut: Wording) -> Bool {
    var start = cut.words[...]
    while let last = start.unicodeScalars.last, last == "…" || last == "." || last == " " {
      start = Substring(start.unicodeScalars.dropLast())
    }
    return words.utf8.starts(with: start.utf8)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "⏎" || scalar.properties.isWhitespace
  }

  private static func isLink(_ word: Substring.UnicodeScalarView) -> Bool {
    let word = Substring(word)
    return ["http://", "https://", "pic.twitter.com/", "pic.x.com/"].contains { word.hasPrefix($0) }
  }
}

/// How good a form of one wording is: long links are better than short ones, line ends than none.
struct TextForm: Comparable {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  private var rank: [Int] {
    let shortLinks = text.utf8.count == 0 ? 0 : text.ranges(of: "https://t.co/").count
    return [-shortLinks, text.utf8.count { $0 == 0x0A }, text.utf8.count]
  }

  static func == (a: TextForm, b: TextForm) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  static func < (a: TextForm, b: TextForm) -> Bool {
    let (one, other) = (a.rank, b.rank)
    if one != other { return one.lexicographicallyPrecedes(other) }
    return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

/// How much of a post a text is: a placeholder is less than a cut text, a cut one than the whole.
struct Completeness: Comparable {
  private let rank: Int
  private let length: Int
  private let text: String

  init(_ post: Post) {
    rank = post.state == nil ? 2 : post.state == "truncated" ? 1 : 0
    length = post.text.utf8.count
    text = post.text
  }

  static func < (a: Completeness, b: Completeness) -> Bool {
    if (a.rank, a.length) != (b.rank, b.length) { return (a.rank, a.length) < (b.rank, b.length) }
    return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}
