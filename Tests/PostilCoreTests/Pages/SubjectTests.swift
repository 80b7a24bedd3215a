import PostilCore
import Testing

@Suite struct SubjectTests {
  @Test(arguments: [
    ("$nwnd", Subject.ticker("NWND")), ("ticker:$nwnd", .ticker("NWND")), ("@Ada", .author("@Ada")),
    ("author:Harbor Wire", .author("Harbor Wire")), ("#power/btm", .tag("power/btm")),
    ("tag:power", .tag("power")),
  ])
  func `a sign says what is meant`(typed: String, subject: Subject) {
    #expect(Subject(typed) == subject)
  }

  @Test(arguments: ["", "$", "@", "#", "power", "  "])
  func `a word without a sign or without a name says nothing`(typed: String) {
    #expect(Subject(typed) == nil)
  }

  @Test(arguments: [
    Subject.ticker("NWND"), .author("@ada"), .author("Harbor Wire"), .tag("power/btm"),
  ])
  func `what stands for a subject can be typed for it, and its query too`(subject: Subject) throws {
    #expect(Subject(subject.typed) == subject)
    #expect(try Query(parsing: subject.query.description) == subject.query)
  }

  @Test func `a bare word is a tag before a ticker before an author`() {
    #expect(Subject.readings(of: "nwnd") == [.tag("nwnd"), .ticker("NWND"), .author("nwnd")])
    #expect(Subject.readings(of: "@ada") == [.author("@ada")])
    #expect(Subject.readings(of: " ").isEmpty)
  }

  @Test(arguments: [
    ("@ada", "https://x.com/ada/status/1", "https://x.com/ada"),
    ("@Ada", "https://x.com/ada/status/1?s=20", "https://x.com/ada"),
    (
      "@ada@example.social", "https://example.social/@ada/113", "https://example.social/@ada"
    ),
    (
      "ada.example.com", "https://bsky.app/profile/ada.example.com/post/3k",
      "https://bsky.app/profile/ada.example.com"
    ),
  ])
  func `an author can be seen where their posts lie`(handle: String, post: String, page: String) {
    #expect(ProfileLink.of(handle, post: post) == page)
  }

  @Test(arguments: [
    ("@ada", "https://x.com/i/status/1"), ("@ada", "file:///ada/1"), ("@", "https://x.com//1"),
    ("@ada", "https://ada"), ("", "https://x.com/a"),
  ])
  func `an address without the handle leads to nobody`(handle: String, post: String) {
    #expect(ProfileLink.of(handle, post: post) == nil)
  }
}
