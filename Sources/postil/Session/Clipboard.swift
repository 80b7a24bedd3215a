import Foundation
import PostilCore
import PostilScreen

/// The programs that put a text on the clipboard of this machine.
enum Clipboard {
  /// One of them, and what it is given.
  struct Tool: Equatable {
    let arguments: [String]

    /// As the status line calls it.
    var name: String { arguments.first ?? "" }

    init(_ arguments: String...) {
      self.arguments = arguments
    }
  }

  /// The tool whose display can be reached from here; nil when there is none.
  ///
  /// The terminal's own way (OSC 52) is taken as well: over SSH it is the only one.
  static func tool(
    _ environment: [String: String], isInstalled: (String) -> Bool = isInstalled
  ) -> Tool? {
    func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    var tools: [Tool] = []
    #if canImport(Darwin)
      tools.append(Tool("pbcopy"))
    #endif
    if has("WAYLAND_DISPLAY") { tools.append(Tool("wl-copy")) }
    if has("DISPLAY") {
      tools += [Tool("xclip", "-selection", "clipboard"), Tool("xsel", "--clipboard", "--input")]
    }
    if has("WSL_DISTRO_NAME") { tools.append(Tool("clip.exe")) }
    // tmux asks the terminal outside, which does not heed what programs inside of it send.
    if has("TMUX") { tools.append(Tool("tmux", "load-buffer", "-w", "-")) }
    return tools.first { isInstalled($0.name) }
  }

  /// Whether a program is on the path.
  static func isInstalled(_ name: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  /// Gives a tool the text; waits for it.
  ///
  /// - Throws: when it fails. One that hangs, because its display does not answer, is ended.
  static func copy(_ text: String, with tool: Tool) throws(Problem) {
    let end = ContinuousClock.now + .seconds(3)
    let command = tool.arguments.map { "'\($0)'" }.joined(separator: " ")
    // The tool stays as the owner of the clipboard, so its outputs must not be waited for.
    let output = try ShellCommand.run(
      command + " >/dev/null 2>&1", input: text, environment: nil,
      isStopped: { ContinuousClock.now > end })
    guard output.code == 0 else {
      throw Problem("\(tool.name) ended with \(output.code)")
    }
  }
}
