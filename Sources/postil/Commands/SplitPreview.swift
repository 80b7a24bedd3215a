import Foundation
import PostilCore
import PostilImport
import PostilTerminal

/// Lets a person cut a pasted text on the screen before anything is written.
enum SplitPreview {
  /// Whether a person sits at both ends.
  static var isPossible: Bool { Console.isTerminal && isatty(STDIN_FILENO) == 1 }

  /// Imports a text as the person cuts it; nil when they leave it as it is.
  static func run(_ source: Source, _ options: ImportOptions, in workbench: Workbench)
    throws(Problem) -> ImportReport?
  {
    var draft = try PasteSplitter.propose(source, now: workbench.now).draft
    draft.rest = .init(author: options.author, posted: options.date)
    let browser = Browser(
      workbench, settings: Settings(folder: Folders.config()),
      startFolder: FileManager.default.currentDirectoryPath,
      errand: .split(name: source.name, draft))
    Signals.ignoreBrokenPipes()
    let outcome = try browser.run(color: .auto)
    if case .leave(let leave) = outcome.ending { Signals.end(by: leave) }
    guard let cut = outcome.draft else {
      Console.remark("postil: nothing imported from \(source.name)")
      return nil
    }
    var options = options
    options.draft = cut
    let plan = try importing([source], from: "text", options: options, into: workbench.notebook)
    if let change = plan.change { try workbench.perform(change) }
    return plan.report
  }
}
