extension Clusters {
  /// The words of a sentence; one that has none is a word itself.
  func words(in sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let end = link(at: index, in: sentence) ?? word(at: index, in: sentence) ?? index
      if end > index { found.append(index..<end) }
      index = max(end, index + 1)
    }
    return found.isEmpty ? [sentence] : found
  }

  /// The end of the link that begins at `index`.
  private func link(at index: Int, in sentence: Range<Int>) -> Int? {
    guard self[index] == "h" || self[index] == "H" else { return nil }
    let scheme = letters(from: index, to: sentence.upperBound, limit: 6)
    var end = index + scheme.unicodeScalars.count
    guard ["http", "https"].contains(scheme.lowercased()), end + 2 < sentence.upperBound,
      self[end] == ":", self[end + 1] == "/", self[end + 2] == "/"
    else { return nil }
    while end < sentence.upperBound, !isBlank(end) { end += 1 }
    while end > index, isTail(end - 1) { end -= 1 }
    return end
  }

  /// Whether a mark is none of the link or sentence that it is glued to.
  func isTail(_ index: Int) -> Bool {
    switch kinds[index] {
    case .stop, .wideStop, .closing, .quote: true
    default: self[index] == "," || self[index] == ";" || self[index] == ":"
    }
  }

  /// The end of the word that begins at `index`, with its sign and its unit.
  private func word(at index: Int, in sentence: Range<Int>) -> Int? {
    let end = sentence.upperBound
    if kinds[index] == .emoji || kinds[index] == .ideograph { return index + 1 }
    var start = index
    while start < end, start - index < 3, isSign(start) { start += 1 }
    guard start < end, kinds[start].isWord, start == index || isSigned(start - 1, by: start) else {
      return nil
    }
    if kinds[start] == .ideograph { return start + 1 }
    let isKana = kinds[start] == .kana
    var index = start
    var hasPoint = false
    while index < end {
      if kinds[index].isWord {
        guard (kinds[index] == .kana) == isKana, kinds[index] != .ideograph else { break }
      } else if index + 1 < end, !isKana, joins(index, from: start, to: end) {
        hasPoint = hasPoint || self[index] == "."
      } else {
        break
      }
      index += 1
    }
    guard index < end else { return index }
    if self[index] == "%" || self[index] == "‰" || self[index] == "°" { return index + 1 }
    // `U.S.` keeps its last point.
    let isInitials = hasPoint && self[index] == "." && index - 2 >= start && self[index - 2] == "."
    return isInitials ? index + 1 : index
  }

  /// What may stand before a word and belong to it.
  private func isSign(_ index: Int) -> Bool {
    if kinds[index] == .currency { return true }
    switch self[index] {
    case "~", "≈", "@", "#", "+", "-", "−", "±", "<", ">", "≤", "≥": return true
    default: return false
    }
  }

  private func isSigned(_ sign: Int, by word: Int) -> Bool {
    switch self[sign] {
    case "$", "@", "#": true
    default: kinds[sign] == .currency || kinds[word] == .digit
    }
  }

  /// Whether the mark at `index` joins the word before and after it.
  private func joins(_ index: Int, from start: Int, to end: Int) -> Bool {
    let (before, after) = (kinds[index - 1], kinds[index + 1])
    let areDigits = before == .digit && after == .digit
    guard before.isWord, after.isWord else { return false }
    switch self[index] {
    case ".", "_", "&", "-", "‑": return true
    case ",", ":", "–": return areDigits
    case "'", "’": return before.isLetter && after.isLetter
    case "/":
      // `EH/s`, `24/7` and `w/o` are one word, `cloud/software` is two.
      let right = letters(from: index + 1, to: end, limit: 3).unicodeScalars.count
      return areDigits || right <= 2 || index - start == 1
    default: return false
    }
  }
}
