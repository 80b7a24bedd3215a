/// Chance that repeats: the same seed gives the same throws (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }
}

/// A text as the worst of sources would send it.
func naughty(_ dice: inout Dice, pieces: ClosedRange<Int> = 0...20) -> String {
  let parts = [
    "a", "Revenue", " ", "  ", "\t", "\n", "\r\n", "\r", "-", "/", "y/y", "漢", "字。", "「引用」", "é",
    "e\u{301}", "\u{301}", "👩‍💻", "🇺🇸", "🇺", "👍🏽", "⚠️", "1️⃣", "\u{200D}", "\u{200B}", "\u{202E}",
    "\u{1B}[31m",
    "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{A0}", "क्षि", "ﷺ", "Z̷̢̛͖a̸l̵g̶o̷", "🫨",
    "\u{E000}", "\u{10FFFF}",
    "https://x.example/a/b-c?d=e", "supercalifragilisticexpialidocious", "…", "─", "가나다", "…、",
  ]
  var text = ""
  for _ in 0..<dice.roll(pieces) {
    text += parts[dice.roll(0...parts.count - 1)]
  }
  return text
}
