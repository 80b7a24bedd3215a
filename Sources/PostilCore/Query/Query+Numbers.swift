extension Query {
  /// Numbers from one to another with a unit, both included; `100MW..` is open above.
  public struct Numbers: Hashable, Sendable {
    /// The least, in the unit that `unit` names.
    public let low: Double
    /// The greatest, in the unit that `unit` names.
    public let high: Double
    /// What is counted, as `Quantity.key`; nil when any unit will do.
    public let unit: String?
    private let written: String

    /// Reads one number or two with `..` between them, as posts write them; nil for anything else,
    /// also for ends of different units.
    public init?(_ text: some StringProtocol) {
      let written = String(text)
      guard let ends = written.contains("..") ? QueryText.ends(of: written) : (written, written)
      else { return nil }
      let (from, to) = (ends.from.flatMap(End.init), ends.to.flatMap(End.init))
      guard (from == nil) == (ends.from == nil), (to == nil) == (ends.to == nil) else { return nil }
      let units = [from?.quantity, to?.quantity].compactMap(\.self)
      guard Set(units.map(\.key)).count <= 1 else { return nil }
      unit = units.first?.key
      self.written = written
      // `1..10MW` begins with 1MW.
      let exponent = units.first?.unit.exponent ?? 0
      low = from?.values(exponent).lowerBound ?? -.infinity
      high = to?.values(exponent).upperBound ?? .infinity
    }
  }

  /// One end of a range.
  private struct End: Equatable {
    var quantity: Quantity?
    var numbers: ClosedRange<Amount>

    init?(_ text: String) {
      let scalars = Array(text.unicodeScalars)
      let found = Quantity.all(in: scalars)
      if let quantity = found.first, found.count == 1, quantity.range == 0..<scalars.count,
        let numbers = quantity.numbers
      {
        self.quantity = quantity.unit == .none ? nil : quantity
        self.numbers = numbers
      } else if let number = Int(text) {
        // A number alone may be read as a year.
        quantity = nil
        numbers = Amount(number)...Amount(number)
      } else {
        return nil
      }
    }

    func values(_ exponent: Int) -> ClosedRange<Double> {
      let exponent = quantity?.unit.exponent ?? exponent
      let (low, high) = (numbers.lowerBound, numbers.upperBound)
      return low.scaled(by: exponent).double...high.scaled(by: exponent).double
    }
  }
}

extension Query.Numbers: CustomStringConvertible {
  /// As it was typed.
  public var description: String { written }
}

extension Quantity {
  /// The unit for comparing: its base in lower case, things counted in the singular, and behind a
  /// slash what one of it is for.
  public var key: String {
    var name = unit.base.lowercased()
    if unit.dimension == .count, name.count > 3, name.hasSuffix("s"), !name.hasSuffix("ss") {
      name.removeLast()
    }
    return name + (per.map { "/" + $0.lowercased() } ?? "")
  }
}
