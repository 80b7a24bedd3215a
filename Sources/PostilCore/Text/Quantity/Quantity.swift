/// A number with its unit, or a period of the calendar, as the words of a text give it.
///
/// Read are `$9.7bn`, `20%`, `~150MW`, `31 EH/s`, `200MW (IT load)`, `5-year`, `50–60k GPUs`, `at
/// least 3x`, `$0.05/kWh`, and as periods `Q3`, `3Q25`, `FY26`, `H1 2026`, `08/29`, `March 31, 2026`.
/// Numbers of names (`GB300`, `GPT-4`), lists, citations, versions and times of day are left out.
public struct Quantity: Hashable, Sendable {
  /// What the words give.
  public enum Value: Hashable, Sendable {
    /// A number, or what lies between two; the scale (`k`, `bn`) is folded in, the unit is not.
    case number(ClosedRange<Amount>)
    /// A day, month, quarter, half or year of the calendar.
    case period(Period)
  }

  /// What the words say of the true number.
  public enum Bound: String, Sendable {
    case exact, atLeast, moreThan, atMost, lessThan
  }

  /// What the words give.
  public var value: Value
  /// What is counted; `.none` for a bare number and for a period.
  public var unit: Unit
  /// What one of it is for: `year` in `$2M a year`, `kWh` in `$0.05/kWh`.
  public var per: String?
  /// Whether the words leave some room: `~`, `about`, `or so`.
  public var isApproximate: Bool
  /// Whether the number is the least or the most.
  public var bound: Bound
  /// What the number is further said to be, as written: `IT load`, `YoY`.
  public var qualifier: String?
  /// Half-open, code points; the words that limit the number and the qualifier lie inside.
  public var range: Range<Int>

  /// The number, or what it lies between; nil for a period.
  public var numbers: ClosedRange<Amount>? {
    if case .number(let numbers) = value { numbers } else { nil }
  }

  /// The period; nil for a number.
  public var period: Period? {
    if case .period(let period) = value { period } else { nil }
  }

  /// Whether it gives two ends.
  public var isRange: Bool { numbers.map { $0.lowerBound < $0.upperBound } ?? false }

  /// The numbers in the unit that `unit.base` names, so that `1.2GW` and `1,200MW` are equal.
  public var baseNumbers: ClosedRange<Amount>? {
    numbers.map {
      $0.lowerBound.scaled(by: unit.exponent)...$0.upperBound.scaled(by: unit.exponent)
    }
  }

  /// The quantities of a text, in order, none in another; linear in its length.
  public static func all(in text: String) -> [Quantity] {
    all(in: Array(text.unicodeScalars))
  }

  /// The quantities of a text in code points, in order, none in another; linear in its length.
  ///
  /// A caller that knows the text's entities gives them along.
  public static func all(in scalars: [Unicode.Scalar], _ entities: [Entity]? = nil) -> [Quantity] {
    QuantityReader(scalars, entities ?? Entity.all(in: scalars)).all()
  }
}

extension Quantity {
  /// What a quantity counts.
  public struct Unit: Hashable, Sendable {
    /// Which units are of one kind.
    public enum Dimension: String, Sendable {
      case none, money, share, multiple, power, energy, hashrate, compute, data, time, length, area,
        mass, volume, frequency, voltage, temperature, count
    }

    /// What it measures.
    public var dimension: Dimension
    /// The unit in its usual form: `USD`, `%`, `MW`, `year`; of things counted the word as written.
    public var symbol: String
    /// The unit that it is a power of ten of: `W` of `MW`, `%` of `bps`.
    public var base: String
    /// Which power of ten of its base it is.
    public var exponent: Int

    /// A unit; its base is itself unless given.
    public init(
      _ dimension: Dimension, _ symbol: String, base: String? = nil, exponent: Int = 0
    ) {
      self.dimension = dimension
      self.symbol = symbol
      self.base = base ?? symbol
      self.exponent = exponent
    }

    /// No unit: a bare number.
    public static let none = Unit(.none, "")
  }

  /// A piece of the calendar as words name it; its year may be left open.
  public struct Period: Hashable, Sendable {
    /// Which piece of a year.
    public enum Part: Hashable, Sendable {
      case year
      case half(Int)
      case quarter(Int)
      case month(Int)
      case day(month: Int, day: Int)
    }

    /// Which piece of a year.
    public var part: Part
    /// The year, when the words give one.
    public var year: Int?
    /// Whether the words say that the year is a firm's own: `FY26`.
    public var isFiscal = false

    /// A piece of a year.
    public init(_ part: Part, year: Int? = nil, isFiscal: Bool = false) {
      self.part = part
      self.year = year
      self.isFiscal = isFiscal
    }
  }
}
