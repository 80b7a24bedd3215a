/// The header of a mail or of one of its parts: names and values (RFC 5322, RFC 2047).
struct MailHeaders {
  private var fields: [(name: String, value: String)] = []

  /// Lines of bytes up to the first blank one; what is no header line is left out.
  init(_ lines: [ArraySlice<UInt8>]) {
    var raw: [(name: String, value: [UInt8])] = []
    for line in lines {
      if let first = line.first, first == 0x20 || first == 0x09 {
        // A folded line goes on; the white space stays.
        if !raw.isEmpty, raw[raw.count - 1].value.count < Self.longest {
          raw[raw.count - 1].value += line
        }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), raw.count < 2_000 {
        let name = String(decoding: line[..<colon], as: UTF8.self)
        raw.append((TrimmedText.both(of: name).lowercased(), Array(line[(colon + 1)...])))
      }
    }
    fields = raw.map { ($0.name, TrimmedText.both(of: DecodedText($0.value).bytes.string)) }
  }

  private static let longest = 64 << 10

  /// The first value of a name in lower case, as it stands; nil when there is none.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The same with encoded words read.
  func words(_ name: String) -> String? {
    self[name].map { EncodedWords.decoded($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A value before its first `;`, in lower case.
  func kind(_ name: String) -> String? {
    self[name].map { TrimmedText.both(of: $0.prefix { $0 != ";" }).lowercased() }
  }

  /// A parameter behind the value, `charset` of `text/plain; charset="utf-8"`.
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = self[name] else { return nil }
    for part in value.split(separator: ";").dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let key = TrimmedText.both(of: part[..<equals]).lowercased()
      guard key == parameter || key == parameter + "*" else { continue }
      var found = TrimmedText.both(of: part[part.index(after: equals)...])
      if found.hasPrefix("\"") { found = String(found.dropFirst().prefix { $0 != "\"" }) }
      return found.isEmpty ? nil : found
    }
    return nil
  }
}

/// `=?utf-8?Q?caf=C3=A9?=` in headers (RFC 2047).
enum EncodedWords {
  static func decoded(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var result = ""
    var rest = text[...]
    // White space between two encoded words belongs to neither.
    var afterWord = false
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      guard let word = Word(rest[start.lowerBound...]) else {
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        afterWord = false
        continue
      }
      if !afterWord || !before.allSatisfy(\.isWhitespace) { result += before }
      result += word.text
      rest = rest[word.end...]
      afterWord = true
    }
    return result + rest
  }

  private struct Word {
    var text: String
    var end: String.Index

    init?(_ source: Substring) {
      let window = source.prefix(2_000)
      let parts = window.dropFirst(2).split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[1].count == 1, parts[3].hasPrefix("=") else { return nil }
      let bytes: [UInt8]
      switch parts[1].lowercased() {
      case "b": bytes = TransferEncoding.base64(Array(parts[2].utf8))
      case "q": bytes = TransferEncoding.quoted(Array(parts[2].utf8), inHeader: true)
      default: return nil
      }
      // `utf-8*de` names a language too.
      let charset = String(parts[0].prefix { $0 != "*" })
      text = DecodedText(bytes, charset: charset).bytes.string
        .split { $0.isNewline }.joined(separator: " ")
      end = source.index(after: parts[3].startIndex)
    }
  }
}
