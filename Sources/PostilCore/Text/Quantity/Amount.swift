/// An exact decimal number of at most 18 digits: what a post says, and not what a `Double` makes of it.
public struct Amount: Hashable, Sendable {
  /// The digits without zeros at the end; negative below zero.
  public let digits: Int
  /// The power of ten that the digits stand for.
  public let exponent: Int

  /// `digits` times ten to the power of `exponent`.
  public init(_ digits: Int, exponent: Int = 0) {
    var (digits, exponent) = (digits, digits == 0 ? 0 : exponent)
    while digits != 0, digits.isMultiple(of: 10) {
      digits /= 10
      exponent += 1
    }
    (self.digits, self.exponent) = (digits, exponent)
  }

  /// The number, rounded to what a `Double` can hold.
  public var double: Double {
    // A quotient of exact numbers rounds once: 0.1 is 1/10 and not 1 × 0.1.
    exponent < 0 && exponent >= -18
      ? Double(digits) / Double(Self.power(-exponent))
      : Double("\(digits)e\(exponent)") ?? 0
  }

  /// The number times a power of ten.
  public func scaled(by exponent: Int) -> Amount {
    Amount(digits, exponent: self.exponent + exponent)
  }

  /// The number below zero, or above it again.
  public static prefix func - (amount: Amount) -> Amount {
    Amount(-amount.digits, exponent: amount.exponent)
  }

  private var width: Int { String(digits.magnitude).utf8.count }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

extension Amount: Comparable {
  /// Whether one number is less than another; exact.
  public static func < (a: Amount, b: Amount) -> Bool {
    guard a.digits.signum() == b.digits.signum(), a.digits != 0 else {
      return a.digits.signum() < b.digits.signum()
    }
    let (left, right) = (a.width + a.exponent, b.width + b.exponent)
    guard left == right else { return (left < right) == (a.digits > 0) }
    // Of one order, so that the shorter is padded to at most 18 digits.
    return a.digits * power(max(0, b.width - a.width))
      < b.digits * power(max(0, a.width - b.width))
  }
}

extension Amount: CustomStringConvertible {
  /// The number in plain digits: `9700000000`, `0.5`.
  public var description: String {
    let sign = digits < 0 ? "-" : ""
    let text = String(digits.magnitude)
    guard exponent < 0 else {
      return sign + text + String(repeating: "0", count: min(exponent, 60))
    }
    let whole = text.utf8.count + exponent
    let padding = String(repeating: "0", count: min(max(0, 1 - whole), 60))
    let padded = padding + text
    let point = padded.index(padded.startIndex, offsetBy: max(1, whole))
    return sign + padded[..<point] + "." + padded[point...]
  }
}
