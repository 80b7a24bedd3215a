import PostilCore

/// The header of a table, and its rows as records.
struct TableHead {
  /// As they are written.
  private(set) var columns: [String]
  let delimiter: UInt8
  /// Which columns hold words, whatever they look like.
  private var isText: [Bool]
  private let bytes: [UInt8]

  /// Nil when the first row names no columns.
  init?(_ bytes: [UInt8]) {
    guard let delimiter = CSVReader.delimiter(of: bytes) else { return nil }
    var reader = CSVReader(bytes, delimiter: delimiter)
    guard let header = reader.next(), header.fields.allSatisfy({ $0.utf8.count <= 60 }) else {
      return nil
    }
    columns = header.fields.map { String($0.unicodeScalars.filter { $0 != "\u{FEFF}" }) }
      .map { TableHead.trimmed($0) }
    isText = columns.map { Self.texts.contains(RecordField.normalised($0)) }
    self.delimiter = delimiter
    self.bytes = bytes
  }

  /// Whether a column is called as texts of posts are.
  var namesText: Bool {
    columns.contains { RecordField.text.aliases.contains(RecordField.normalised($0)) }
  }

  /// Whether its rows are known not to be posts: users, votes.
  var isOfOthers: Bool { rows(1).contains { RecordRefusal.kind(of: $0) != nil } }

  /// Takes over what a person said about the columns.
  ///
  /// - Throws: when a column is not there.
  mutating func rename(_ mapping: ColumnMapping) throws(Problem) {
    columns = try mapping.renamed(columns)
    isText = columns.map { Self.texts.contains(RecordField.normalised($0)) }
  }

  private static func trimmed(_ name: String) -> String {
    let scalars = name.unicodeScalars.drop(while: TextLines.isSpace)
    let end = scalars.lastIndex { !TextLines.isSpace($0) }.map(scalars.index(after:))
    return String(scalars[..<(end ?? scalars.startIndex)])
  }

  /// The first rows; one without values when the table has none.
  func rows(_ most: Int) -> [JSONValue] {
    var reader = CSVReader(bytes, delimiter: delimiter)
    _ = reader.next()
    var rows: [JSONValue] = []
    while rows.count < most, let row = reader.next() { rows.append(record(row.fields)) }
    return rows.isEmpty ? [record(columns.map { _ in "" })] : rows
  }

  /// A row with the names of its columns; lists and objects in its cells are read.
  func record(_ fields: [String]) -> JSONValue {
    var members: [JSONValue.Member] = []
    members.reserveCapacity(columns.count)
    for (index, field) in fields.prefix(columns.count).enumerated() {
      let value =
        isText[index] ? .string(Self.lines(of: field)) : NestedText.value(.string(field)) ?? .null
      members.append(JSONValue.Member(name: columns[index], value: value))
    }
    return .object(members)
  }

  private static let texts = Set(RecordField.text.aliases + RecordField.title.aliases + ["note"])

  /// Some programs write a line end as ` ⏎ `.
  private static func lines(of text: String) -> String {
    guard text.contains(" ⏎ "), !text.utf8.contains(0x0A) else { return text }
    return text.replacing(" ⏎ ", with: "\n")
  }
}
