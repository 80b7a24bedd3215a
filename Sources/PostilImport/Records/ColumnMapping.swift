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

  /// What a table's columns mean by their names and values, as far as that can be told.
  static func guessed(_ names: [String], _ rows: [[String]]) -> ColumnMapping {
    var mapping = ColumnMapping()
    var free = Set(names.indices)
    for meaning in Meaning.allCases {
      let named = names.indices.first {
        free.contains($0) && meaning.field.aliases.contains(RecordField.normalised(names[$0]))
      }
      guard let place = named else { continue }
      mapping.columns[meaning] = names[place]
      free.remove(place)
    }
    func values(_ index: Int) -> [String] {
      rows.compactMap { $0.indices.contains(index) && !$0[index].isEmpty ? $0[index] : nil }
    }
    func take(_ meaning: Meaning, if fits: (Int) -> Bool) {
      guard mapping.columns[meaning] == nil, let place = free.sorted().first(where: fits) else {
        return
      }
      mapping.columns[meaning] = names[place]
      free.remove(place)
    }
    take(.url) { index in !values(index).isEmpty && values(index).allSatisfy(WebAddress.isWeb) }
    take(.date) { index in
      !values(index).isEmpty
        && values(index).allSatisfy { DateReader.read($0).moment != nil && $0.utf8.count > 5 }
    }
    let longest = free.max { values($0).joined().utf8.count < values($1).joined().utf8.count }
    take(.text) { $0 == longest }
    return mapping
  }
}
