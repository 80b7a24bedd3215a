public import ArgumentParser
public import PostilCore
import Synchronization

/// Which notebook a command is about.
struct NotebookOption: ParsableArguments {
  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("The notebook's folder.", valueName: "dir"),
    completion: .directory)
  var notebook: String?

  /// Kept until the program ends: whoever closes an index last folds its log into it, and waits for
  /// the disk. The next one who writes much does that.
  private static let opened = Mutex<[Workbench]>([])

  /// Opens it and brings its index up to date.
  func open() throws(Problem) -> Workbench {
    let workbench = try Workbench(notebook: notebook, isAlone: true)
    Self.opened.withLock { $0.append(workbench) }
    try workbench.refresh()
    return workbench
  }
}

/// Words of a query, as the shell hands them over.
struct QueryWords: ParsableArguments {
  @Argument(
    help: """
      What to find: words, "phrases", /expressions/, author: tag: posted: is: has: claim:{…}; - \
      negates, `postil explain` says how it was read.
      """, completion: Completions.queries)
  var query: [String] = []

  /// The query as typed; nil when there is none.
  var text: String? {
    let text = query.map { $0.drop(while: \.isWhitespace) }.joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}

extension Status: ExpressibleByArgument {}
extension PostSort.Key: ExpressibleByArgument {}
extension PostGrouping: ExpressibleByArgument {}
extension ClaimType: ExpressibleByArgument {}
extension ClaimSort.Key: ExpressibleByArgument {}

/// A probability in percent.
struct Percent: ExpressibleByArgument {
  let value: Int

  init?(argument: String) {
    let digits = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    guard let value = Int(digits), 0...100 ~= value else { return nil }
    self.value = value
  }
}
