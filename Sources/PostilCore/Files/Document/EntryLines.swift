/// The lines of one entry: where its value stands, and which of them only hold comments.
/// UTF-8 offsets in the document's text.
struct EntryLines {
  let bytes: [UInt8]
  let range: Range<Int>
  /// From behind the colon to the end of the value, without a trailing comment.
  let value: Range<Int>
  /// The end of the last line of the value; blank and comment lines behind it belong to nobody.
  let contentEnd: Int

  init(_ document: Document, _ entry: Document.Entry) {
    range = entry.range
    bytes = Array(document.slice(entry.range).utf8)
    let scanner = ValueScanner(bytes: bytes)
    let start = scanner.skipKey()
    let end = scanner.valueEnd(from: start)
    value = range.lowerBound + start..<range.lowerBound + end
    let feed = bytes[end...].firstIndex(of: UInt8(ascii: "\n"))
    contentEnd = range.lowerBound + (feed.map { $0 + 1 } ?? bytes.count)
  }
}

/// Walks over the YAML text of one entry that Yams has read without complaint.
struct ValueScanner {
  let bytes: [UInt8]

  /// The offset behind the key's colon.
  func skipKey() -> Int {
    var start = 0
    while start < bytes.count, isBlank(bytes[start]) { start += 1 }
    if start < bytes.count, isQuote(bytes[start]) { start = quoteEnd(from: start) }
    while start < bytes.count, bytes[start] != UInt8(ascii: ":") || !isSpace(start + 1) {
      start += 1
    }
    return min(start + 1, bytes.count)
  }

  /// The offset behind the value that follows the colon.
  func valueEnd(from colon: Int) -> Int {
    var start = colon
    while start < bytes.count, isBlank(bytes[start]) { start += 1 }
    guard start < bytes.count else { return colon }
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoteEnd(from: start)
    case UInt8(ascii: "["), UInt8(ascii: "{"): return flowEnd(from: start)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return blockEnd()
    default: return plainEnd(from: start, or: colon)
    }
  }

  private func quoteEnd(from start: Int) -> Int {
    let quote = bytes[start]
    var index = start + 1
    while index < bytes.count {
      if quote == UInt8(ascii: "\""), bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote {
        index += 2
      } else {
        return index + 1
      }
    }
    return bytes.count
  }

  private func flowEnd(from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < bytes.count {
      let isToken = index == start || isSpace(index - 1) || isFlow(bytes[index - 1])
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isToken { index = quoteEnd(from: index) - 1 }
      case UInt8(ascii: "#"):
        if isSpace(index - 1) { index = lineEnd(from: index) - 1 }
      default: break
      }
      index += 1
      if depth == 0 { return index }
    }
    return bytes.count
  }

  /// A block scalar runs to the last line that is neither blank nor a comment at the margin.
  private func blockEnd() -> Int {
    contentEnd { $0 == UInt8(ascii: "#") }
  }

  private func plainEnd(from start: Int, or colon: Int) -> Int {
    let end = contentEnd { first in first == UInt8(ascii: "#") || isBlank(first) }
    let isSingle = lineEnd(from: start) >= end
    let line = max(start, lineStart(before: end))
    guard bytes[start] != UInt8(ascii: "#") || !isSingle else { return colon }
    var index = line
    while index < end {
      if bytes[index] == UInt8(ascii: "#"), index == 0 || isSpace(index - 1) {
        return trimmed(index, from: colon)
      }
      if isQuote(bytes[index]), index == line || isSpace(index - 1) {
        index = max(index + 1, min(quoteEnd(from: index), end))
      } else {
        index += 1
      }
    }
    return trimmed(end, from: colon)
  }

  /// The end, without line break, of the last line that holds content.
  private func contentEnd(isCommentLead: (UInt8) -> Bool) -> Int {
    var start = 0
    var end = lineEnd(from: 0)
    while start < bytes.count {
      let stop = lineEnd(from: start)
      let line = bytes[start..<stop]
      let text = line.drop { isBlank($0) || $0 == UInt8(ascii: "\r") }
      let isComment =
        text.first == UInt8(ascii: "#") && (line.first.map(isCommentLead) ?? false)
      if !text.isEmpty, !isComment { end = stop }
      start = stop + 1
    }
    return trimmed(end, from: 0)
  }

  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start, isSpace(end - 1) { end -= 1 }
    return end
  }

  private func lineEnd(from start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  private func lineStart(before end: Int) -> Int {
    (bytes[..<end].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == 0x27 }
  private func isFlow(_ byte: UInt8) -> Bool { "[{,:".utf8.contains(byte) }

  private func isSpace(_ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return true }
    return isBlank(bytes[index]) || bytes[index] == 0x0A || bytes[index] == 0x0D
  }
}
