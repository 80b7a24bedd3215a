import PostilCore

/// Posts as a table, with the names of the columns in the first row.
enum CSVPosts: Importer {
  static let name = "csv"
  static let summary = "A table with a header: CSV, TSV, or with semicolons."
  static let example = "postil import posts.csv --columns text=Body,date=When"

  static func recognises(_ source: Source) -> Bool {
    guard let table = TableHead(DecodedText(source.head).bytes) else { return false }
    let columns = table.columns.map(RecordField.normalised)
    return columns.contains { RecordField.text.aliases.contains($0) }
      || columns.filter(known.contains).count >= 2
  }

  /// Names that make a first row a header.
  private static let known = Set(RecordField.allCases.flatMap(\.aliases))

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    try read(source, as: nil, options: options, into: &intake)
  }

  /// Reads rows by the format that the source is of.
  static func read(
    _ source: Source, as format: (any RecordFormat.Type)?, options: ImportOptions,
    into intake: inout Intake
  ) throws(Problem) {
    let decoded = DecodedText(try source.whole())
    if let warning = decoded.warning { intake.warn(warning, at: source.place()) }
    guard var table = TableHead(decoded.bytes) else {
      throw Problem("no table: its first row names no columns", at: source.place(1))
    }
    if let mapping = options.columns { try table.rename(mapping) }
    let columns = table.columns.map(RecordField.normalised)
    guard format != nil || columns.contains(where: RecordField.text.aliases.contains) else {
      throw Problem(
        "no column holds texts of posts: \(table.columns.filter { !$0.isEmpty }.joined(separator: ", "))",
        at: source.place(1), hint: "--columns text=NAME says which")
    }
    var reader = CSVReader(decoded.bytes, delimiter: table.delimiter)
    _ = reader.next()
    var records = RecordIntake(source, options, as: format)
    while let row = reader.next() {
      guard row.fields.dropFirst(columns.count).allSatisfy(\.isEmpty) else {
        records.skip(
          "\(row.fields.count) fields, the header has \(columns.count)", line: row.line)
        continue
      }
      records.take(table.record(row.fields), line: row.line, isTable: true)
      try records.pass(into: &intake)
    }
    try records.finish(into: &intake)
  }
}
