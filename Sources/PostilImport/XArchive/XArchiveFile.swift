import PostilCore

/// One file of an archive: a script that assigns a list, `window.YTD.tweets.part0 = [ … ]`.
struct XArchiveFile {
  /// What the records of a file are.
  enum Kind {
    case tweets, notes, likes, deleted, circle, articles

    /// By the white list of names: `tweets.js`, `tweet.js`, `tweets-part1.js` and their like.
    init?(_ name: String) {
      guard name.hasSuffix(".js") else { return nil }
      var base = name.dropLast(3)
      if let part = base.firstRange(of: "-part"),
        !base[part.upperBound...].isEmpty, base[part.upperBound...].allSatisfy(\.isNumber)
      {
        base = base[..<part.lowerBound]
      }
      switch base {
      case "tweets", "tweet", "community-tweet": self = .tweets
      case "note-tweet": self = .notes
      case "like": self = .likes
      case "deleted-tweets": self = .deleted
      case "twitter-circle-tweet": self = .circle
      case "article": self = .articles
      default: return nil
      }
    }

    /// By the name that the script assigns to.
    init?(content bytes: [UInt8]) {
      switch XArchiveFile.assigned(bytes) {
      case "tweets", "tweet", "community_tweet": self = .tweets
      case "note_tweet": self = .notes
      case "like": self = .likes
      case "deleted_tweets": self = .deleted
      case "twitter_circle_tweet": self = .circle
      case "article": self = .articles
      default: return nil
      }
    }
  }

  let source: Source
  let kind: Kind

  init(_ source: Source, _ kind: Kind) {
    self.source = source
    self.kind = kind
  }

  /// The file's own name.
  var name: String {
    String(source.name.split(separator: "/").last ?? Substring(source.name))
  }

  /// Its records, those of the list behind the first `=`.
  func records() throws(Problem) -> JSONRecords {
    try JSONRecords(source, after: UInt8(ascii: "="))
  }

  func place(_ line: Int? = nil) -> Problem.Place { source.place(line) }

  /// The middle of `window.YTD.<this>.part0`; nil for other content.
  static func assigned(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    let scalars = head.unicodeScalars.drop { TextLines.isSpace($0) || $0 == "\u{FEFF}" }
    let start = "window.YTD."
    guard Substring(scalars).hasPrefix(start) else { return nil }
    return String(Substring(scalars).dropFirst(start.count).prefix { $0 != "." && $0 != " " })
  }

  static func isArchive(_ bytes: [UInt8]) -> Bool { Kind(content: bytes) != nil }
}

/// Where a record stands, for `via` and for problems.
struct XArchivePlace {
  var file: String
  var label: String
  var line: Int

  init(file: XArchiveFile, line: Int) {
    self.file = file.source.name
    label = file.source.label
    self.line = line
  }

  var via: String { "\(label):\(line)" }
  var place: Problem.Place { Problem.Place(file, line: line) }
}
