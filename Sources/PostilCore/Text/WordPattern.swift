/// A word of English letters and digits as an expression that finds it where the full text index
/// would: any case, any accents, at the beginning of what the index makes a word of.
public enum WordPattern {
  /// Nil for a word with other letters.
  public static func source(of word: String, isPrefix: Bool) -> String? {
    guard 1...40 ~= word.utf8.count, word.utf8.allSatisfy(isPlain) else { return nil }
    let letters = word.lowercased().unicodeScalars.map { letter in
      let accented = accented[letter] ?? ""
      return (accented.isEmpty ? String(letter) : "[\(letter)\(accented)]") + marks + "*+"
    }
    // Behind a letter one or two marks may stand; PCRE2 looks back over a known length only.
    let begin = "(?<!\(inner))(?<!\(inner)\(marks))(?<!\(inner)\(marks){2})"
    return begin + letters.joined() + (isPrefix ? "" : "(?!\(inner))")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  /// Letters that a combining mark makes of one, which the index leaves out.
  private static let marks = "(?-i:[\\x{300}-\\x{36F}])"
  /// What the index makes words of (`WordPlaces.isLetter`), but for letters that are words themselves.
  private static let inner = "(?!\(unspaced))[\\p{L}\\p{Nd}\\p{Nl}\\p{No}\\p{Co}]"
  /// Letters that are words of their own (`Unspaced.holds`).
  /// As they are: PCRE2 would seek the other case of each one of a hundred thousand.
  private static let unspaced =
    "(?-i:["
    + Unspaced.ranges.map { "\\x{\(hex($0.lowerBound))}-\\x{\(hex($0.upperBound))}" }.joined()
    + "])"

  private static func hex(_ number: UInt32) -> String { String(number, radix: 16) }

  /// What folds to a letter, besides itself and its capital.
  private static let accented: [Unicode.Scalar: String] = {
    var accented: [Unicode.Scalar: String] = [:]
    for number in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) as [UInt32] {
      guard let scalar = Unicode.Scalar(number), scalar.properties.isLowercase else { continue }
      var folded: [Unicode.Scalar] = []
      Fold.append(scalar) { folded.append($0) }
      if folded.count == 1, folded[0].isASCII {
        accented[folded[0], default: ""].unicodeScalars.append(scalar)
      }
    }
    return accented
  }()
}
