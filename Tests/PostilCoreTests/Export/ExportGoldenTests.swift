import Foundation
import PostilCore
import Testing

/// `POSTIL_RECORD=1` writes the expected files anew and fails the run once.
@Suite struct ExportGoldenTests {
  @Test(arguments: Exporters.all.map { $0.name })
  func `an export says what it said before`(format: String) throws {
    let exporter = try Exporters.named(format)
    let text = exporter.export(ExportSample.dossiers, about: ExportSample.info)
    let file = Self.folder.appending(path: "sample.\(exporter.fileExtension)")
    if ProcessInfo.processInfo.environment["POSTIL_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(Array(text.utf8) == Array(expected.utf8), "\(text)")
  }

  @Test func `formats have names of their own, in order`() {
    let names = Exporters.all.map { $0.name }
    #expect(names == Set(names).sorted())
  }

  @Test func `a format that nobody knows is a problem that names those there are`() throws {
    let problem = #expect(throws: Problem.self) { try Exporters.named("pdf") }
    #expect(problem?.hint?.contains("markdown") == true)
  }

  @Test func `a file name tells its format`() {
    #expect(Exporters.fitting(file: "a/B.MD")?.name == "markdown")
    #expect(Exporters.fitting(file: "notes.csv")?.name == "csv")
    #expect(Exporters.fitting(file: "notes") == nil)
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Fixtures/exports").standardizedFileURL
}
