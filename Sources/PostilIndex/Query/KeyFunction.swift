import GRDB
import PostilCore

/// The front matter of posts, packed into one text each, and a function of SQL that looks into it.
enum KeyFunction {
  private static let name = "postil_key"
  /// Begins a key, and ends its name; neither stands in a file's front matter.
  private static let marks: (key: Unicode.Scalar, value: Unicode.Scalar) = ("\u{1E}", "\u{1F}")

  /// Stands for the address that the name and the author of a post tell (`Name.told`).
  private static let told: Unicode.Scalar = "\u{1D}"

  /// All keys but those that the index has elsewhere.
  static func packed(_ document: Document, of name: String, by author: String?) -> String {
    let told = Name.told(name, by: author)
    var text = ""
    for entry in document.entries where !known.contains(entry.key) {
      let values: [String] =
        switch entry.value {
        case .none: []
        case .scalar(let value): [value]
        case .list(let items): items
        }
      for value in values {
        text.unicodeScalars.append(marks.key)
        text += entry.key.lowercased()
        text.unicodeScalars.append(marks.value)
        if entry.key == "url", value == told {
          text.unicodeScalars.append(Self.told)
          continue
        }
        let target = Link.target(value)
        text += target.unicodeScalars.contains(where: isMark) ? plain(target) : target
      }
    }
    return text
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == marks.key || scalar == told
  }

  private static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isMark($0) }))
  }

  private static let known: Set<String> = [
    "id", "kind", "author", "name", "platform", "posted", "captured", "sha256",
  ]

  /// A table `(id)` of the posts with a key that has a value.
  static func records(with key: String, _ value: Query.KeyValue, _ today: Day) -> SQL {
    let begin = "\(marks.key)\(key)\(marks.value)"
    let test: SQL
    switch value {
    case .text(let text):
      let isPrefix = text.hasSuffix("*")
      let folded = Fold.folded(Link.target(isPrefix ? String(text.dropLast()) : text))
      test = "'', \(folded), \(isPrefix)"
    case .days(let days):
      let (first, last) = days.bounds(today: today)
      test = "\(days.description), \(first), \(last)"
    case .numbers(let numbers):
      test = "NULL, \(numbers.low), \(numbers.high)"
    }
    guard key == "url" else {
      return """
        SELECT id FROM front WHERE instr(keys, \(begin)) AND \(sql: name)(keys, \(begin), \(test))
        """
    }
    let keys: SQL = "replace(keys, \(String(told)), \(sql: Name.toldInSQL))"
    return """
      SELECT front.id FROM front JOIN post ON post.record = front.id
        JOIN record ON record.id = front.id
      WHERE instr(keys, \(begin)) AND \(sql: name)(\(keys), \(begin), \(test))
      """
  }

  static func install(in db: Database) {
    db.add(
      function: DatabaseFunction(name, argumentCount: 5, pure: true) { arguments in
        guard let keys = String.fromDatabaseValue(arguments[0]),
          let begin = String.fromDatabaseValue(arguments[1])
        else { return false }
        let test = Test(arguments[2], arguments[3], arguments[4])
        return keys.unicodeScalars.split(separator: marks.key).contains { pair in
          let pair = String(marks.key) + String(pair)
          return pair.utf8.starts(with: begin.utf8)
            && test.accepts(String(pair.unicodeScalars.dropFirst(begin.unicodeScalars.count)))
        }
      })
  }

  /// What is asked of one value.
  private enum Test {
    case text(String, isPrefix: Bool)
    case days(String, ClosedRange<Int>?)
    case numbers(Double, Double)

    init(_ kind: DatabaseValue, _ first: DatabaseValue, _ second: DatabaseValue) {
      switch String.fromDatabaseValue(kind) {
      case "":
        self = .text(
          String.fromDatabaseValue(first) ?? "", isPrefix: Bool.fromDatabaseValue(second) ?? false)
      case let written?:
        let (low, high) = (Int.fromDatabaseValue(first) ?? 0, Int.fromDatabaseValue(second) ?? 0)
        self = .days(written, low <= high ? low...high : nil)
      case nil:
        self = .numbers(
          Double.fromDatabaseValue(first) ?? -.infinity,
          Double.fromDatabaseValue(second) ?? .infinity)
      }
    }

    func accepts(_ value: String) -> Bool {
      switch self {
      case .text(let text, let isPrefix):
        let value = Fold.folded(value)
        return isPrefix ? value.utf8.starts(with: text.utf8) : value.utf8.elementsEqual(text.utf8)
      case .days(let written, let days):
        if value == written { return true }
        guard let day = Moment(value)?.day.number else { return false }
        return days?.contains(day) ?? false
      case .numbers(let low, let high):
        guard let numbers = Query.Numbers(value) else { return false }
        return numbers.high >= low && numbers.low <= high
      }
    }
  }
}
