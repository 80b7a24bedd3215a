/// One format that annotated notes can be written in: one file, one line in `Exporters.swift`.
public protocol Exporter: Sendable {
  /// What `--format` takes.
  static var name: String { get }
  /// One sentence for help and the manual.
  static var summary: String { get }
  /// The file extension without a dot.
  static var fileExtension: String { get }
  /// The whole export of what a query found.
  static func export(_ dossiers: [Dossier], about: ExportInfo) -> String
}

/// What an export says about itself.
public struct ExportInfo: Sendable {
  /// The first heading, usually the notebook's title.
  public var title: String
  /// The query as typed; nil for everything.
  public var query: String?
  /// The UTC day of the export, on which "overdue" rests.
  public var today: Day

  /// What an export says about itself.
  public init(title: String, query: String?, today: Day) {
    self.title = title
    self.query = query
    self.today = today
  }
}
