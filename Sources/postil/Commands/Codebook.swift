import ArgumentParser
import PostilCore

/// `postil codebook`, and what can be done with its tags.
struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "List the tags and what they mean; define, rename, merge and remove them.",
    discussion: "Example: postil codebook rename btm power/btm --dry-run",
    subcommands: [
      CodebookListCommand.self, CodebookDefineCommand.self, CodebookRenameCommand.self,
      CodebookMergeCommand.self, CodebookRemoveCommand.self,
    ],
    defaultSubcommand: CodebookListCommand.self)
}

/// `postil codebook list`.
struct CodebookListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List every tag: its posts, claims and free notes, letter, other names, meaning.",
    discussion: "Example: postil codebook list | sort -k2nr")

  @OptionGroup var notebook: NotebookOption

  @Flag(help: "One JSON object a line.")
  var json = false

  func run() throws {
    let tags = try notebook.open().catalog.tags().filter { !$0.isImplied }
    for tag in tags { Console.say(json ? object(tag) : line(tag)) }
    guard !tags.isEmpty else {
      Console.remark("postil: no tags")
      throw ExitCode.nothing
    }
  }

  private func line(_ tag: TagCount) -> String {
    let meaning = Console.line(tag.definition ?? "")
    let fields = [tag.name, "\(tag.posts)", "\(tag.claims)", "\(tag.notes)", tag.key ?? "-"]
    return (fields + [tag.aliases.isEmpty ? "-" : tag.aliases.joined(separator: ","), meaning])
      .map { Console.line($0) }.joined(separator: "\t")
  }

  private func object(_ tag: TagCount) -> String {
    var members: [JSONText.Member] = [
      .init("name", .string(tag.name)), .init("posts", .number(tag.posts)),
      .init("claims", .number(tag.claims)),
      .init("aliases", .array(tag.aliases.map(JSONText.string))),
    ]
    for (name, text) in [("key", tag.key), ("color", tag.color), ("definition", tag.definition)] {
      if let text { members.append(.init(name, .string(text))) }
    }
    return JSONText.object(members).compact
  }
}

/// `postil codebook define TAG`.
struct CodebookDefineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "define",
    abstract: "Say what a tag means, and its letter, colour and other names.",
    discussion: "Example: postil codebook define power --text \"Supply of power\" --key p")

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The tag.", completion: Completions.tags)
  var tag: String

  @Option(help: "What it means, in Markdown; - is standard input.")
  var text: String?

  @Option(help: "The letter that picks it; none.")
  var key: String?

  @Option(help: "A role of the theme that colours it; none.")
  var color: String?

  @Option(help: "All its other names; may be repeated, none takes them away.")
  var alias: [String] = []

  func validate() throws {
    if text == nil, key == nil, color == nil, alias.isEmpty {
      throw ValidationError("Say what to define: --text, --key, --color or --alias")
    }
  }

  func run() throws {
    let workbench = try notebook.open()
    var traits: [TagTrait] = []
    if let text { traits.append(.text(text == "-" ? try Console.input() : text, from: nil)) }
    if let key { traits.append(.key(key == "none" ? nil : key)) }
    if let color { traits.append(.color(color == "none" ? nil : color)) }
    if !alias.isEmpty { traits.append(.aliases(alias == ["none"] ? [] : alias)) }
    let change = try workbench.perform(traits.map { Edit.defineTag(tag, $0) })
    Console.say(Console.line(change.label))
  }
}
