import PostilCore

/// The header of a table and its first rows, by which it is told what the columns mean.
struct TableSample {
  /// As the first row names them.
  let columns: [String]
  /// The first values of each column that are not empty.
  let values: [[String]]
  /// Whether all of the rows have as many fields as the header.
  let isEven: Bool
  let rows: Int
  let isTabbed: Bool

  private static let most = 20

  /// Nil when the first row names no columns.
  init?(_ source: Source) {
    let bytes = DecodedText(source.head).bytes
    guard !source.isFolder, let head = TableHead(bytes) else { return nil }
    var reader = CSVReader(bytes, delimiter: head.delimiter)
    _ = reader.next()
    var rows: [[String]] = []
    while rows.count < Self.most, let row = reader.next() { rows.append(row.fields) }
    // The head of a long file may end within a row.
    if rows.count < Self.most, source.head.count >= Source.headSize { _ = rows.popLast() }
    columns = head.columns
    isTabbed = head.delimiter == UInt8(ascii: "\t")
    isEven = rows.allSatisfy { $0.count == head.columns.count }
    self.rows = rows.count
    values = head.columns.indices.map { index in
      rows.compactMap { row in
        row.indices.contains(index) && !LooseRecord.isNothing(row[index]) ? row[index] : nil
      }
    }
  }

  /// How many of a column's values can be what it is called, of how many.
  func fits(_ index: Int, _ meaning: ColumnMapping.Meaning) -> (count: Int, of: Int) {
    (values[index].count { Self.fits($0, meaning) }, values[index].count)
  }

  /// Whether all values of a column can be of a meaning; false when there are none.
  func isAll(_ index: Int, _ meaning: ColumnMapping.Meaning) -> Bool {
    !values[index].isEmpty && values[index].allSatisfy { Self.fits($0, meaning) }
  }

  private static func fits(_ value: String, _ meaning: ColumnMapping.Meaning) -> Bool {
    switch meaning {
    case .date: value.utf8.count > 5 && DateReader.read(value).moment != nil
    case .url: WebAddress.isWeb(value)
    case .id: value.utf8.count >= 5 && Snowflake.isID(value)
    case .likes, .reposts, .replies, .views: LooseRecord.count(value) != nil
    case .lang: value.utf8.count <= 12
    case .author, .name:
      value.unicodeScalars.count <= 60 && !value.utf8.contains(0x0A) && isWords(value)
    case .text, .title: isWords(value)
    }
  }

  private static func isWords(_ value: String) -> Bool {
    value.unicodeScalars.contains(where: \.properties.isAlphabetic) && !WebAddress.isWeb(value)
      && DateReader.read(value).moment == nil
  }
}
