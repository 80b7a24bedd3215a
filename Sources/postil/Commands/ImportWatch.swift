import Foundation
import PostilCore
import PostilImport

/// Imports what arrives in a folder, until the person stops it.
struct ImportWatch {
  /// What tells that a file has changed.
  private struct Stamp: Equatable {
    var size: Int
    var modified: Double
  }

  private let folder: String
  private let format: String?
  private let options: ImportOptions
  private let workbench: Workbench

  init(_ folder: String, _ format: String?, _ options: ImportOptions, _ workbench: Workbench)
    throws(Problem)
  {
    guard try Source(path: folder).isFolder else {
      throw Problem("this is no folder", at: .init(folder))
    }
    (self.folder, self.format, self.options) = (folder, format, options)
    self.workbench = workbench
  }

  /// Looks once a second; what did not change since the last look is whole, and is imported.
  func run(_ say: (ImportReport) -> Void) throws {
    Interruption.watch()
    var done = stamps()
    var before = done
    Console.remark("postil: importing what arrives in \(folder); Ctrl-C stops")
    while !Interruption.isWanted {
      Thread.sleep(forTimeInterval: 1)
      let now = stamps()
      for (name, stamp) in now.sorted(by: { $0.key < $1.key })
      where stamp == before[name] && stamp != done[name] {
        done[name] = stamp
        if let report = try take(name) { say(report) }
      }
      before = now
    }
  }

  /// Nil for a file that is gone by now.
  private func take(_ name: String) throws(Problem) -> ImportReport? {
    guard let source = try? Source(path: folder + "/" + name) else { return nil }
    var options = options
    options.now = workbench.now
    return try workbench.importing(
      [source], from: format, options: options, progress: { _, _ in !Interruption.isWanted })
  }

  private func stamps() -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard !name.hasPrefix("."), !Self.unfinished.contains(where: name.hasSuffix),
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name),
        attributes[.type] as? FileAttributeType == .typeRegular,
        let size = (attributes[.size] as? NSNumber)?.intValue, size > 0,
        let date = attributes[.modificationDate] as? Date
      else { continue }
      stamps[name] = Stamp(size: size, modified: date.timeIntervalSince1970)
    }
    return stamps
  }

  /// Ends of names that browsers give to what they have not loaded as a whole.
  private static let unfinished = [".crdownload", ".part", ".download", ".tmp", "~"]
}
