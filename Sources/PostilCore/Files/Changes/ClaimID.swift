/// The ids of claims: `c-` + date + five characters, `c-260315-7kq2m`.
enum ClaimID {
  /// Digits and letters without those that are read as others.
  static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  static func new(_ day: Day, using generator: inout some RandomNumberGenerator) -> String {
    let (year, month, number) = day.parts
    let tail = (0..<5).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
    return "c-\(padded(year % 100, 2))\(padded(month, 2))\(padded(number, 2))-\(String(tail))"
  }
}
