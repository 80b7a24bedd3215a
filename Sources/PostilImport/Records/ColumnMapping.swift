public import PostilCore

/// Which columns of a table mean what, as a person said: `text=Body,date=When`.
public struct ColumnMapping: Hashable, Sendable {
  /// What a column can mean.
  public enum Meaning: String, CaseIterable, Sendable {
    case text, date, author, name, url, id, title, likes, reposts, replies, views, lang

    /// The name by which records of all formats call it.
    fileprivate var column: String {
      switch self {
      case .author: "handle"
      case .name: "displayname"
      default: rawValue
      }
    }

    fileprivate var field: RecordField {
      switch self {
      case .text: .text
      case .date: .date
      case .author: .handle
      case .name: .name
      case .url: .url
      case .id: .id
      case .title: .title
      case .likes: .likes
      case .reposts: .reposts
      case .replies: .replies
      case .views: .views
      case .lang: .lang
      }
    }
  }

  /// Names of columns as the table has them.
  public var columns: [Meaning: String] = [:]

  /// A mapping of nothing.
  public init() {}

  /// Reads pairs `meaning=column` with commas between them.
  ///
  /// - Throws: when a meaning is not known or a pair is none.
  public init(parsing text: String) throws(Problem) {
    let hint = Meaning.allCases.map(\.rawValue).joined(separator: ", ")
    for pair in text.split(separator: ",") {
      guard let equals = pair.firstIndex(of: "=") else {
        throw Problem("--columns: “\(pair)” is no pair", hint: "text=Body,date=When")
      }
      let name = TrimmedText.both(of: pair[..<equals]).lowercased()
      guard let meaning = Meaning(rawValue: name == "handle" ? "author" : name) else {
        throw Problem("--columns: a column cannot mean “\(name)”", hint: hint)
      }
      columns[meaning] = TrimmedText.both(of: pair[pair.index(after: equals)...])
    }
    guard !columns.isEmpty else { throw Problem("--columns: nothing said", hint: hint) }
  }

  /// The names of a table's columns as they are to be read.
  ///
  /// - Throws: when a column is not there.
  func renamed(_ names: [String]) throws(Problem) -> [String] {
    var renamed = names
    for (meaning, column) in columns {
      let place =
        names.firstIndex(of: column)
        ?? names.firstIndex { RecordField.normalised($0) == RecordField.normalised(column) }
      guard let place else {
        throw Problem(
          "there is no column \(column)", hint: names.filter { !$0.isEmpty }.joined(separator: ", ")
        )
      }
      // A column that would be taken for the same thing is not.
      for index in names.indices where index != place {
        let isTaken = columns.values.contains(names[index])
        if !isTaken, meaning.field.aliases.contains(RecordField.normalised(names[index])) {
          renamed[index] = "not " + names[index]
        }
      }
      renamed[place] = meaning.column
    }
    return renamed
  }

  /// What a column means by its name alone; nil when nothing tells.
  static func meaning(of name: String) -> Meaning? {
    let plain = RecordField.normalised(name)
    return Meaning.allCases.first { $0.field.aliases.contains(plain) }
      ?? ColumnWords.meaning(of: name)
  }

  /// What a table's columns mean by their names and values, as far as that can be told.
  static func guessed(_ sample: TableSample) -> ColumnMapping {
    var mapping = ColumnMapping()
    var free = Set(sample.columns.indices)
    for place in sample.columns.indices {
      guard let meaning = meaning(of: sample.columns[place]), mapping.columns[meaning] == nil
      else { continue }
      mapping.columns[meaning] = sample.columns[place]
      free.remove(place)
    }
    for meaning in [Meaning.url, .date] where mapping.columns[meaning] == nil {
      guard let place = free.sorted().first(where: { sample.isAll($0, meaning) }) else { continue }
      mapping.columns[meaning] = sample.columns[place]
      free.remove(place)
    }
    func length(_ index: Int) -> Int { sample.values[index].reduce(0) { $0 + $1.utf8.count } }
    let words = free.filter { index in
      let (count, all) = sample.fits(index, .text)
      return count > 0 && count * 2 >= all
    }
    if mapping.columns[.text] == nil, let longest = words.max(by: { length($0) < length($1) }) {
      mapping.columns[.text] = sample.columns[longest]
    }
    return mapping
  }
}

extension ColumnMapping: CustomStringConvertible {
  /// As a shell takes it behind `--columns`: `text=Body,date=When`.
  public var description: String {
    let pairs = Meaning.allCases.compactMap { meaning in
      // A comma parts the pairs, so that such a column cannot be named.
      columns[meaning].flatMap { $0.contains(",") ? nil : "\(meaning.rawValue)=\($0)" }
    }
    let words = pairs.joined(separator: ",")
    let isPlain = words.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0"..."9" ~= $0 || "=,_-.".unicodeScalars.contains($0)
    }
    return isPlain ? words : "'" + words.replacing("'", with: "'\\''") + "'"
  }
}
