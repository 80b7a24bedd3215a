public import ArgumentParser
import Foundation
import PostilCore
import PostilTerminal

/// `postil [DIR]`: the screen.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Browse a notebook on the screen (this is what `postil` alone does).",
    discussion: "Example: postil Notes")

  @OptionGroup var notebook: NotebookOption

  @Argument(help: "The notebook's folder, or one inside it.", completion: .directory)
  var folder: String?

  @Option(help: "Colours: auto, always or never; auto heeds NO_COLOR.")
  var color = ColorChoice.auto

  @Flag(help: "Lines instead of a screen: for screen readers and pipes.")
  var plain = false

  @Option(
    help: "Press the keys of a session, then print how many and how many claims they made.",
    completion: .file())
  var replay: String?

  @Flag(help: "After --replay, stay on the screen.")
  var stay = false

  @Option(help: "Write the keys that are pressed into a file, for --replay.", completion: .file())
  var record: String?

  func validate() throws {
    if stay, replay == nil { throw ValidationError("--stay goes with --replay") }
  }

  func run() throws {
    // Two cores: one reads themes and keys while the other opens the index.
    let settings = Ahead { Settings(folder: Folders.config()) }
    let workbench = try open()
    let startFolder = FileManager.default.currentDirectoryPath
    var played = try replay.map { path throws(Problem) in
      try Replay(path, stays: stay, on: workbench)
    }
    if played != nil, !Console.isTerminal {
      played?.play(workbench, settings: settings.value, startFolder: startFolder)
      return try report(played, workbench)
    }
    if plain {
      var session = PlainSession(workbench, settings: settings.value, startFolder: startFolder)
      return session.run()
    }
    let browser = Browser(workbench, settings: settings.value, startFolder: startFolder)
    browser.replay = played
    browser.recording = try record.map { path throws(Problem) in try Recording(path) }
    Signals.ignoreBrokenPipes()
    let outcome = try browser.run(color: color)
    try report(browser.replay, workbench)
    if case .leave(let leave) = outcome.ending { Signals.end(by: leave) }
  }

  private func report(_ replay: Replay?, _ workbench: Workbench) throws(Problem) {
    if let replay { Console.say(try replay.count(workbench)) }
  }

  private func open() throws(Problem) -> Workbench {
    guard let folder else { return try Workbench(notebook: notebook.notebook) }
    guard let root = Notebook.find(from: folder) else {
      if let command = Nearest.word(to: folder, among: Postil.names),
        !FileManager.default.fileExists(atPath: folder)
      {
        throw Problem(
          "there is no command and no folder called “\(Visible.line(folder))”",
          hint: "did you mean `postil \(command)`?")
      }
      if (try? URL(filePath: folder).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
        == false
      {
        throw Problem(
          "\(Visible.line(folder)) is a file, and a notebook is a folder",
          hint: "`postil import \(Visible.line(folder))` in a notebook takes the posts of a file")
      }
      throw Problem(
        "there is no notebook in \(folder) yet",
        hint: """
          postil init \(folder)   makes an empty one, and `postil import FILE` fills it
            postil Notes   in Postil's own folder opens the sample, which is the manual too
          """)
    }
    return try Workbench(notebook: root)
  }
}

extension ColorChoice: ExpressibleByArgument {}
