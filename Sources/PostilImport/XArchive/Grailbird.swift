import PostilCore

/// A month of the archive that X gave its users until 2019.
enum Grailbird: Importer {
  static let name = "grailbird"
  static let summary = "An X archive from before 2019, with a file for each month."
  static let example = "postil import tweets.zip"

  static func recognises(_ source: Source) -> Bool { isMonth(source.head) }

  /// Whether a script assigns the posts of a month: `Grailbird.data.tweets_2013_01 = […]`.
  static func isMonth(_ head: [UInt8]) -> Bool {
    let words = head.prefix(200).string.unicodeScalars.drop {
      TextLines.isSpace($0) || $0 == "\u{FEFF}"
    }
    return Substring(words).hasPrefix("Grailbird.data.tweets")
  }

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    var records = try JSONRecords(source, after: UInt8(ascii: "="))
    guard records.layout == .array else {
      throw Problem("no list of posts", at: source.place())
    }
    while let element = try records.next() {
      switch element.value {
      case .failure(let damage): intake.skip(damage.reason, at: source.place(element.line))
      case .success(let record):
        var yield = RecordYield(file: source.label, line: element.line)
        if let post = XStatus(record).post(into: &yield) { yield.add(post) }
        if yield.posts.isEmpty {
          intake.skip("a post without id or text", at: source.place(element.line))
        }
        for var post in yield.posts {
          post.fill(options)
          try intake.add(post)
        }
        for post in yield.embedded { try intake.embed(post) }
      }
    }
    if let warning = records.warning { intake.warn(warning, at: source.place()) }
  }
}
