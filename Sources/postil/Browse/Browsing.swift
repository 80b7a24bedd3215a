import Foundation
import PostilCore
import PostilScreen
import PostilTerminal

/// The screen as it was asked for on the command line.
struct Browsing: Hashable {
  /// A notebook's folder, or one inside it.
  var folder: String?
  /// What `-n` says.
  var notebook: String?
  var color = ColorChoice.auto
  /// Lines instead of a screen.
  var isPlain = false
  /// The file of a session whose keys are pressed.
  var replay: String?
  /// Whether the screen stays after that.
  var stays = false
  /// The file into which keys are written down.
  var record: String?

  init(folder: String? = nil, notebook: String? = nil) {
    self.folder = folder
    self.notebook = notebook
  }

  /// What the usual words mean, `postil`, `postil DIR` and `postil -n DIR`; nil for all others.
  ///
  /// The parser of all commands says the same, but building it takes longer than showing a list.
  init?(usual words: [String]) {
    switch words.count {
    case 0: self.init()
    case 1 where Self.isFolder(words[0]) && !Self.isCommand(words[0]):
      self.init(folder: words[0])
    case 2 where ["-n", "--notebook"].contains(words[0]) && Self.isFolder(words[1]):
      self.init(notebook: words[1])
    default: return nil
    }
  }

  /// Most folders are seen at once to be none; the names of all commands take their time.
  private static func isCommand(_ word: String) -> Bool {
    word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      && Postil.names.contains(word)
  }

  private static func isFolder(_ word: String) -> Bool {
    !word.isEmpty && !word.hasPrefix("-") && word != "help"
  }

  func run() throws {
    // Two cores: one reads themes and keys while the other opens the index.
    let settings = Ahead { Settings(folder: Folders.config()) }
    let workbench = try open()
    let startFolder = FileManager.default.currentDirectoryPath
    var played = try replay.map { path throws(Problem) in
      try Replay(path, stays: stays, on: workbench)
    }
    if played != nil, !Console.isTerminal {
      played?.play(workbench, settings: settings.value, startFolder: startFolder)
      return try report(played, workbench)
    }
    if isPlain {
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
    guard let folder else { return try Workbench(notebook: notebook) }
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
