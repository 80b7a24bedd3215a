/// A JSON value that keeps the order of its keys, so that two exports can be compared line by line.
public indirect enum JSONText: Hashable, Sendable {
  case string(String)
  case number(Int)
  case bool(Bool)
  case array([JSONText])
  case object([Member])

  /// One key with its value.
  public struct Member: Hashable, Sendable {
    /// As it stands before the colon.
    public var key: String
    /// What stands behind it.
    public var value: JSONText

    /// One key with its value.
    public init(_ key: String, _ value: JSONText) {
      self.key = key
      self.value = value
    }
  }

  /// On one line without spaces, as `--json` prints records.
  public var compact: String {
    var out = ""
    write(to: &out, indent: nil)
    return out
  }

  /// With two spaces an indent, as a file that a person may open.
  public var pretty: String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  private func write(to out: inout String, indent: Int?) {
    switch self {
    case .string(let text): Self.quote(text, to: &out)
    case .number(let number): out += String(number)
    case .bool(let bool): out += bool ? "true" : "false"
    case .array(let items):
      Self.list(items, "[", "]", to: &out, indent: indent) { item, out, indent in
        item.write(to: &out, indent: indent)
      }
    case .object(let members):
      Self.list(members, "{", "}", to: &out, indent: indent) { member, out, indent in
        Self.quote(member.key, to: &out)
        out += indent == nil ? ":" : ": "
        member.value.write(to: &out, indent: indent)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, to out: inout String, indent: Int?,
    write: (Item, inout String, Int?) -> Void
  ) {
    out += open
    let inner = indent.map { $0 + 2 }
    for (index, item) in items.enumerated() {
      if index > 0 { out += "," }
      if let inner { out += "\n" + String(repeating: " ", count: inner) }
      write(item, &out, inner)
    }
    if let indent, !items.isEmpty { out += "\n" + String(repeating: " ", count: indent) }
    out += close
  }

  /// RFC 8259, section 7; what could command a terminal or reorder text is written as a number too.
  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    defer { out += "\"" }
    guard !text.utf8.allSatisfy(isPlain) else { return out += text }
    let scalars = text.unicodeScalars
    // What needs no sign is taken over in runs.
    var start = scalars.startIndex
    for index in scalars.indices {
      guard let sign = sign(for: scalars[index]) else { continue }
      out += text[start..<index]
      out += sign
      start = scalars.index(after: index)
    }
    out += text[start...]
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    0x20..<0x7F ~= byte && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Nil for what stands for itself.
  private static func sign(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case " "..."~": nil
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where Visible.sign(for: scalar) != nil: "\\u" + Visible.paddedHex(scalar.value)
    default: nil
    }
  }
}
