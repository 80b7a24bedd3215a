import ArgumentParser
import PostilCore

/// `postil verdict CLAIM STATUS`.
struct VerdictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verdict",
    abstract: "Set the status of a claim; History gets a line.",
    discussion: """
      Example: postil verdict c-260315-7kq2m mixed --note "in part"
      """)

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The id of the claim.", completion: Completions.claims)
  var claim: String

  @Argument(help: "What has become of it.")
  var status: Status

  @Option(help: "Why, in a few words: for the line in History.")
  var note: String?

  @Option(help: "How likely it is, in percent.")
  var confidence: Percent?

  func run() throws {
    let workbench = try notebook.open()
    let id = Link.target(claim)
    let change = try workbench.perform(
      .judge(
        claim: id, status: status, from: nil, type: nil, confidence: confidence?.value,
        words: note))
    Console.say(Console.line(change.label))
  }
}
