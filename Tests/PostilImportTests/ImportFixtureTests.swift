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
    let source = try source(in: Self.folder.appendingPathComponent(name))
    let walked = try importing(
      [source], options: ImportOptions(now: Instant(seconds: 0)), into: ImportSandbox().notebook)
    guard !source.isFolder else {
      return #expect(
        walked.report.files.allSatisfy { $0.format.map { name.hasPrefix($0) } ?? false })
    }
    let importer = try Importers.detect(source)
    #expect(name == importer.name || name.hasPrefix(importer.name + "-"))
  }

  /// Changes of each input at random places; none may end the program, last, or reach another file
  /// than a post's. `POSTIL_FUZZ` says how many in all, in the order of 100,000 for a trial.
  @Test(arguments: cases)
  func `a damaged input costs no more than its records`(name: String) throws {
    let source = try source(in: Self.folder.appendingPathComponent(name))
    guard !source.head.isEmpty else { return }
    var numbers = SeededNumbers(5)
    let box = try ImportSandbox()
    var options = ImportOptions(now: box.now)
    options.acceptsProposal = true
    let wanted = ProcessInfo.processInfo.environment["POSTIL_FUZZ"].flatMap { Int($0) }
    for _ in 0..<(wanted.map { $0 / max(1, Self.cases.count * 3) + 1 } ?? 30) {
      var bytes = source.head
      for _ in 0..<Int.random(in: 1...8, using: &numbers) where !bytes.isEmpty {
        let index = Int.random(in: bytes.indices, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.remove(at: index)
        default: bytes.removeSubrange(index..<min(bytes.count, index + 40))
        }
      }
      let damaged = Source(name: source.name, bytes: bytes)
      // Whatever a person says it is: its own format, and two at random.
      let own = Importers.all.filter { name == $0.name || name.hasPrefix($0.name + "-") }
      let others = (0..<2).compactMap { _ in Importers.all.randomElement(using: &numbers) }
      for importer in own + others {
        let start = ContinuousClock.now
        let plan = try importing(
          [damaged], from: importer.name, options: options, into: box.notebook)
        if wanted != nil { #expect(start.duration(to: .now) < .seconds(1), "\(importer.name)") }
        for file in plan.change?.files ?? [] where !file.path.hasPrefix("posts/") {
          // What the person wrote elsewhere becomes a record of its own, and touches none.
          #expect(
            file.before == nil && (file.path.hasPrefix("claims/") || file.path.hasPrefix("notes/")))
        }
        for file in plan.report.files where file.refusal == nil {
          let known = file.new + file.merged + file.captures + file.restored + file.joined
          #expect(known + file.skipped.count == file.found)
        }
      }
    }
  }

  private func source(in folder: URL) throws -> Source {
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
    let plan = try importing([source(in: folder)], options: options, into: box.notebook)
    let files = (plan.change?.files ?? []).map { "==> \($0.path)\n\($0.after ?? "")" }
    let report = plan.report.description.replacing(folder.path + "/", with: "")
    return ([report, plan.change?.label ?? "no change"] + files).joined(separator: "\n") + "\n"
  }
}
