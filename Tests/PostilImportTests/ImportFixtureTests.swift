import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

/// `Fixtures/imports/<case>/`: an input, how it is split, and the files it becomes.
///
/// `POSTIL_RECORD=1` writes what comes out, and fails the run once.
struct ImportFixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/imports")

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test(arguments: cases)
  func `an input becomes the files that are expected`(name: String) throws {
    let folder = Self.folder.appendingPathComponent(name)
    let expected = folder.appendingPathComponent("expected.txt")
    let found = try result(of: folder)
    if ProcessInfo.processInfo.environment["POSTIL_RECORD"] == "1" {
      try Data(found.utf8).write(to: expected)
      Issue.record("recorded \(name)")
    }
    #expect(found == (try? String(contentsOf: expected, encoding: .utf8)))
  }

  @Test func `every importer has a fixture`() {
    for importer in Importers.all {
      #expect(Self.cases.contains(importer.name))
      #expect(importer.summary.hasSuffix("."))
    }
    #expect(Set(Importers.all.map { $0.name }).count == Importers.all.count)
  }

  @Test func `every example is a command line of its own`() {
    for importer in Importers.all {
      #expect(importer.example.contains("postil import "))
      // `--list` indents them, on a terminal of 80 columns.
      #expect(importer.example.count <= 76 && !importer.example.contains("FILE"))
    }
    #expect(Set(Importers.all.map { $0.example }).count == Importers.all.count)
  }

  @Test(arguments: cases)
  func `what an input is shows in its content`(name: String) throws {
    let source = try Self.source(in: Self.folder.appendingPathComponent(name))
    let walked = try importing(
      [source], options: ImportOptions(now: Instant(seconds: 0)), into: ImportSandbox().notebook)
    guard !source.isFolder else {
      return #expect(
        walked.report.files.allSatisfy { $0.format.map { name.hasPrefix($0) } ?? false })
    }
    let importer = try Importers.detect(source)
    #expect(name == importer.name || name.hasPrefix(importer.name + "-"))
  }

  static func source(in folder: URL) throws -> Source {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let name = try #require(names.first { $0.hasPrefix("input") })
    return try Source(path: folder.appendingPathComponent(name).path)
  }

  private func result(of folder: URL) throws -> String {
    let box = try ImportSandbox()
    var options = ImportOptions(now: box.now)
    options.trustsFileDates = false
    let split = try? String(contentsOf: folder.appendingPathComponent("split"), encoding: .utf8)
    if let split {
      options.split = try SplitMode(parsing: split.split(separator: "\n")[0].description)
    }
    let plan = try importing([Self.source(in: folder)], options: options, into: box.notebook)
    let files = (plan.change?.files ?? []).map { "==> \($0.path)\n\($0.after ?? "")" }
    let report = plan.report.description.replacing(folder.path + "/", with: "")
    return ([report, plan.change?.label ?? "no change"] + files).joined(separator: "\n") + "\n"
  }
}
