/// A word, number or sign of a sentence that may name a day.
struct DueToken {
  /// In lower case.
  var text: String
  /// Where it stands in the sentence.
  var range: Range<String.Index>
  /// Whether nothing stands between it and the token before.
  var isGlued: Bool
  /// Whether it is written with a capital.
  var isCapital: Bool

  /// The number it is, of at most `digits` digits.
  func number(digits: Int = 4) -> Int? {
    guard 1...digits ~= text.utf8.count, text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return Int(text)
  }

  /// The tokens of a text: runs of ASCII letters and digits, and single other characters.
  static func all(in text: String) -> [DueToken] {
    var tokens: [DueToken] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var end = index
    while index < scalars.endIndex {
      let start = index
      scalars.formIndex(after: &index)
      guard !scalars[start].properties.isWhitespace else { continue }
      if scalars[start].isAlphanumeric {
        while index < scalars.endIndex, scalars[index].isAlphanumeric {
          scalars.formIndex(after: &index)
        }
      }
      let token = text[start..<index]
      tokens.append(
        DueToken(
          text: token.lowercased(), range: start..<index, isGlued: start == end && !tokens.isEmpty,
          isCapital: "A"..."Z" ~= scalars[start]))
      end = index
    }
    return tokens
  }
}

extension Unicode.Scalar {
  fileprivate var isAlphanumeric: Bool { isLetterASCII || "0"..."9" ~= self }
}
