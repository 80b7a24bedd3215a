import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

/// Every sample whose posts can be counted without our readers: file, expected, got.
@Suite(.enabled(if: Samples.arePresent, "the samples are not here"))
struct SampleTableTests {
  /// Read with the debug build in seconds; larger ones only when `POSTIL_LARGE` is set.
  private static let mostBytes =
    ProcessInfo.processInfo.environment["POSTIL_LARGE"] == nil ? 1 << 20 : .max

  static func names(_ folder: String, _ ends: String...) -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: Samples.path(folder))) ?? []
    return all.filter { name in
      ends.contains { name.hasSuffix("." + $0) } && bytes(folder + "/" + name).count <= mostBytes
    }
    .map { folder + "/" + $0 }.sorted()
  }

  static func bytes(_ name: String) -> Data {
    (try? Data(contentsOf: URL(fileURLWithPath: Samples.path(name)))) ?? Data()
  }

  private func report(_ name: String) throws -> ImportReport {
    let box = try ImportSandbox()
    return try importing(
      [Source(path: Samples.path(name))], options: ImportOptions(now: box.now), into: box.notebook
    ).report
  }

  /// Tags that begin an item.
  @Test(arguments: names("rss", "xml", "rss", "rdf", "atom"))
  func `a feed gives a post for each item`(name: String) throws {
    let text = String(decoding: Self.bytes(name), as: UTF8.self)
    let expected = text.matches(of: /<(item|entry)[\s>]/).count
    let report = try report(name)
    guard expected > 0 else { return #expect(report.found == 0 && report.exitCode == 2) }
    #expect(report.found - report.skipped == expected)
  }

  /// Lines or pages by another reader of JSON: what is under `data`, or stands flat.
  @Test(
    arguments: names("x-api-v2", "jsonl").filter { name in
      !["users", "counts", "lists", "compliance", "with_error"].contains { name.contains($0) }
    })
  func `a file of pages gives every post of every page`(name: String) throws {
    var expected = 0
    for line in Self.bytes(name).split(separator: 0x0A) {
      let page = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
      expected += (page["data"] as? [Any])?.count ?? 1
    }
    #expect(try report(name).found == expected)
  }

  @Test(arguments: names("rss", "json"))
  func `a JSON feed gives a post for each item`(name: String) throws {
    // One is cut in the middle: what is whole of it is read.
    guard let feed = try? JSONSerialization.jsonObject(with: Self.bytes(name)) as? [String: Any]
    else { return #expect(try report(name).new > 0) }
    let channel = (feed["rss"] as? [String: Any])?["channel"] as? [String: Any]
    let items = (feed["items"] ?? channel?["item"]) as? [Any]
    #expect(try report(name).found == items?.count)
  }

  @Test(arguments: names("email", "eml"))
  func `a mail is one post`(name: String) throws {
    let report = try report(name)
    #expect(report.found == 1 && report.new == 1 && report.files.first?.format == "mail")
  }

  @Test func `an outbox holds what it says it holds`() throws {
    let name = "mastodon/philhawksworth/outbox.json"
    let box = try JSONSerialization.jsonObject(with: Self.bytes(name)) as? [String: Any]
    let items = try #require(box?["orderedItems"] as? [Any])
    let report = try report(name)
    #expect(report.found == items.count)
    #expect(items.count == box?["totalItems"] as? Int || !report.problems.isEmpty)
  }

  /// As counted by another reader of JSON behind the `=` of each file.
  @Test func `the months of an old archive are read together`() throws {
    let folder = "x-archive-grailbird/anildash"
    var expected = 0
    for name in Self.names(folder + "/data/js/tweets", "js") {
      let bytes = Self.bytes(name)
      let start = try #require(bytes.firstIndex(of: UInt8(ascii: "=")))
      let list = try JSONSerialization.jsonObject(with: bytes[(start + 1)...]) as? [Any]
      expected += list?.count ?? 0
    }
    // The month that is too large for a quick run is in the folder all the same.
    let report = try report(folder)
    #expect(report.found >= expected && report.found == 2_728)
    #expect(report.skipped == 0 && report.new == report.found)
  }

  @Test func `an archive of X is 1,223 records, and one post for each pair of an edit`() throws {
    let report = try report("x-archive/alrocar")
    #expect(report.found == 1_223 && report.new == 1_218 && report.skipped == 0)
    #expect(report.files.flatMap(\.rewordings).count == report.captures)
  }

  /// Rows, as a reader of CSV finds them; a row ends where the quotes are closed.
  @Test(
    arguments: [
      ("finance-csv/xcom_scrapper_nifty.csv", 131), ("pocket/pocket_head.csv", 99),
      ("readwise/readwise_head.csv", 199), ("snscrape/pandas_elonmusk_small.csv", 362),
      ("stocktwits/pystocktwits/multi.csv", 180), ("twint/elonmusk_twint_italian_tz_head.csv", 59),
      ("x-api-v1/twitwi/tweet-export.csv", 4), ("x-bookmarks/bookmarks_extension_ja.csv", 100),
    ])
  func `a table gives a record for each row`(name: String, rows: Int) throws {
    #expect(try report(name).found == rows)
  }
}

private enum LikesSample {
  static let path = Samples.path("x-archive/andreruffert")
  static let isPresent = FileManager.default.fileExists(atPath: path + "/data/like.js")
}

/// The likes of an archive, where the sample of them is.
@Suite(.enabled(if: LikesSample.isPresent, "the sample of likes is not here"))
struct SampleLikeTests {
  @Test func `a line separator inside a text cuts nothing`() throws {
    var intake = Intake()
    let source = try Source(path: LikesSample.path)
    try XArchive.read(source, options: ImportOptions(now: Instant(seconds: 0)), into: &intake)
    let post = try #require(intake.posts.first { $0.id == "x-1494413810970636299" })
    #expect(post.text.unicodeScalars.contains("\u{2028}"))
    #expect(post.author == nil)
    #expect(post.posted?.seconds == Snowflake.instant(of: "1494413810970636299")?.seconds)
  }
}
