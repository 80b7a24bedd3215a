import Foundation
import Testing

@testable import postil

/// How the program behaves among other programs.
@Suite struct ShellTests {
  @Test func `a file that is opened as a notebook is called a file`() throws {
    let box = try Sandbox()
    let file = box.notebook.path + "-posts.txt"
    try Data("A post.".utf8).write(to: URL(filePath: file))
    let seen = try box.run(file)
    #expect(seen.status == 1)
    #expect(seen.stderr.contains("is a file") && seen.stderr.contains("postil import"), "\(seen)")
  }

  @Test func `check finds the sample notebook clean, however it is named`() throws {
    let box = try Sandbox(withNotes: true)
    let place = box.notebook.path
    for words in [["check", place], ["-n", place, "check"], ["check", "-n", place], ["check"]] {
      let seen = try box.shell(
        #"cd "$2"; program=$1; shift 2; exec "$program" "$@""#,
        [Program.path, words.count == 1 ? place : "/"] + words)
      #expect(seen.status == 0 && seen.stderr == "", "\(words) \(seen)")
    }
  }

  @Test func `check names a damage with file and line, and ends with 1`() throws {
    let box = try Sandbox(withNotes: true)
    let path = "claims/2025/c-251119-3vr7h.md"
    try box.write(try box.text(path).replacing("status: open", with: "status: opne"), to: path)
    let seen = try box.run("check")
    #expect(seen.status == 1)
    #expect(seen.stdout.contains("\(path):8:"), "\(seen)")
  }

  @Test func `a slip in a command is told from a missing notebook`() throws {
    let seen = try Sandbox().run("lsit")
    #expect(seen.status == 1)
    #expect(seen.stderr.contains("no folder called “lsit”") && seen.stderr.contains("postil list"))
  }

  @Test func `the notebook is the nearest folder upward, or what the variable names`() throws {
    let box = try Sandbox(withNotes: true)
    let inside = box.notebook.appending(path: "posts/2025")
    #expect(try box.run("list", in: inside).status == 0)
    let outside = try box.run("list", in: box.folder)
    #expect(outside.status == 1 && outside.stderr.contains("there is no notebook here"))
    let named = try box.run(
      "list", environment: ["POSTIL_NOTEBOOK": box.notebook.path], in: box.folder)
    #expect(named.status == 0)
  }

  @Test func `init makes a notebook that is clean, and only once`() throws {
    let box = try Sandbox()
    #expect(try box.run("check").status == 0)
    #expect(try box.run("list").status == 2)
    let seen = try box.run("init", box.notebook.path)
    #expect(seen.status == 1 && seen.stdout == "")
  }

  @Test func `index builds anew and says what is there`() throws {
    let seen = try Sandbox(withNotes: true).run("index")
    #expect(
      seen.status == 0 && seen.stdout.wholeMatch(of: /indexed \d+ posts and \d+ claims\n/) != nil)
  }

  @Test func `an index that is damaged is no error`() throws {
    let box = try Sandbox(withNotes: true)
    let before = try box.run("list")
    let cache = box.folder.appending(path: "cache")
    for case let name as String in FileManager.default.enumerator(atPath: cache.path) ?? .init()
    where name.hasSuffix(".sqlite") {
      try Data("not a database at all, but long enough to be read as one".utf8)
        .write(to: cache.appending(path: name))
    }
    #expect(try box.run("list") == before)
  }

  @Test func `a message that nobody can read is no crash`() throws {
    let box = try Sandbox()
    let seen = try box.shell(#"exec "$1" -n /nowhere list 2>&-"#, [Program.path])
    #expect(seen.status == 1)
  }

  @Test func `a reader that has seen enough is no failure`() throws {
    let box = try Sandbox(withNotes: true)
    let seen = try box.shell(
      #"{ sleep 0.2; "$1" -n "$2" list; echo $? >&2; } | true"#,
      [Program.path, box.notebook.path])
    #expect(seen.stderr == "0\n")
  }

  @Test(arguments: [
    ["list", "--limt", "3"], ["list", "--limit", "0"], ["verdict", "c-1", "perhaps"],
    ["tag", "+a"],
    ["claim", "x-1"], ["show"], ["import"],
    ["claim", "x-1", "--quote", "q", "--confidence", "101"],
    ["show", "x-1", "--json", "--raw"],
  ])
  func `wrong use is status 64, and writes nothing to standard output`(words: [String]) throws {
    let box = try Sandbox()
    let seen = try box.shell(#""$@""#, [Program.path] + words)
    #expect(seen.status == 64 && seen.stdout == "" && !seen.stderr.isEmpty, "\(seen)")
  }

  @Test(arguments: Postil.names)
  func `every command has an example in its help`(command: String) throws {
    let seen = try Sandbox().run("help", command)
    #expect(seen.status == 0)
    #expect(seen.stdout.contains("Example: postil"), "\(seen.stdout)")
    #expect(seen.lines.allSatisfy { $0.hasPrefix("USAGE") || $0.count <= 80 })
  }

  @Test func `the version is told`() throws {
    let seen = try Sandbox().run("--version")
    #expect(seen.status == 0 && seen.stdout.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: ["list", "show", "export"])
  func `foreign text commands no terminal`(command: String) throws {
    let box = try Sandbox()
    let text = "red \u{1B}[31m alert \u{9B}2J \u{202E}drowssap\u{7}"
    _ = try box.run("import", "-", "--split", "none", "--author", "@a\u{1B}]0;x", input: text)
    let id = try #require(try box.run("list", "--ids").lines.first)
    let seen = try command == "show" ? box.run("show", id) : box.run(command)
    #expect(seen.status == 0)
    let scalars = seen.stdout.unicodeScalars
    #expect(scalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.value >= 0x20 }, "\(seen)")
    #expect(!scalars.contains("\u{9B}") && !scalars.contains("\u{202E}"))
  }
}
