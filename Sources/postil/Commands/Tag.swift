import ArgumentParser
import PostilCore

/// `postil tag +a -b -- QUERY`.
struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Add and remove tags of posts, in their margins.",
    usage: "postil tag [--notebook <dir>] +tag … -tag … -- <query> …",
    discussion: """
      Every post that the query finds gets the tags with a plus and loses those
      with a minus, as one step of undo. A star is the tag `starred`.

      Example: postil tag +to-verify -starred -- author:@volt_watch
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(parsing: .captureForPassthrough, help: "Tags, then --, then what to tag.")
  var words: [String]

  func validate() throws {
    _ = try TagWords(words)
  }

  func run() throws {
    let words = try TagWords(words)
    let workbench = try notebook.open()
    let query = try workbench.query(words.query)
    var posts: [String] = []
    try workbench.eachRow(query, sort: PostSort()) { row throws(Problem) in posts.append(row.id) }
    guard !posts.isEmpty else {
      Console.remark("postil: nothing found")
      throw ExitCode.nothing
    }
    let change = try workbench.perform(.tagPosts(posts, add: words.add, remove: words.remove))
    Console.say(Console.line(change.label))
  }
}

/// `+a -b -- QUERY` taken apart.
struct TagWords {
  var add: [String] = []
  var remove: [String] = []
  var query = ""

  /// - Throws: a usage error when there is no tag, no `--`, or no query behind it.
  init(_ words: [String]) throws {
    guard let end = words.firstIndex(of: "--") else {
      throw ValidationError("The tags end with --, then comes what to tag: +tag -- author:@name")
    }
    for word in words[..<end] {
      switch word.first {
      case "+" where word.count > 1: add.append(String(word.dropFirst()))
      case "-" where word.count > 1: remove.append(String(word.dropFirst()))
      default: throw ValidationError("A tag begins with + or -, not '\(word)'")
      }
    }
    guard !(add + remove).isEmpty else { throw ValidationError("Say which tag: +tag or -tag") }
    query = words[(end + 1)...].joined(separator: " ")
    guard !query.isEmpty else {
      throw ValidationError("Say what to tag behind --; * is every post")
    }
  }
}
