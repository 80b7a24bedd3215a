import PostilCore

/// A table of which it is not known what its columns mean, with what can be guessed.
public struct UnknownTable: Sendable {
  /// As the first row names them.
  public let columns: [String]
  /// The first values of each column.
  public let values: [[String]]
  /// What the names and values suggest.
  public let guess: ColumnMapping
  private let isCertain: Bool

  /// Nil for what is no table, and for tables that an importer knows.
  ///
  /// Prose has commas too: a table has three columns or more, and as many in all of its first rows.
  public init?(_ source: Source) {
    let importer = try? Importers.detect(source)
    guard importer is PastedText.Type || importer is CSVPosts.Type && CSVPosts.lacksText(source),
      let sample = TableSample(source)
    else { return nil }
    let isNamed = [".csv", ".tsv", ".tab"].contains { source.name.lowercased().hasSuffix($0) }
    guard sample.columns.count >= (isNamed || sample.isTabbed ? 2 : 3), sample.isEven,
      sample.rows >= (isNamed ? 1 : 2), Set(sample.columns).count == sample.columns.count,
      sample.columns.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 60 })
    else { return nil }
    columns = sample.columns
    values = sample.values.map { Array($0.prefix(5)) }
    guess = ColumnMapping.guessed(sample)
    isCertain =
      isNamed
      || columns.indices.contains { index in
        [.date, .url, .likes].contains { sample.isAll(index, $0) }
      }
  }

  /// Why a table is not taken for pasted text when nobody can be asked; nil for what may be prose.
  static func refusal(of source: Source) -> Problem? {
    guard let table = UnknownTable(source), table.isCertain else { return nil }
    return problem(table.columns, table.guess, source)
  }

  /// Names the columns, and what can be tried.
  static func problem(_ columns: [String], _ guess: ColumnMapping, _ source: Source) -> Problem {
    let names = columns.filter { !$0.isEmpty }.prefix(12).joined(separator: ", ")
    let isGuessed = guess.columns[.text] != nil
    let what = isGuessed ? "is surely the text" : "holds texts"
    return Problem(
      "a table, and no column \(what): \(names)\(columns.count > 12 ? ", …" : "")",
      at: source.place(1),
      hint: isGuessed
        ? "if this is right, say --columns \(guess)" : "--columns text=NAME says which")
  }
}
