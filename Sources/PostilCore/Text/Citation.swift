/// A number in brackets that stands for a source: `(1)`, `[1]`, `[1, 2]`.
public struct Citation: Hashable, Sendable {
  /// With its brackets; half-open, code points.
  public var range: Range<Int>
  /// The numbers in it, as written.
  public var numbers: [Int]

  /// The citations of a text in order; linear in its length.
  ///
  /// What begins a line is no citation: there it numbers the source itself.
  public static func all(in scalars: [Unicode.Scalar]) -> [Citation] {
    var found: [Citation] = []
    var isLineStart = true
    var index = 0
    while index < scalars.count {
      let mayBegin = scalars[index] == "(" || scalars[index] == "["
      if mayBegin, let citation = citation(at: index, in: scalars) {
        if !isLineStart { found.append(citation) }
        isLineStart = false
        index = citation.range.upperBound
        continue
      }
      if isNewline(scalars[index]) {
        isLineStart = true
      } else if !scalars[index].isBlank {
        isLineStart = false
      }
      index += 1
    }
    return found
  }

  /// The most that one may hold, so that a long list of figures is none.
  private static let most = 8

  private static func citation(at start: Int, in scalars: [Unicode.Scalar]) -> Citation? {
    let closing: Unicode.Scalar
    switch scalars[start] {
    case "(": closing = ")"
    case "[": closing = "]"
    default: return nil
    }
    var numbers: [Int] = []
    var index = start + 1
    while numbers.count < most, let (number, end) = Source.number(at: index, in: scalars) {
      numbers.append(number)
      index = end
      guard index < scalars.count else { return nil }
      if scalars[index] == closing { return Citation(range: start..<index + 1, numbers: numbers) }
      guard scalars[index] == "," || scalars[index] == ";" else { return nil }
      index += 1
      while index < scalars.count, scalars[index] == " " { index += 1 }
    }
    return nil
  }

  static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }
}

extension Citation {
  /// A numbered source below a text: `[1] https://…`, `(1) …`, `1. …`, `1) …`.
  public struct Source: Hashable, Sendable {
    /// Its number.
    public var number: Int
    /// Its line without the number; half-open, code points.
    public var range: Range<Int>

    /// The sources of a text in order; linear in its length.
    ///
    /// `1.` and `1)` number the points of a text more often than its sources. So they count only in
    /// the lines that a text ends with, when each of those is numbered or blank.
    public static func all(in scalars: [Unicode.Scalar]) -> [Source] {
      var found: [(source: Source, isBracketed: Bool)] = []
      var isListed = true
      for line in lines(of: scalars).reversed() {
        let start = line.first { !scalars[$0].isBlank }
        guard let start else { continue }
        guard let source = source(in: start..<line.upperBound, of: scalars) else {
          isListed = false
          continue
        }
        if source.isBracketed || isListed { found.append(source) }
      }
      return found.reversed().map(\.source)
    }

    private static func source(in line: Range<Int>, of scalars: [Unicode.Scalar])
      -> (source: Source, isBracketed: Bool)?
    {
      var index = line.lowerBound
      let opening = scalars[index]
      let isBracketed = opening == "(" || opening == "["
      if isBracketed { index += 1 }
      guard let (number, end) = Source.number(at: index, in: scalars), end < line.upperBound else {
        return nil
      }
      switch (opening, scalars[end]) {
      case ("(", ")"), ("[", "]"): break
      case (_, "."), (_, ")"): if isBracketed { return nil }
      default: return nil
      }
      index = end + 1
      if index < line.upperBound, scalars[index] == ":" { index += 1 }
      guard index < line.upperBound, scalars[index].isBlank else { return nil }
      while index < line.upperBound, scalars[index].isBlank { index += 1 }
      var last = line.upperBound
      while last > index, scalars[last - 1].isBlank { last -= 1 }
      guard index < last else { return nil }
      return (Source(number: number, range: index..<last), isBracketed)
    }

    private static func lines(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
      var lines: [Range<Int>] = []
      var start = 0
      for index in scalars.indices where Citation.isNewline(scalars[index]) {
        lines.append(start..<index)
        start = index + 1
      }
      return lines + [start..<scalars.count]
    }

    /// One or two digits that say 1 to 99, and where they end.
    static func number(at start: Int, in scalars: [Unicode.Scalar]) -> (Int, end: Int)? {
      var number = 0
      var index = start
      while index < scalars.count, index < start + 3,
        case let digit = Int(scalars[index].value) - 48, 0...9 ~= digit
      {
        number = number * 10 + digit
        index += 1
      }
      guard index > start, index < start + 3, number > 0 else { return nil }
      return (number, index)
    }
  }
}
