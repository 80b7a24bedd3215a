import ArgumentParser
import PostilCore
import PostilIndex

/// `postil read QUERY…`.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Mark what a query finds as read, or as unread.",
    discussion: """
      The log of what was read only grows, so this is no step of undo.

      Example: postil read --unread author:@volt_watch since:2026-01
      """)

  @OptionGroup var notebook: NotebookOption

  @Flag(help: "Mark as unread instead.")
  var unread = false

  @OptionGroup var words: QueryWords

  func validate() throws {
    if words.text == nil { throw ValidationError("Say what was read; * is every post") }
  }

  func run() throws {
    let workbench = try notebook.open()
    let query = try workbench.query(words.text)
    var posts: [String] = []
    try workbench.eachRow(query, sort: PostSort()) { row throws(Problem) in
      if row.isRead == unread { posts.append(row.id) }
    }
    guard !posts.isEmpty else {
      Console.remark("postil: nothing found")
      throw ExitCode.nothing
    }
    for post in posts { try workbench.notebook.markRead(post, !unread, at: workbench.now) }
    try workbench.index.updateReading()
    let count = posts.count == 1 ? "1 post" : "\(posts.count) posts"
    Console.say("\(count) marked as \(unread ? "unread" : "read")")
  }
}
