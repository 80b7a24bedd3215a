import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

struct RefusalTests {
  @Test(arguments: [
    ("PK\u{3}\u{4}rest", "zip file"), ("%PDF-1.7", "PDF"), ("SQLite format 3\0x", "SQLite"),
    ("<!DOCTYPE html><html><title>Log in &amp; go</title>", "“Log in & go”"),
    ("\n<?xml version='1.0'?><rss><channel/></rss>", "feed"),
    ("<opml version='2.0'><body/></opml>", "subscriptions"), ("<urlset></urlset>", "sitemap"),
    ("window.YTD.direct_messages.part0 = [ ]", "direct_messages"),
    ("window.__THAR_CONFIG = {}", "manifest"),
    ("<p>one</p><p>two</p>", "piece of a web page"), ("<?xml version='1.0'?><gpx/>", "<gpx>"),
    (#"[{"name":"ada","followers":3},{"name":"bob","followers":4}]"#, "2 records and no posts"),
    ("{\"a\":\n{\"b\":\n{\"c\":\n{\"d\":\n", "JSON"),
  ])
  func `what holds no posts is refused by its name`(content: String, name: String) throws {
    let box = try ImportSandbox()
    let plan = try box.take(content)
    #expect(plan.change == nil)
    #expect(plan.report.exitCode != 0)
    if name != "JSON" { #expect(plan.report.description.contains(name)) }
  }

  @Test(arguments: [
    ("\u{7F}ELF\u{2}\u{1}", "an executable"), ("GIF89a\u{1}\0", "a GIF picture"),
    ("RIFF\0\0\0\0WEBPVP8", "a WebP picture"), ("\0\0\0\u{18}ftypmp42", "a video"),
    ("MZ\u{3}\0", "a Windows program"), ("PAR1\u{15}\0", "Parquet"), ("Rar!\u{1A}\u{7}", "RAR"),
    ("what is this\0?", "no text"),
  ])
  func `what is no text is told by its first bytes, with what to do`(content: String, name: String)
    throws
  {
    let refusal = try #require(ImportSandbox().take(content).report.files[0].refusal)
    #expect(refusal.message.contains(name))
    #expect(refusal.hint?.contains("import") == true)
  }

  @Test func `a post that begins like a picture or a program is text`() throws {
    for text in ["GIF89a is an old format.", "MZ: the letters of Mark Zbikowski.", "PAR1 ends."] {
      #expect(try ImportSandbox().take(text).report.new == 1)
    }
  }

  @Test func `a folder without posts, a missing file and a device are refused`() throws {
    let box = try ImportSandbox()
    #expect(throws: Problem.self) { try Importers.detect(Source(path: box.notebook.root)) }
    #expect(throws: Problem.self) { try Source(path: box.notebook.root + "/nothing") }
    #expect(throws: Problem.self) { try Source(path: "/dev/zero") }
  }
}

@Suite(.enabled(if: Samples.arePresent, "the samples are not here"))
struct HostileInputTests {
  private static func files(_ folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: Samples.path(folder))) ?? []
    return names.filter { $0.contains(".") }.sorted().map { folder + "/" + $0 }
  }

  @Test func `every importer survives every hostile file`() throws {
    let box = try ImportSandbox()
    var options = ImportOptions(now: box.now)
    options.acceptsProposal = true
    let names =
      Self.files("adversarial/JSONTestSuite/test_parsing") + Self.files("adversarial/blns")
      + ["adversarial/unicode/UTF-8-test.txt", "adversarial/unicode/UTF-8-demo.txt"]
    #expect(names.count > 300)
    for name in names {
      let source = try Source(path: Samples.path(name))
      for importer in Importers.all {
        _ = try importing([source], from: importer.name, options: options, into: box.notebook)
      }
      _ = try importing([source], options: options, into: box.notebook)
    }
  }

  @Test func `all JSON that is valid is read`() throws {
    for name in Self.files("adversarial/JSONTestSuite/test_parsing") where name.contains("/y_") {
      var reader = JSONReader(try Samples.bytes(name))
      #expect(throws: Never.self, "\(name)") { try reader.value() }
      #expect(reader.peek() == nil, "\(name)")
    }
  }

  @Test func `what comes out of real collections is whole`() throws {
    for (name, count) in [
      ("snscrape/bitcoin-old-schema.jsonl", 10), ("snscrape/pandas_elonmusk_small.csv", 362),
      ("twint/elonmusk_twint_italian_tz_head.csv", 59),
      ("stocktwits/collector/raw_head100.jsonl", 96),
      ("x-bookmarks/bookmarks_extension_ja.csv", 100),
    ] {
      let box = try ImportSandbox()
      let source = try Source(path: Samples.path(name))
      let report = try box.take([source]).report
      #expect(report.new == count, "\(name)")
      #expect(report.exitCode == 0, "\(name)")
      for post in box.posts.values {
        #expect(post.author?.hasPrefix("@") == true && post.posted != nil, "\(name) \(post.id)")
        #expect(post.id.hasPrefix("x-") || post.id.hasPrefix("st-"))
        #expect(!post.text.contains("&#39;"))
      }
      #expect(try box.take([source]).change == nil)
    }
  }
}
