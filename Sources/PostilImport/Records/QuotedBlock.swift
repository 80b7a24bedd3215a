import PostilCore

/// A quoted post at the end of a text, as mirrors of X put it there:
/// `Name (@handle)`, its words, `— https://nitter.net/handle/status/1#m`.
enum QuotedBlock {
  /// The text without it, and the post that is quoted; nil when there is none.
  static func split(_ text: String) -> (text: String, quoted: Post)? {
    guard text.utf8.contains(0xE2), text.contains("— http") else { return nil }
    let bytes = Array(text.utf8)
    let lines = TextLines.ranges(of: bytes)
    func words(_ line: Range<Int>) -> String {
      PasteLine(Array(bytes[TextLines.withoutTerminator(bytes, line)]).string).words
    }
    guard let last = lines.lastIndex(where: { !TextLines.isBlank(bytes[$0]) }) else { return nil }
    let footer = words(lines[last])
    guard footer.hasPrefix("—"),
      let status = StatusURL(PasteLine(String(footer.dropFirst())).words),
      let handle = status.handle,
      let head = lines[..<last].lastIndex(where: { words($0).hasSuffix("(@\(handle))") }), head > 0
    else { return nil }
    let name = words(lines[head]).dropLast(handle.utf8.count + 3)
    let inner = Array(bytes[lines[head].upperBound..<lines[last].lowerBound]).string
    var quoted = Post(id: "", text: PasteLine(inner).words)
    guard !quoted.text.isEmpty else { return nil }
    quoted.name = PasteLine(String(name)).words
    quoted.identify(on: status)
    let own = Array(bytes[..<lines[head].lowerBound]).string.unicodeScalars
    let end = own.lastIndex { !TextLines.isSpace($0) }.map(own.index(after:)) ?? own.startIndex
    return (String(own[..<end]), quoted)
  }
}
