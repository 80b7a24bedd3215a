import PostilCore

/// Posts as a table, with the names of the columns in the first row.
enum CSVPosts: Importer {
  static let name = "csv"
  static let summary = "A table with a header: CSV, TSV, or with semicolons."
  static let example = "postil import posts.csv --columns text=Body,date=When"

  static func recognises(_ source: Source) -> Bool {
    guard let table = TableHead(DecodedText(source.head).bytes) else { return false }
    let columns = table.columns.map(RecordField.normalised)
    return table.namesText || columns.filter(known.contains).count >= 2
      || SureColumns(source) != nil
  }

  /// Whether it is a table of which nothing says which column is the text.
  static func lacksText(_ source: Source) -> Bool {
    guard let table = TableHead(DecodedText(source.head).bytes) else { return false }
    return !table.namesText && !table.isOfOthers && SureColumns(source) == nil
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
    try name(&table, of: source, as: format, options, &intake)
    let columns = table.columns.map(RecordField.normalised)
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

  /// Gives columns the names by which they are read: as a person said, or as it can surely be told.
  private static func name(
    _ table: inout TableHead, of source: Source, as format: (any RecordFormat.Type)?,
    _ options: ImportOptions, _ intake: inout Intake
  ) throws(Problem) {
    if let mapping = options.columns { try table.rename(mapping) }
    guard format == nil, !table.namesText, !table.isOfOthers else { return }
    if options.columns == nil, let sure = SureColumns(source) {
      try table.rename(sure.mapping)
      intake.remark(sure.words)
      return
    }
    let guess = TableSample(source).map(ColumnMapping.guessed) ?? ColumnMapping()
    throw UnknownTable.problem(table.columns, guess, source)
  }
}
