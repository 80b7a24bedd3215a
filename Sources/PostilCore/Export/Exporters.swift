/// Every format that annotated notes can be written in.
public enum Exporters {
  /// Sorted by name; completion, help and the tests read this list.
  public static let all: [any Exporter.Type] = [
    CSVExporter.self,
    JSONExporter.self,
    MarkdownExporter.self,
  ]

  /// The exporter that `--format` names.
  ///
  /// - Throws: a problem that lists the formats, when there is none of that name.
  public static func named(_ name: String) throws(Problem) -> any Exporter.Type {
    if let exporter = all.first(where: { $0.name == name }) { return exporter }
    throw Problem(
      "no export format is called “\(Visible.line(name))”",
      hint: "the formats are " + all.map { $0.name }.joined(separator: ", "))
  }

  /// The exporter whose file extension a file name ends in; nil when there is none.
  public static func fitting(file: String) -> (any Exporter.Type)? {
    all.first { file.lowercased().hasSuffix("." + $0.fileExtension) }
  }
}
