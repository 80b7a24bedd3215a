import Foundation
import Testing

@testable import postil

/// The short way to the screen means what the parser of all commands means.
@Suite struct BrowsingTests {
  @Test(arguments: [
    [], ["Notes"], ["../Notes/notes"], ["/"], ["."], ["-n", "Notes"], ["--notebook", "Notes"],
    ["lists"], ["Notes 2"],
  ])
  func `the usual words are read as the parser reads them`(words: [String]) throws {
    let quick = try #require(Browsing(usual: words))
    let parsed = try Postil.command(words)
    #expect(try quick == #require(parsed as? BrowseCommand).browsing)
  }

  @Test(arguments: [
    ["list"], ["help"], ["browse"], ["--help"], ["--version"], ["-n"], ["-n", "--plain"], [""],
    ["--plain"], ["Notes", "--plain"], ["list", "Notes"], ["-n", "Notes", "list"], ["--"],
    ["--notebook=Notes"], ["-n", ""],
  ])
  func `all other words are left to the parser`(words: [String]) {
    #expect(Browsing(usual: words) == nil)
  }

  @Test func `no command is taken for a folder`() {
    for name in Postil.names { #expect(Browsing(usual: [name]) == nil) }
  }
}
