import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

/// Real feeds, and those that readers of feeds are tested with.
@Suite(.enabled(if: Samples.arePresent, "the samples are not here"))
struct FeedSampleTests {
  private static func files(_ folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: Samples.path(folder))) ?? []
    return names.filter { name in
      [".xml", ".rss", ".atom", ".rdf"].contains { name.hasSuffix($0) }
    }
    .sorted().map { folder + "/" + $0 }
  }

  private static func items(in bytes: [UInt8]) -> Int {
    func count(_ tag: String) -> Int {
      let text = String(decoding: bytes, as: UTF8.self)
      return text.ranges(of: "<\(tag)>").count + text.ranges(of: "<\(tag) ").count
    }
    return max(count("item"), count("entry"))
  }

  @Test(arguments: [
    ("rss/feedjira/DuplicateContentAtomFeed.xml", 10),
    ("rss/feedjira/TypePadNews.xml", 10),
    ("rss/RSParser/scriptingNews.rss", 50),
  ])
  func `no item of a feed is lost`(name: String, found: Int) throws {
    let box = try ImportSandbox()
    let report = try box.take([Source(path: Samples.path(name))]).report
    #expect(report.files.map(\.format) == ["feed"])
    #expect(report.files.map(\.found) == [found])
    let again = try box.take([Source(path: Samples.path(name))])
    #expect(again.change == nil)
  }

  @Test func `every feed is read without a crash, and gives its items`() throws {
    let box = try ImportSandbox()
    let names = Self.files("rss") + Self.files("adversarial/feedparser")
    #expect(names.count > 60)
    for name in names {
      let bytes = try Samples.bytes(name)
      let source = try Source(path: Samples.path(name))
      guard Feed.recognises(source), Self.items(in: bytes) > 0 else { continue }
      let options = ImportOptions(now: box.now)
      let plan = try importing([source], from: "feed", options: options, into: box.notebook)
      #expect(plan.report.files.contains { $0.found > 0 }, "\(name)")
    }
  }

  @Test func `a feed without items says so once`() throws {
    let box = try ImportSandbox()
    let plan = try box.take("<?xml version='1.0'?><rss><channel/></rss>", named: "a.xml")
    #expect(plan.change == nil)
    #expect(plan.report.exitCode == 2)
    #expect(plan.report.description.ranges(of: "0 posts").count == 1)
    #expect(plan.report.description.contains("holds no items"))
  }
}
