extension Query {
  /// What a key of the front matter is compared with.
  public enum KeyValue: Hashable, Sendable {
    /// The whole value, or with `*` at the end its beginning; `*` alone is any. Of a list, one of its
    /// values. Case and accents aside.
    case text(String)
    case days(Days)
    /// Of the number only, whatever its unit.
    case numbers(Numbers)

    /// Reads a value: a range of numbers or days when it has `..`, a day or month, or a text. Digits
    /// alone are a number, though a year is written so too.
    public init(_ text: String) {
      let isRange = text.contains("..")
      let isDigits = text.utf8.allSatisfy { 48...57 ~= $0 || $0 == UInt8(ascii: ".") }
      if isRange, isDigits, let numbers = Numbers(text) {
        self = .numbers(numbers)
      } else if let days = Days(text), isRange || text.contains("-") {
        self = .days(days)
      } else if isRange, let numbers = Numbers(text) {
        self = .numbers(numbers)
      } else {
        self = .text(text)
      }
    }
  }

  /// The keys of a post that the format names and that no field of its own asks for.
  public static let postKeys = PostFile.order.filter { key in
    !["kind", "sha256"].contains(key) && !fieldNames.contains(key)
  }

  /// Whether the name of a key can be a field that the format does not know: letters, digits, `-`
  /// and `_` behind a first letter, all in lower case.
  public static func isOwnKey(_ key: String) -> Bool {
    guard let first = key.utf8.first, 0x61...0x7A ~= first, key.utf8.count <= 40 else {
      return false
    }
    return !PostFile.order.contains(key) && !fieldNames.contains(key)
      && key.utf8.allSatisfy { 0x61...0x7A ~= $0 || 48...57 ~= $0 || $0 == 45 || $0 == 95 }
  }
}

extension Query.KeyValue: CustomStringConvertible {
  /// As it is typed.
  public var description: String {
    switch self {
    case .text(let text): text
    case .days(let days): days.description
    case .numbers(let numbers): numbers.description
    }
  }
}
