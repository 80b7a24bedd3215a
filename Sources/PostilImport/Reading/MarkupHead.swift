/// What a file of markup is, by its first bytes.
struct MarkupHead {
  /// The outermost element in lower case, without prefix.
  let root: String
  /// The beginning of the document in lower case.
  let words: String
  /// What `<title>` says, in one line.
  let title: String?

  /// Nil for everything that does not begin with an element of XML or HTML.
  init?(_ bytes: [UInt8]) {
    let text = Self.decoded(Array(bytes.prefix(65_536))).bytes.string
    let start = text.unicodeScalars.drop { TextLines.isSpace($0) || $0 == "\u{FEFF}" }
    guard start.first == "<" else { return nil }
    var rest = Substring(start)
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      let end = rest.hasPrefix("<!--") ? "-->" : Self.endOfType(rest)
      guard let range = rest.firstRange(of: end) else { break }
      rest = Substring(rest[range.upperBound...].unicodeScalars.drop(while: TextLines.isSpace))
    }
    let name = rest.unicodeScalars.dropFirst().prefix {
      $0.properties.isAlphabetic || "0123456789-_:.".unicodeScalars.contains($0)
    }
    guard rest.hasPrefix("<"), !name.isEmpty else { return nil }
    root = Substring(name).split(separator: ":").last?.lowercased() ?? ""
    let beginning = String(String.UnicodeScalarView(start.prefix(16_384)))
    words = beginning.lowercased()
    title = Self.title(in: beginning)
  }

  /// A feed, bare or in a page of XHTML.
  var holdsFeed: Bool {
    ["rss", "feed", "rdf", "channel"].contains(root)
      || root == "html" && words.contains("<feed xmlns=\"http://www.w3.org/2005/atom\"")
  }

  private static func title(in text: String) -> String? {
    for tag in ["<title>", "<TITLE>", "<title "] {
      guard let start = text.firstRange(of: tag) else { continue }
      let rest =
        tag.hasSuffix(" ")
        ? text[start.upperBound...].drop { $0 != ">" }.dropFirst()
        : text[start.upperBound...]
      let words = HTMLEntities.unescape(String(rest.prefix { $0 != "<" }))
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return words.isEmpty ? nil : String(words.prefix(80))
    }
    return nil
  }

  private static func endOfType(_ text: Substring) -> String {
    let bracket = text.firstIndex(of: "[")
    let end = text.firstIndex(of: ">")
    guard text.hasPrefix("<!"), let bracket, let end, bracket < end else { return ">" }
    return "]>"
  }

  /// The bytes of a document as UTF-8, by the encoding that its declaration names.
  static func decoded(_ bytes: [UInt8]) -> DecodedText {
    // UTF-16 without a mark shows by the zeros around its first letter.
    if bytes.starts(with: [0x3C, 0]) { return DecodedText([0xFF, 0xFE] + bytes) }
    if bytes.starts(with: [0, 0x3C]) { return DecodedText([0xFE, 0xFF] + bytes) }
    return DecodedText(bytes, charset: charset(in: bytes))
  }

  /// `encoding="…"` of XML or `charset=…` of a page, in the first kilobyte.
  private static func charset(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
    let declaration = head.firstRange(of: "?>").map { head[..<$0.lowerBound] }
    let mark = declaration?.firstRange(of: "encoding") ?? head.firstRange(of: "charset")
    guard let mark else { return nil }
    let rest = head[mark.upperBound...].drop { " =\"'\t\r\n".contains($0) }
    let name = rest.prefix { !" \"'?>;/\r\n".contains($0) }
    return name.isEmpty ? nil : String(name)
  }
}
