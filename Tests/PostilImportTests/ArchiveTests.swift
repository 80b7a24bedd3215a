import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

/// Archives that the system's own tools write, of a folder with invented posts.
struct ArchiveTests {
  private static let line =
    #"{"id_str":"1985352791846887766","full_text":"power first","screen_name":"ada"}"#

  /// A folder with posts, and with what is to be left out.
  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let inner = folder.appendingPathComponent("box/inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try Data(line.utf8).write(to: folder.appendingPathComponent("box/posts.jsonl"))
    try Data("text,author\nfrom a table,Bob\n".utf8).write(
      to: inner.appendingPathComponent("table.csv"))
    try Data([0x89, 0x50]).write(to: folder.appendingPathComponent("box/picture.png"))
    return folder
  }

  private static func run(_ command: String, in folder: URL) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  @Test(
    arguments: [
      ("a.tar", "tar cf a.tar box"), ("a.tgz", "tar czf a.tgz box"),
      ("a.tar.bz2", "tar cjf a.tar.bz2 box"), ("a.tar.xz", "tar cJf a.tar.xz box"),
      ("a.tar.zst", "tar cf - box | zstd -q -o a.tar.zst"), ("a.zip", "zip -qr a.zip box"),
      (
        "outer.tar",
        "tar czf box/nested.tgz box/posts.jsonl && rm box/posts.jsonl && tar cf outer.tar box"
      ),
    ])
  func `an archive is read as it is`(name: String, command: String) throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    guard try Self.run(command, in: folder) else { return }
    let box = try ImportSandbox()
    let source = try Source(path: folder.appendingPathComponent(name).path)
    let report = try box.take([source]).report
    #expect(report.new == 2)
    if name == "outer.tar" {
      #expect(
        box.posts["x-1985352791846887766"]?.via == ["outer.tar#box/nested.tgz/box/posts.jsonl:1"])
    } else {
      #expect(Set(box.posts.values.map(\.text)) == ["power first", "from a table"])
      #expect(box.posts["x-1985352791846887766"]?.via == ["\(name)#box/posts.jsonl:1"])
    }
    #expect(report.files[0].leftOut[".png"] == 1)
    #expect(try box.take([source]).change == nil)
  }

  @Test(arguments: [
    ("gzip box/posts.jsonl && tar cf a.tar box", 2),
    (
      "tar cf box/b.tar box/posts.jsonl && gzip box/b.tar && rm box/posts.jsonl && tar cf a.tar box",
      2
    ),
    (
      "tar cf c.tar box/posts.jsonl && tar cf box/b.tar c.tar && rm box/posts.jsonl && tar cf a.tar box",
      1
    ),
  ])
  func `what is packed is read in one archive, and no deeper`(command: String, count: Int) throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Self.run(command, in: folder))
    let box = try ImportSandbox()
    let source = try Source(path: folder.appendingPathComponent("a.tar").path)
    let report = try box.take([source]).report
    #expect(report.new == count)
    #expect(report.files[0].leftOut[".tar inside two archives"] == (count == 1 ? 1 : nil))
  }

  @Test func `a bomb inside an archive is not read on`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let made =
      "dd if=/dev/zero of=b.jsonl bs=1M count=80 && tar czf box/b.tgz b.jsonl && tar cf a.tar box"
    #expect(try Self.run(made, in: folder))
    let outer = try Source(path: folder.appendingPathComponent("a.tar").path).unpacked()
    let inner = try outer?.folder?.source("box/b.tgz").unpacked()
    let bomb = try inner?.folder?.source("b.jsonl")
    let problem = #expect(throws: Problem.self) { _ = try bomb?.whole().count }
    #expect(problem?.message.hasPrefix("unpacks to more than 200 times") == true)
  }

  @Test func `an archive in a folder is looked into`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Self.run("tar czf in.tgz box && rm -r box", in: folder))
    let box = try ImportSandbox()
    #expect(try box.take([Source(path: folder.path)]).report.new == 2)
  }

  @Test func `a compressed file is read as it is`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Self.run("gzip box/posts.jsonl", in: folder))
    let box = try ImportSandbox()
    let source = try Source(path: folder.appendingPathComponent("box/posts.jsonl.gz").path)
    try box.take([source])
    #expect(box.posts["x-1985352791846887766"]?.via == ["posts.jsonl.gz:1"])
  }

  @Test(arguments: [
    ("word/document.xml", "a Word document"), ("xl/workbook.xml", "an Excel workbook"),
  ])
  func `a document that is an archive inside is refused by its name`(part: String, name: String)
    throws
  {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(part)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    for file in [file, folder.appendingPathComponent("[Content_Types].xml")] {
      try Data("<x/>".utf8).write(to: file)
    }
    #expect(try Self.run("rm -r box && tar cf ../\(folder.lastPathComponent).tar *", in: folder))
    let archive = folder.appendingPathExtension("tar")
    defer { try? FileManager.default.removeItem(at: archive) }
    let refusal = try ImportSandbox().take([Source(path: archive.path)]).report.files[0].refusal
    #expect(refusal?.message == "this is \(name)")
    #expect(refusal?.hint?.contains("postil import -") == true)
  }

  @Test func `a cut archive costs what is behind the cut`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Self.run("tar czf a.tgz box", in: folder))
    let whole = Array(try Data(contentsOf: folder.appendingPathComponent("a.tgz")))
    for length in stride(from: 3, to: whole.count, by: 7) {
      let box = try ImportSandbox()
      let report = try box.take([Source(name: "a.tgz", bytes: Array(whole[..<length]))]).report
      #expect(report.exitCode != 0 || !report.problems.isEmpty)
    }
  }
}
