import PostilCore

/// A table of which it is not known what its columns mean, with what can be guessed.
public struct UnknownTable: Sendable {
  /// As the first row names them.
  public let columns: [String]
  /// The first values of each column.
  public let values: [[String]]
  /// What the names and values suggest.
  public let guess: ColumnMapping

  /// Nil for what is no table, and for tables that an importer knows.
  ///
  /// Prose has commas too: a table has three columns or more, and as many in all of its first rows.
  public init?(_ source: Source) {
    guard !source.isFolder, Importers.isPastedText(source) else { return nil }
    let bytes = DecodedText(source.head).bytes
    guard let head = TableHead(bytes), head.columns.count >= 3,
      Set(head.columns).count == head.columns.count,
      head.columns.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 40 })
    else { return nil }
    var reader = CSVReader(bytes, delimiter: head.delimiter)
    _ = reader.next()
    var rows: [[String]] = []
    while rows.count < 5, let row = reader.next() { rows.append(row.fields) }
    // The head of a long file may end within a row.
    let isCut = rows.count < 5 && source.head.count >= Source.headSize
    guard rows.count >= 2,
      rows.dropLast(isCut ? 1 : 0).allSatisfy({ $0.count == head.columns.count })
    else { return nil }
    columns = head.columns
    values = head.columns.indices.map { index in
      rows.map { $0.indices.contains(index) ? $0[index] : "" }
    }
    guess = ColumnMapping.guessed(head.columns, rows)
  }
}
