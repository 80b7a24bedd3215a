import PostilCore

/// Mails: one in a file, or many in a mailbox.
enum Mail: Importer {
  static let name = "mail"
  static let summary = "A mail (.eml), or a mailbox of them (mbox)."
  static let example = "postil import inbox.mbox"

  static func recognises(_ source: Source) -> Bool {
    isMailbox(source.head) || isMail(source.head)
  }

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    let bytes = try source.whole()
    guard isMailbox(bytes) else {
      try take(bytes[...], via: source.label, source, options, into: &intake)
      return
    }
    for (number, mail) in Mailbox.mails(in: bytes).enumerated() {
      let via = "\(source.label)#\(number + 1)"
      let own = Mailbox.unquoted(mail)
      try take(own[...], via: via, source, options, into: &intake)
    }
  }

  private static func take(
    _ bytes: ArraySlice<UInt8>, via: String, _ source: Source, _ options: ImportOptions,
    into intake: inout Intake
  ) throws(Problem) {
    let read = try MailPost(bytes, via: via)
    let isData = read.post.title?.hasPrefix("DON'T DELETE THIS MESSAGE") == true
    guard read.isMail, !isData else {
      intake.skip(isData ? "a mail program's own data" : "no mail", at: .init(via))
      return
    }
    var post = read.post
    if post.text.isEmpty { post.text = post.title ?? "" }
    guard !post.text.isEmpty else {
      intake.skip("neither text nor subject", at: .init(via))
      return
    }
    post.fill(options)
    try intake.add(post)
  }

  private static func isMailbox(_ head: [UInt8]) -> Bool {
    guard head.starts(with: Array("From ".utf8)) else { return false }
    let lines = head.prefix(16_384).split(separator: 0x0A, maxSplits: 40)
    return lines.dropFirst().first.map { isHeader($0) || $0.starts(with: Array(">From ".utf8)) }
      ?? false
  }

  /// At least three of the header lines that mails have, before the first blank line.
  private static func isMail(_ head: [UInt8]) -> Bool {
    var found = 0
    let start = head.starts(with: TextLines.mark) ? TextLines.mark.count : 0
    for line in head[start...].split(
      separator: 0x0A, maxSplits: 200, omittingEmptySubsequences: false)
    {
      if line.isEmpty || line.elementsEqual([0x0D]) { break }
      let isFolded = line.first == 0x20 || line.first == 0x09
      guard isFolded || isHeader(line) else { return false }
      guard !isFolded, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      if names.contains(String(decoding: line[..<colon], as: UTF8.self).lowercased()) { found += 1 }
    }
    return found >= 3
  }

  private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return false
    }
    return line[..<colon].allSatisfy { 0x21...0x7E ~= $0 }
  }

  private static let names: Set<String> = [
    "from", "to", "subject", "date", "message-id", "received", "mime-version", "return-path",
    "content-type", "cc", "reply-to", "sender", "delivered-to", "in-reply-to", "references",
    "list-id", "content-transfer-encoding", "user-agent", "x-mailer", "dkim-signature",
  ]
}

/// Mails in one file, each below a line `From who when` (RFC 4155).
enum Mailbox {
  static func mails(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let mark = Array("From ".utf8)
    var mails: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = 0
    var isAfterBlank = true
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let words = bytes[line..<end]
      if isAfterBlank, words.starts(with: mark), hasYear(words) {
        if let start { mails.append(bytes[start..<line]) }
        start = end
      }
      isAfterBlank = words.allSatisfy { $0 == 0x0A || $0 == 0x0D }
      line = end
    }
    if let start { mails.append(bytes[start...]) }
    return mails
  }

  /// A sentence that begins with `From ` has no time of day in it.
  private static func hasYear(_ line: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: line.prefix(200), as: UTF8.self).split(
      whereSeparator: \.isWhitespace)
    return words.contains { $0.utf8.count == 4 && Int($0).map { 1970...2200 ~= $0 } == true }
      || words.count <= 2 || words.contains { $0.contains(":") }
  }

  /// A mail without the `>` that a mailbox puts before `From ` (mboxrd, mboxo).
  static func unquoted(_ mail: ArraySlice<UInt8>) -> [UInt8] {
    let mark = Array("From ".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(mail.count)
    var line = mail.startIndex
    while line < mail.endIndex {
      let end = mail[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? mail.endIndex
      let words = mail[line..<end]
      let isQuoted =
        words.first == UInt8(ascii: ">")
        && words.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: mark)
      result += isQuoted ? words.dropFirst() : words
      line = end
    }
    return result
  }
}
