extension Document {
  /// A value to be written into front matter.
  public enum Field: Hashable, Sendable {
    /// Text, quoted where YAML would read something else.
    case text(String)
    /// A number, a day or an instant: never quoted.
    case bare(String)
    /// Texts, one on each line.
    case list([String])

    /// A whole number.
    public static func number(_ value: Int) -> Field { .bare(String(value)) }
    /// A link to a record, `"[[id]]"`.
    public static func link(_ id: String) -> Field { .text(Link.to(id)) }

    var isEmpty: Bool {
      if case .list(let items) = self { items.isEmpty } else { false }
    }

    /// What stands behind `key:`, with its leading blank or line break.
    func written(newline: String) -> String {
      switch self {
      case .text(let text): " " + Scalar.written(text)
      case .bare(let text): " " + text
      case .list(let items): items.map { newline + "  - " + Scalar.written($0) }.joined()
      }
    }
  }

  /// A new document with its keys in the order given; nil and empty values are left out.
  public init(fields: KeyValuePairs<String, Field?>, body: String) {
    var text = "---\n"
    for case (let key, let field?) in fields where !field.isEmpty {
      text += key + ":" + field.written(newline: "\n") + "\n"
    }
    self.init(text + "---\n\n" + body)
  }

  /// The same front matter over another body.
  func replacingBody(with body: String) -> Document {
    let front = slice(0..<bodyStart)
    let isApart = header == nil || body.isEmpty || front.hasSuffixBytes(newline + newline)
    let end = front.isEmpty || front.hasSuffixBytes("\n") ? "" : newline
    return Document(front + end + (isApart ? "" : newline) + body)
  }
}
