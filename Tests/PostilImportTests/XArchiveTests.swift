import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

@Suite(.enabled(if: Samples.arePresent, "the samples are not here"))
struct XArchiveSampleTests {
  private static func intake() throws -> Intake {
    var intake = Intake()
    let source = try Source(path: Samples.path("x-archive/alrocar"))
    try XArchive.read(source, options: ImportOptions(now: Instant(seconds: 0)), into: &intake)
    return intake
  }

  private func post(_ id: String) throws -> Post {
    try #require(
      try Self.intake().posts.first {
        $0.id == "x-" + id && !$0.labels.contains(Post.earlierVersion)
      })
  }

  @Test func `1,223 records are 1,218 posts, 40 of 41 long texts are restored`() throws {
    let intake = try Self.intake()
    #expect(intake.found == 1_223)
    #expect(intake.posts.count == 1_223)
    #expect(Set(intake.posts.map(\.id)).count == 1_218)
    #expect(intake.skipped.isEmpty)
    #expect(intake.remarks.contains("40 of 41 long texts restored"))
    #expect(intake.remarks.contains("5 earlier versions kept beside the newest"))
    #expect(intake.warnings.map(\.place?.line) == [1_010])
  }

  @Test func `a long text takes the place of the one that X cut`() throws {
    let post = try post("1752243867426926637")
    #expect(post.text.unicodeScalars.count == 325)
    #expect(post.text.contains("(casi) terminado >> trabajo WIP"))
    #expect(post.text.hasSuffix("¿Cuál es la vuestra?"))
    #expect(post.state == nil)
    #expect(post.via.count == 2)
  }

  @Test func `a repost is the word of its author, cut off`() throws {
    let post = try post("1855222380982907193")
    #expect(post.author == "@notasintel")
    #expect(post.name == nil)
    #expect(post.repostOf == "@notasintel")
    #expect(post.state == "truncated")
    #expect(post.likes == nil)
    #expect(post.labels == ["reposted by @alrocar"])
  }

  @Test func `links are put in by code points, before references are decoded`() throws {
    let joined = try post("1771088435404583031")
    #expect(!joined.text.contains("//t.co/"))
    #expect(joined.text.hasPrefix("54/100 #100DaysOfCode 👨‍💻"))
    #expect(joined.links.allSatisfy { joined.text.contains($0) })
    let arrow = try post("1767258476479201780")
    #expect(arrow.text.contains("=> https://"))
    #expect(!arrow.text.contains("//t.co/"))
  }

  @Test func `two versions are one post`() throws {
    let post = try post("1830581129021431838")
    #expect(post.text.hasPrefix("TIL: FindItFaster"))
    #expect(post.labels == ["edited", "replaces x-1830570458221064378"])
    let versions = try Self.intake().posts.filter { $0.id == post.id }
    #expect(versions.count == 2)
    #expect(versions.contains { $0.text.contains("FindItFinder") })
    #expect(!(try Self.intake().posts.contains { $0.id == "x-1830570458221064378" }))
  }

  @Test func `the folder and its data folder are one archive`() throws {
    var intake = Intake()
    let source = try Source(path: Samples.path("x-archive/alrocar/data"))
    try XArchive.read(source, options: ImportOptions(now: Instant(seconds: 0)), into: &intake)
    let whole = try Self.intake()
    #expect(intake.posts == whole.posts)
    #expect(intake.posts.allSatisfy { $0.via[0].hasPrefix("alrocar#data/tweets.js:") })
  }

  @Test func `every post has an author, an instant, an address and no reference undecoded`() throws
  {
    for post in try Self.intake().posts {
      #expect(post.author?.hasPrefix("@") == true)
      #expect(post.postedPrecision == nil && post.posted != nil)
      #expect(post.url?.hasPrefix("https://x.com/alrocar/status/") == true)
      #expect(!post.text.contains("&gt;") && !post.text.contains("&lt;"))
    }
  }
}
