import PostilCore

/// A post out of a mail.
struct MailPost {
  private let mail: MailPart
  private(set) var post = Post(id: "", text: "")

  /// - Throws: when the mail is HTML and libxml2 is not installed.
  init(_ bytes: ArraySlice<UInt8>, via: String) throws(Problem) {
    mail = MailPart(bytes)
    post.platform = "email"
    post.via = [via]
    try readText()
    describe()
    identify()
  }

  /// Whether there are the lines that make bytes a mail.
  var isMail: Bool {
    ["from", "date", "subject", "message-id", "received", "to"].contains {
      mail.headers[$0] != nil
    }
  }

  private mutating func readText() throws(Problem) {
    var found = Texts()
    found.gather(mail, depth: 0)
    let plain = TrimmedText.end(of: Self.withoutBlankStart(found.plain.joined(separator: "\n\n")))
    guard !found.html.isEmpty else {
      post.text = plain
      post.links = Self.links(in: plain)
      return
    }
    let page = try HTMLText(found.html.joined(separator: "\n"))
    // Some senders' plain text only says where the real one is.
    let isStub = plain.utf8.count < 400 && page.text.utf8.count > plain.utf8.count * 3
    let takesPage = plain.isEmpty || isStub || Self.isMarkup(plain)
    post.text = takesPage ? page.text : plain
    post.links = takesPage || Self.links(in: plain).isEmpty ? page.links : Self.links(in: plain)
    post.media = takesPage ? page.media : []
  }

  private static func isMarkup(_ text: String) -> Bool {
    let head = text.prefix(200).lowercased()
    return head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
  }

  private static func withoutBlankStart(_ text: String) -> Substring {
    var rest = text[...]
    while let end = rest.firstIndex(where: \.isNewline),
      rest[..<end].unicodeScalars.allSatisfy(TextLines.isSpace)
    {
      rest = rest[rest.index(after: end)...]
    }
    return rest
  }

  private static func links(in text: String) -> [String] {
    var links = OrderedValues()
    for word in text.split(whereSeparator: { $0.isWhitespace || "<>\"()[]".contains($0) })
    where word.hasPrefix("http://") || word.hasPrefix("https://") {
      var end = word
      while let last = end.last, ".,;:!?'*_".contains(last) { end = end.dropLast() }
      links.add(String(end))
      if links.values.count == 500 { break }
    }
    return links.values
  }

  private mutating func describe() {
    if let from = mail.headers.words("from") ?? mail.headers.words("sender") {
      let address = MailAddress(from)
      post.author = address.address ?? address.name
      post.name = address.address == nil ? nil : address.name
    }
    post.title = mail.headers.words("subject").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    if let date = mail.headers["date"] { post.date(DateReader.read(date)) }
    if let list = mail.headers.words("list-id") {
      let name = MailAddress(list)
      post.labels = [name.name ?? name.address ?? list]
    }
  }

  private mutating func identify() {
    func ids(_ name: String) -> [String] {
      (mail.headers[name] ?? "").split(separator: "<").compactMap { part in
        part.contains(">") ? String(part.prefix { $0 != ">" }) : nil
      }
    }
    let references = ids("references")
    let parent = ids("in-reply-to").first ?? references.last
    post.replyTo = parent.map(Self.id)
    post.thread = references.first.map(Self.id) ?? post.replyTo
    let own = ids("message-id").first ?? mail.headers["message-id"]
    guard let own, !own.isEmpty else { return }
    post.key = own
    post.id = Self.id(own)
  }

  /// The id of a mail with a Message-ID.
  private static func id(_ messageID: String) -> String { "ml-" + Post.hash([messageID]) }
}

/// Texts of a mail in the order in which they are read.
private struct Texts {
  var plain: [String] = []
  var html: [String] = []

  mutating func gather(_ part: MailPart, depth: Int) {
    let kind = part.kind
    if part.isAttachment, depth > 0 { return }
    let parts = part.parts
    if kind == "multipart/alternative" || kind == "multipart/related" || !parts.isEmpty {
      for inner in parts { gather(inner, depth: depth + 1) }
      return
    }
    if kind == "text/html" || kind == "application/xhtml+xml" {
      html.append(part.text)
    } else if kind == "text/plain" || kind == "text" || !kind.contains("/") {
      let text = part.text
      plain.append(
        part.isFlowed ? FlowedText.joined(text, deletesSpace: part.deletesSpace) : text)
    }
  }
}

/// `A Name <who@example.com>`, `who@example.com (A Name)`, or one of the two.
private struct MailAddress {
  var name: String?
  var address: String?

  init(_ words: String) {
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let open = line.lastIndex(of: "<") {
      address = String(line[line.index(after: open)...].prefix { $0 != ">" })
      name = Self.unquoted(line[..<open])
    } else if let open = line.firstIndex(of: "("), line[..<open].contains("@") {
      address = TrimmedText.both(of: line[..<open])
      name = Self.unquoted(line[line.index(after: open)...].prefix { $0 != ")" })
    } else if line.contains("@") {
      address = String(line.prefix { $0 != "," })
    } else {
      name = Self.unquoted(line[...])
    }
  }

  private static func unquoted(_ words: Substring) -> String? {
    var name = TrimmedText.both(of: words)
    if name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 {
      name = String(name.dropFirst().dropLast()).replacing("\\\"", with: "\"")
    }
    return name.isEmpty ? nil : name
  }
}
