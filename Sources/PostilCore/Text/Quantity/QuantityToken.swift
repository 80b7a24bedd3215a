/// A number, a word or a single mark of a text.
struct QuantityToken {
  enum Kind {
    case number, word, mark
    /// A link, cashtag, mention or hashtag.
    case entity
  }

  var kind: Kind
  /// Half-open, code points.
  var range: Range<Int>
  /// Whether nothing stands between it and the token before.
  var isGlued: Bool
  /// Whether a line begins with it.
  var beginsLine: Bool
  /// What a number is; nil beyond 18 digits, and for versions such as `1.2.3`.
  var amount: Amount?
  /// How many digits stand together, in a number without point and comma; else 0.
  var plainDigits = 0
}

extension QuantityToken {
  /// The tokens of a text with its entities; white space is none.
  static func all(in scalars: [Unicode.Scalar], _ entities: [Entity]) -> [QuantityToken] {
    var entities = entities[...]
    var tokens: [QuantityToken] = []
    tokens.reserveCapacity(scalars.count / 4)
    var index = 0
    var end = 0
    var isNewLine = true
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar.isBlank {
        isNewLine = isNewLine || scalar == "\n" || scalar == "\r" || scalar == "\u{2028}"
        index += 1
        continue
      }
      var token = QuantityToken(
        kind: .mark, range: index..<index + 1, isGlued: index == end && index > 0,
        beginsLine: isNewLine)
      if let entity = entities.first, entity.range.lowerBound == index {
        entities.removeFirst()
        token.kind = .entity
        token.range = entity.range
      } else if scalar.isDigit || (scalar == "." && beginsFraction(at: index, in: scalars)) {
        token.readNumber(in: scalars)
      } else if scalar.isLetterOrMark {
        token.kind = .word
        token.range = index..<endOfRun(from: index, in: scalars, of: \.isLetterOrMark)
      }
      tokens.append(token)
      index = token.range.upperBound
      end = index
      isNewLine = false
    }
    return tokens
  }

  private static func beginsFraction(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index + 1 < scalars.count, scalars[index + 1].isDigit else { return false }
    return index == 0 || !(scalars[index - 1].isWord || scalars[index - 1] == ".")
  }

  private static func endOfRun(
    from index: Int, in scalars: [Unicode.Scalar], of fits: (Unicode.Scalar) -> Bool
  ) -> Int {
    var index = index
    while index < scalars.count, fits(scalars[index]) { index += 1 }
    return index
  }

  /// Reads digits, groups of thousands and a fraction from the start of the token on.
  private mutating func readNumber(in scalars: [Unicode.Scalar]) {
    kind = .number
    var value = 0
    var digits = 0
    var fraction = 0
    var groups = 0
    var points = 0
    var index = range.lowerBound
    while index < scalars.count {
      if let digit = scalars[index].digit {
        if digits < 18 { value = value * 10 + digit }
        if value > 0 { digits += 1 }
        if points > 0 { fraction += 1 }
        index += 1
        continue
      }
      let run = Self.endOfRun(from: index + 1, in: scalars, of: \.isDigit) - index - 1
      guard run > 0 else { break }
      let scalar = scalars[index]
      // Groups of three, of two before them as in India; `1,5` is a decimal comma.
      if points == 0, scalar.isGroupMark, run == 3 || (run == 2 && scalar == ",") {
        let next = index + 1 + run
        let goesOn = next < scalars.count && scalars[next] == scalar
        if run == 3 || goesOn {
          groups += 1
          index += 1
          continue
        }
      }
      if scalar == "." || (scalar == "," && groups == 0 && run <= 2) {
        points += 1
        index += 1
        continue
      }
      break
    }
    range = range.lowerBound..<index
    if groups == 0, points == 0 { plainDigits = range.count }
    if digits <= 18, fraction <= 18, points <= 1 { amount = Amount(value, exponent: -fraction) }
  }
}

extension Unicode.Scalar {
  /// The digit that it is, also in its wide form.
  fileprivate var digit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }

  var isDigit: Bool { digit != nil }

  fileprivate var isGroupMark: Bool {
    switch self {
    case ",", "'", "’", "\u{A0}", "\u{202F}", "\u{2009}": true
    default: false
    }
  }
}
