import PostilCore

/// Posts as a table, with the names of the columns in the first row.
enum CSVPosts: Importer {
  static let name = "csv"
  static let summary = "A table with a header: CSV, TSV, or with semicolons."

  static func recognises(_ source: Source) -> Bool {
    let head = DecodedText(source.head).bytes
    guard let columns = columns(of: head)?.names else { return false }
    return columns.contains { RecordField.text.aliases.contains($0) }
      || columns.filter(known.contains).count >= 2
  }

  /// Names that make a first row a header.
  private static let known = Set(RecordField.allCases.flatMap(\.aliases))

  private static func columns(of bytes: [UInt8]) -> (names: [String], delimiter: UInt8)? {
    guard let delimiter = CSVReader.delimiter(of: bytes) else { return nil }
    var reader = CSVReader(bytes, delimiter: delimiter)
    guard let header = reader.next(), header.fields.allSatisfy({ $0.utf8.count <= 60 }) else {
      return nil
    }
    return (header.fields.map(RecordField.normalised), delimiter)
  }

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    let decoded = DecodedText(try source.whole())
    if let warning = decoded.warning { intake.warn(warning, at: source.place()) }
    guard let (columns, delimiter) = columns(of: decoded.bytes) else {
      throw Problem("no table: its first row names no columns", at: source.place(1))
    }
    guard columns.contains(where: RecordField.text.aliases.contains) else {
      throw Problem(
        "no column holds texts of posts: \(columns.filter { !$0.isEmpty }.joined(separator: ", "))",
        at: source.place(1), hint: "name one of them text")
    }
    // It writes line ends as two characters.
    let isWebExporter = columns.contains("viewscount") && columns.contains("favorited")
    var reader = CSVReader(decoded.bytes, delimiter: delimiter)
    _ = reader.next()
    var records = RecordIntake(source, options)
    while let record = reader.next() {
      guard record.fields.dropFirst(columns.count).allSatisfy(\.isEmpty) else {
        records.skip(
          "\(record.fields.count) fields, the header has \(columns.count)", line: record.line)
        continue
      }
      let fields =
        isWebExporter
        ? record.fields.map { $0.replacing("\\n", with: "\n") } : record.fields
      records.take(LooseRecord(columns: columns, fields: fields), line: record.line)
    }
    try records.finish(into: &intake)
  }
}
