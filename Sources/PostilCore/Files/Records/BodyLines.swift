/// The body of a record cut into lines that keep their ends.
enum BodyLines {
  /// The lines with their `\n` or `\r\n`; joined they are the text again.
  static func split(_ text: String) -> [String] {
    let bytes = text.utf8
    var lines: [String] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      let end = feed.map { bytes.index(after: $0) } ?? bytes.endIndex
      lines.append(String(text[start..<end]))
      start = end
    }
    return lines
  }

  /// A line without its end.
  static func content(_ line: String) -> Substring {
    var end = line.utf8.endIndex
    for byte in [UInt8(ascii: "\n"), UInt8(ascii: "\r")] {
      guard end > line.utf8.startIndex else { break }
      let last = line.utf8.index(before: end)
      if line.utf8[last] == byte { end = last }
    }
    return line[..<end]
  }

  static func isBlank(_ line: String) -> Bool {
    line.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  /// Lines as one text: ends made `\n`, blank lines around it and the last end left out.
  static func text(of lines: some BidirectionalCollection<String>) -> String {
    guard let first = lines.firstIndex(where: { !isBlank($0) }),
      let last = lines.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return lines[first...last].map(content).joined(separator: "\n")
  }

  /// A text without blank lines around it, and with `\n` as its only line end.
  static func trimmed(_ text: String) -> String { BodyLines.text(of: split(text)) }
}
