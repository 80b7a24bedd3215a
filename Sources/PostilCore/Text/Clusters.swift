/// A text as its grapheme clusters, each known by the kind of its first scalar.
///
/// The splitters count in clusters, so no border of theirs can cut one.
struct Clusters {
  /// What a cluster is to the splitters.
  enum Kind: UInt8 {
    case blank, newline
    case lower, upper, letter, ideograph, kana, digit
    case stop, wideStop
    case opening, closing, quote
    case currency, emoji, other
  }

  let scalars: [Unicode.Scalar]
  /// Where each cluster starts, in code points; one entry more than there are clusters.
  private(set) var starts: [Int] = []
  private(set) var kinds: [Kind] = []

  var count: Int { kinds.count }

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    starts.reserveCapacity(scalars.count + 1)
    kinds.reserveCapacity(scalars.count)
    var offset = 0
    for character in text {
      let length = character.unicodeScalars.count
      starts.append(offset)
      kinds.append(Kind(scalars[offset], of: character, scalars: length))
      offset += length
    }
    starts.append(offset)
  }

  /// The first scalar of a cluster.
  subscript(index: Int) -> Unicode.Scalar { scalars[starts[index]] }

  /// A range of clusters in code points.
  func range(_ clusters: Range<Int>) -> Range<Int> {
    starts[clusters.lowerBound]..<starts[clusters.upperBound]
  }

  func isBlank(_ index: Int) -> Bool { kinds[index] == .blank || kinds[index] == .newline }

  /// The first index from `index` on that is not blank, at most `end`.
  func skippingBlanks(from index: Int, to end: Int) -> Int {
    var index = index
    while index < end, isBlank(index) { index += 1 }
    return index
  }

  /// The range without blanks around it; empty when there is nothing else.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skippingBlanks(from: range.lowerBound, to: range.upperBound)
    var end = range.upperBound
    while end > start, isBlank(end - 1) { end -= 1 }
    return start..<end
  }

  /// The letters from `index` on, at most `limit` of them.
  func letters(from index: Int, to end: Int, limit: Int = 16) -> String {
    var view = String.UnicodeScalarView()
    var index = index
    while index < end, view.count < limit, kinds[index].isLetter {
      view.append(self[index])
      index += 1
    }
    return String(view)
  }
}

extension Clusters.Kind {
  var isLetter: Bool { self == .lower || self == .upper || self == .letter }
  var isWord: Bool { isLetter || self == .digit || self == .ideograph || self == .kana }

  fileprivate init(_ first: Unicode.Scalar, of character: Character, scalars: Int) {
    if scalars == 1 || character == "\r\n" {
      self = first.isASCII ? Self.ascii[Int(first.value)] : Self(first)
    } else if character.unicodeScalars.contains(where: { $0 == "\u{FE0F}" || $0 == "\u{20E3}" }) {
      self = .emoji
    } else {
      self = first.isASCII ? Self.ascii[Int(first.value)] : Self(first)
    }
  }

  private static let ascii = (0..<128).map { Self(Unicode.Scalar(UInt8($0))) }

  private init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": self = .newline
    // Posters use these as blank lines, because X removes ordinary ones.
    case "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{2800}", "\u{3164}": self = .blank
    case ".", "!", "?", "…", "‽", "؟", "۔", "।", "॥", "։": self = .stop
    case "。", "！", "？", "｡", "．": self = .wideStop
    case "\"", "'", "*", "_", "`": self = .quote
    case "々", "〆", "〇": self = .ideograph
    case "\u{3041}"..."\u{30FF}", "\u{31F0}"..."\u{31FF}", "\u{FF66}"..."\u{FF9F}": self = .kana
    default: self = Self(general: scalar)
    }
  }

  private init(general scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: self = .upper
    case .lowercaseLetter: self = .lower
    case .otherLetter: self = properties.isIdeographic ? .ideograph : .letter
    case .modifierLetter: self = .letter
    case .decimalNumber, .letterNumber, .otherNumber: self = .digit
    case .openPunctuation, .initialPunctuation: self = .opening
    case .closePunctuation, .finalPunctuation: self = .closing
    case .currencySymbol: self = .currency
    case .otherSymbol where properties.isEmoji && scalar.value > 0xFF: self = .emoji
    case .modifierSymbol where properties.isEmojiModifier: self = .emoji
    default: self = properties.isWhitespace ? .blank : .other
    }
  }
}
