public import PostilCore

/// One format that posts can be read from: one file, one line in `Importers.swift`, one fixture.
public protocol Importer: Sendable {
  /// What `--from` takes, `x-archive`.
  static var name: String { get }
  /// One sentence for `--list` and the manual.
  static var summary: String { get }
  /// A command that somebody types for such a file, called as its program or site calls it.
  static var example: String { get }
  /// Whether the source is of this format, judged by its content and never by its name.
  static func recognises(_ source: Source) -> Bool
  /// Reads all posts; a bad record costs only itself and is reported to `intake`.
  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
}
