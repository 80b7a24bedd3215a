import PostilCore

extension JSONValue {
  /// The value at the end of a path of names; nil where one is missing.
  subscript(path: String...) -> JSONValue? {
    path.reduce(Optional(self)) { $0?[$1] }
  }

  var isObject: Bool { if case .object = self { true } else { false } }

  /// Whether it has a member with each name.
  func has(_ names: String...) -> Bool { names.allSatisfy { self[$0] != nil } }

  /// The first of several members that says something.
  func first(_ names: String...) -> String? { names.lazy.compactMap { self[$0]?.words }.first }

  /// The digits of an id on X, out of the first member that has them.
  func number(_ names: String...) -> String? {
    names.lazy.compactMap { self[$0]?.words }.first { Snowflake.isID($0) }
  }

  /// A count, also from `12.0`; nil when it says none.
  func tally(_ names: String...) -> Int? {
    for name in names {
      guard let words = self[name]?.words else { continue }
      if let count = Int(words.hasSuffix(".0") ? words.dropLast(2) : words[...]) { return count }
    }
    return nil
  }

  var isTrue: Bool {
    switch self {
    case .bool(let isTrue): isTrue
    case .string(let text): ["true", "True", "TRUE", "1"].contains(text)
    default: false
    }
  }

  /// Strings of a list, empty ones left out.
  var texts: [String] { elements.compactMap(\.text) }

  /// A hash of its names, and of those of the objects directly in it.
  var shape: Int {
    var hasher = Hasher()
    for member in members {
      hasher.combine(member.name)
      for inner in member.value.members { hasher.combine(inner.name) }
      if case .array(let list) = member.value { hasher.combine(list.isEmpty) }
    }
    return hasher.finalize()
  }
}
