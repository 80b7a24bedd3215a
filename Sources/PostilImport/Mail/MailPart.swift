/// A mail, or a part of one: a header and what stands below it (RFC 2045 and 2046).
struct MailPart {
  let headers: MailHeaders
  /// As it came, encoded.
  private let body: ArraySlice<UInt8>
  private let depth: Int
  /// Parts in parts, and parts of one mail, at most.
  private static let (deepest, most) = (8, 200)

  init(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[start..<end]
      if line.last == 0x0D { line = line.dropLast() }
      start = end < bytes.endIndex ? end + 1 : end
      if line.isEmpty { break }
      lines.append(line)
    }
    headers = MailHeaders(lines)
    body = bytes[start...]
    self.depth = depth
  }

  var kind: String { headers.kind("content-type") ?? "text/plain" }

  /// The text of a part in the character set that it names, or one that fits.
  var text: String {
    let bytes = TransferEncoding.decoded(Array(body), headers.kind("content-transfer-encoding"))
    let charset = headers.parameter("charset", of: "content-type")
    let text = DecodedText(bytes, charset: charset).bytes.string
    return text.replacing("\r\n", with: "\n")
  }

  var isAttachment: Bool { headers.kind("content-disposition") == "attachment" }

  /// The parts of a mail with several, or the mail in a mail; empty for everything else.
  var parts: [MailPart] {
    guard depth < Self.deepest else { return [] }
    if kind == "message/rfc822" { return [MailPart(body, depth: depth + 1)] }
    guard kind.hasPrefix("multipart/"),
      let boundary = headers.parameter("boundary", of: "content-type"), !boundary.isEmpty
    else { return [] }
    let mark = Array("--".utf8) + Array(boundary.utf8)
    var parts: [MailPart] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex, parts.count < Self.most {
      let end = body[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
      if body[line..<end].starts(with: mark) {
        if let start { parts.append(part(start..<line)) }
        start = body[line..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) ? nil : end
        if start == nil { return parts }
      }
      line = end
    }
    if let start { parts.append(part(start..<body.endIndex)) }
    return parts
  }

  /// The line end before a boundary belongs to the boundary.
  private func part(_ range: Range<Int>) -> MailPart {
    var bytes = body[range]
    if bytes.last == 0x0A { bytes = bytes.dropLast() }
    if bytes.last == 0x0D { bytes = bytes.dropLast() }
    return MailPart(bytes, depth: depth + 1)
  }

  /// `format=flowed` (RFC 3676): a line that ends in a space goes on in the next.
  var isFlowed: Bool {
    headers.parameter("format", of: "content-type")?.lowercased() == "flowed"
  }

  var deletesSpace: Bool {
    headers.parameter("delsp", of: "content-type")?.lowercased() == "yes"
  }
}
