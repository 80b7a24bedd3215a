/// A link between records, `[[id]]`, resolved by base name.
public enum Link {
  /// The id that a value names: `[[id]]`, `[[id|words]]`, `[[id#part]]` or a bare id.
  public static func target(_ text: String) -> String {
    guard text.hasPrefix("[["), text.hasSuffix("]]") else { return text }
    return name(text.dropFirst(2).dropLast(2))
  }

  /// The link to an id.
  public static func to(_ id: String) -> String { "[[\(id)]]" }

  /// The ids of all links in a text in their order, with the UTF-8 offset of each.
  public static func all(in text: String) -> [(id: String, offset: Int)] {
    var text = text
    return text.withUTF8 { bytes in
      var links: [(String, Int)] = []
      var start: Int?
      for index in bytes.indices.dropFirst() {
        switch (bytes[index - 1], bytes[index]) {
        case (UInt8(ascii: "["), UInt8(ascii: "[")): start = index + 1
        case (UInt8(ascii: "]"), UInt8(ascii: "]")):
          guard let from = start, from < index - 1 else { continue }
          let inner = String(decoding: bytes[from..<index - 1], as: UTF8.self)
          links.append((name(inner[...]), from - 2))
          start = nil
        case (_, UInt8(ascii: "\n")): start = nil
        default: break
        }
      }
      return links
    }
  }

  private static func name(_ inner: Substring) -> String {
    let end =
      inner.utf8.firstIndex { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "#") }
      ?? inner.endIndex
    return String(inner[..<end])
  }
}
