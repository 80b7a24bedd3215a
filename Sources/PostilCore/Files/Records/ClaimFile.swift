/// A claim as the file that holds it.
public enum ClaimFile {
  /// The canonical order of its keys.
  public static let order = [
    "id", "kind", "title", "post", "from", "at", "rev", "type", "status", "due", "confidence",
    "tags", "same",
  ]

  /// Reads a claim; one written by hand may have only `kind`, `post` and the quoted words.
  ///
  /// - Throws: when the file is no claim, or a value is not what its key says.
  public static func read(_ document: Document, path: String) throws(Problem) -> Claim {
    let fields = try Fields(document, path: path)
    guard document.header != nil else {
      throw Problem(
        "there is no front matter", at: .init(path, line: 1),
        hint: "A claim begins with ---, `kind: claim`, `post: \"[[id]]\"` and ---")
    }
    var claim = Claim(id: Layout.id(of: path))
    for entry in document.entries { try read(entry, fields, into: &claim) }
    let body = ClaimBody(document.body)
    claim.quotes = body.quotes.map(\.words)
    claim.test = body.test
    claim.evidence = body.items(.evidence).compactMap { Evidence(line: $0.text) }
    claim.history = body.items(.history).compactMap { Turn(line: $0.text) }
    claim.notes = body.notes
    return claim
  }

  /// Spans as `at:` writes them, `38-64 90-113`; nil when they cannot be read.
  public static func spans(_ text: String) -> [Range<Int>]? {
    var spans: [Range<Int>] = []
    for part in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\t" }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, let start = Int(ends[0]), let end = Int(ends[1]), 0 <= start,
        start < end
      else { return nil }
      spans.append(start..<end)
    }
    return spans.isEmpty ? nil : spans
  }

  private static func read(_ entry: Document.Entry, _ fields: Fields, into claim: inout Claim)
    throws(Problem)
  {
    switch entry.key {
    case "kind": try fields.check(kind: .claim)
    case "title": claim.title = try fields.text(entry)
    case "post": claim.post = try fields.link(entry)
    case "from": claim.from = fields.list(entry).map(Link.target)
    case "at":
      claim.spans =
        try fields.value(
          entry, "a list of spans", hint: "Write code points as 38-64, several as 38-64 90-113",
          spans) ?? []
    case "rev": claim.rev = try fields.text(entry)
    case "type": claim.type = try fields.word(entry) ?? claim.type
    case "status": claim.status = try fields.word(entry) ?? claim.status
    case "due": claim.due = try fields.day(entry)
    case "confidence":
      claim.confidence = try fields.value(
        entry, "a percentage", hint: "Write a whole number from 0 to 100", percentage)
    case "tags": claim.tags = fields.tags(entry)
    case "same": claim.same = try fields.link(entry)
    default: break
    }
  }

  private static func percentage(_ text: String) -> Int? {
    guard let number = Int(text.last == "%" ? text.dropLast() : text[...]), 0...100 ~= number else {
      return nil
    }
    return number
  }
}

extension Fields {
  /// One of the words of an enumeration.
  func word<Word: CaseIterable & RawRepresentable<String>>(_ entry: Document.Entry)
    throws(Problem) -> Word?
  {
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    return try value(entry, "a known word", hint: "Write one of \(words)") { Word(rawValue: $0) }
  }
}
