import ArgumentParser
import Foundation
import PostilCore
import PostilTerminal

/// `postil tutor`.
struct TutorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutor",
    abstract: "Learn the keys that matter, in five minutes and by doing.",
    discussion: """
      It opens a notebook of its own, which goes away when you leave.

      Example: postil tutor
      """)

  @Flag(help: "Lines instead of a screen: for screen readers and pipes.")
  var plain = false

  func run() throws {
    let tutor = try TutorNotebook()
    defer { tutor.remove() }
    let settings = Settings(folder: Folders.config())
    if plain {
      var session = PlainSession(tutor.workbench, settings: settings, startFolder: tutor.folder)
      return session.run()
    }
    let browser = Browser(tutor.workbench, settings: settings, startFolder: tutor.folder)
    Signals.ignoreBrokenPipes()
    let outcome = try browser.run(color: .auto)
    if case .leave(let leave) = outcome.ending {
      // Leaving by a signal runs nothing any more.
      tutor.remove()
      Signals.end(by: leave)
    }
  }
}
