import Testing

@testable import postil

@Suite struct CommandWordsTests {
  @Test(arguments: [
    (["-n", "DIR", "check"], ["check", "-n", "DIR"]),
    (["--notebook", "DIR", "list", "x"], ["list", "--notebook", "DIR", "x"]),
    (["--notebook=DIR", "undo"], ["undo", "--notebook=DIR"]),
    (["check", "-n", "DIR"], ["check", "-n", "DIR"]),
    (["-n", "DIR"], ["-n", "DIR"]),
    (["-n"], ["-n"]),
    (["-n", "DIR", "--json"], ["-n", "DIR", "--json"]),
    ([], []),
  ])
  func `the notebook may be named before the command`(words: [String], arranged: [String]) {
    #expect(CommandWords(words).arranged == arranged)
  }

  @Test(arguments: [
    (["list", "-is:unread", "-n", "D"], ["list", " -is:unread", "-n", "D"]),
    (["-n", "D", "export", "-nuclear"], ["export", "-n", "D", " -nuclear"]),
    (["list", "-0", "--json", "x"], ["list", "-0", "--json", "x"]),
    (["list", "--", "-is:unread"], ["list", "--", "-is:unread"]),
    (["tag", "-unread", "--", "-x"], ["tag", "-unread", "--", "-x"]),
  ])
  func `a negated term is no cluster of flags`(words: [String], arranged: [String]) {
    #expect(CommandWords(words).arranged == arranged)
  }
}
