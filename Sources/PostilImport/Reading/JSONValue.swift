import PostilCore

/// A JSON value as the file has it: numbers keep their digits, members their order.
indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// As written, `1985352791846887765` or `1.4e18`.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Hashable, Sendable {
    var name: String
    var value: JSONValue
  }

  /// A member of an object; of several with one name the last, as most programs read it.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The first element of an array or the like.
  subscript(index: Int) -> JSONValue? { elements.indices.contains(index) ? elements[index] : nil }

  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// A string that says something.
  var text: String? {
    if case .string(let text) = self, !text.isEmpty { text } else { nil }
  }

  /// A string or a number, as written; true and false too.
  var words: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let digits): digits
    case .bool(let isTrue): isTrue ? "true" : "false"
    default: nil
    }
  }

  /// A whole number, also out of a string.
  var count: Int? { words.flatMap { Int($0) } }
}
