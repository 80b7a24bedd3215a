import PostilCore

/// A generator with a seed, so that a failing case can be named (SplitMix64, S. Vigna).
struct FilesDice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) {
    state = UInt64(truncatingIfNeeded: seed)
    // Neighbouring seeds would give the same numbers, one step apart.
    state = next() &* 0xD134_2543_DE82_EF95
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// A short text of pieces that are awkward in YAML and Markdown.
  mutating func text(_ pieces: [String] = Self.awkward, upTo count: Int = 6) -> String {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in pick(pieces) }.joined()
  }

  static let awkward = [
    "a", "Zeta", "ON", "no", "12:30", "1.10", "2026-03-01", "1985352791846887765", "0x1F", "~",
    "null", "#", " #", ": ", ":", "- ", "-", "\"", "'", "\\", "[", "]", "{", "}", ",", "&", "*",
    "|", ">", "@", "`", "%", "!", "?", "=", "<<", " ", "  ", "\t", "\n", "\r\n", "é", "e\u{301}",
    "🧵", "文", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{7}", "\u{7F}", "\u{A0}", "$IREN", "1e3",
    ".inf", "+1", "_", "---", "...", "0b1", "y", "<<<<<<< HEAD", "=======", ">>>>>>> x",
  ]
}
