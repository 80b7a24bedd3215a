/// A text as the words that the full text index makes of it, folded, to see where some of them stand.
struct WordPlaces {
  /// A word, where its letters are in the folded text, and where it stands.
  private struct Word {
    var letters: Range<Int>
    var place: Range<Int>
  }

  private let folded: Fold.Trace
  private var words: [Word] = []

  /// Letters of scripts without spaces are words of their own (`Unspaced`).
  init(_ text: some Sequence<Unicode.Scalar>) {
    folded = Fold.Trace(text)
    var start: Int?
    let scalars = folded.scalars
    for index in 0...scalars.count {
      let isEnd = index == scalars.count
      let isAlone = !isEnd && Unspaced.holds(scalars[index])
      let isLetter = !isEnd && Self.isLetter(scalars[index])
      if let begin = start, isEnd || isAlone || !isLetter {
        words.append(Word(letters: begin..<index, place: folded.place(of: begin..<index)))
        start = nil
      }
      if isAlone, isLetter {
        words.append(Word(letters: index..<index + 1, place: folded.place(of: index..<index + 1)))
      } else if isLetter, start == nil {
        start = index
      }
    }
  }

  /// Where these words stand one behind the other: half-open, code points, not overlapping. When
  /// `isPrefix`, the last may go on.
  func places(of phrase: WordPlaces, isPrefix: Bool = false) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let count = phrase.words.count
    guard count > 0 else { return [] }
    var index = 0
    while index + count <= words.count {
      let fits = (0..<count).allSatisfy { place in
        let letters = folded.scalars[words[index + place].letters]
        let asked = phrase.folded.scalars[phrase.words[place].letters]
        return isPrefix && place == count - 1
          ? letters.starts(with: asked) : letters.elementsEqual(asked)
      }
      if fits {
        found.append(words[index].place.lowerBound..<words[index + count - 1].place.upperBound)
      }
      index += fits ? count : 1
    }
    return found
  }

  /// What `unicode61` makes words of.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic || 48...57 ~= scalar.value }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      return true
    default:
      return false
    }
  }
}
