import PostilCore

/// Hostile text from a seed: the same seed makes the same text.
struct ExportNoise: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(bitPattern: Int64(seed)) &+ 0x9E37_79B9_7F4A_7C15
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private static let pieces = [
    "a", "IREN", " ", "  ", "    ", "\n", "\r\n", "\r", "\n\n", "\t", "\u{2028}", "\u{85}", "[^1]",
    "[^1]: x", "[", "]", "(", ")", "](x)", "!", "![", "*", "**", "_", "`", "```", "~~~", "~", "#",
    "# ", "> ", "- ", "+ ", "1. ", "12) ", "---", "===", "<script>", "<!--", "</b>", "&lt;",
    "&#60;",
    "&", "\\", "|", "|-|", "$", "$$", "%%", "^", ":", ": ", "=1+1", "@x", "+1", "-1", "\"", ",",
    ";",
    "'", "\u{1B}[2J", "\u{0}", "\u{202E}", "\u{9B}", "é", "日本", "👩‍🚀", "🇯🇵", "{{", "www.x.example.com",
    "https://x.example.com/a_b", "http://<x>", "“q”",
  ]

  mutating func text(upTo count: Int = 12) -> String {
    (0..<Int.random(in: 0...count, using: &self))
      .map { _ in Self.pieces.randomElement(using: &self) ?? "" }.joined()
  }

  /// A post with claims at any place, all of it noise.
  mutating func dossier(_ number: Int) -> Dossier {
    var post = Post(id: "x-\(number)", text: text(upTo: 40))
    post.author = Bool.random(using: &self) ? text() : nil
    post.name = text()
    post.title = Bool.random(using: &self) ? text() : nil
    post.url = text()
    post.sha256 = "0123456789abcdef"
    var dossier = Dossier(post: post, path: "posts/x-\(number).md")
    var margin = Note(id: "on-x-\(number)")
    margin.text = text()
    margin.tags = [text()]
    dossier.margin = margin
    dossier.claims = (0..<Int.random(in: 0...3, using: &self)).map { index in
      claim("c-\(number)-\(index)", in: post)
    }
    return dossier
  }

  private mutating func claim(_ id: String, in post: Post) -> Claim {
    var claim = Claim(id: id)
    let length = post.text.unicodeScalars.count
    let start = Int.random(in: 0...length, using: &self)
    claim.spans = [start..<Int.random(in: start...(length + 3), using: &self)]
    claim.title = text()
    claim.quotes = [text()]
    claim.test = text()
    claim.evidence = [Evidence(.supports, text(), words: text())]
    claim.history = [Turn(Day(number: 20_000), .open, words: text())]
    claim.notes = text()
    return claim
  }
}
