import Foundation
import PostilCore
import PostilImport
import PostilIndex

extension Workbench {
  /// Imports, in portions that are one step of undo together, and keeps the report.
  ///
  /// `progress` is told how many bytes were read (done, of) at every post, and stops the import by
  /// answering false; `indexing` how many files are in the index (done, of); `written` is told of each
  /// portion when its files are on the disk.
  ///
  /// - Throws: when there is no such format, or the index cannot be written.
  func importing(
    _ sources: [Source], from format: String? = nil, options: ImportOptions,
    progress: (Int, Int) -> Bool = { _, _ in true }, indexing: (Int, Int) -> Void = { _, _ in },
    written: (Change) -> Void = { _ in }
  ) throws(Problem) -> ImportReport {
    var files = WrittenFiles()
    let report = try PostilImport.importing(
      sources, from: format, options: options, into: notebook, progress: progress,
      writing: { [undoLog, notebook] (change, group) throws(Problem) in
        try undoLog.perform(change, in: notebook, partOf: group)
      },
      written: { change in
        written(change)
        files.take(change)
      })
    keep(report)
    // Of many files the index finds out by itself, and takes them in the order that suits it.
    if let paths = files.paths {
      try index.update(paths: paths)
    } else {
      try index.glance(written: files) { done, total in indexing(done, total) }
    }
    return report
  }

  /// Where the reports of imports are kept, one line of JSON each.
  private var reportLog: String { stateFolder + "/imports.jsonl" }

  /// Keeps a report; that it cannot be kept is no reason to fail.
  func keep(_ report: ImportReport) {
    let members: [JSONText.Member] = [
      .init("at", .string(now.description)),
      .init("files", .array(report.files.map { .object($0.json) })),
    ]
    let line = Data((JSONText.object(members).compact + "\n").utf8)
    if let file = FileHandle(forWritingAtPath: reportLog) {
      _ = try? file.seekToEnd()
      try? file.write(contentsOf: line)
      try? file.close()
    } else {
      try? line.write(to: URL(fileURLWithPath: reportLog))
    }
  }
}
