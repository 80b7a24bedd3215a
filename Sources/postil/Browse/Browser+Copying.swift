import Foundation
import PostilCore
import PostilScreen
import PostilTerminal

extension Browser {
  /// Puts a text on the clipboard by every way there is, and says which.
  func copy(_ text: String, on terminal: inout Terminal) {
    let environment = ProcessInfo.processInfo.environment
    let isInScreen = !(environment["STY"] ?? "").isEmpty
    let isSent = terminal.copy(
      base64: Data(text.utf8).base64EncodedString(), throughScreen: isInScreen)
    guard let tool = Clipboard.tool(environment) else {
      let way = "through the terminal, if it allows that (OSC 52)"
      return isSent
        ? take(.copied(way), on: &terminal)
        : take(.failed(Problem("too long for the terminal's clipboard", hint: hint)), on: &terminal)
    }
    worker.copy(text, with: tool, isSentToo: isSent)
  }

  private var hint: String { "Install wl-copy, xclip or xsel, or `|` it into a file." }
}

extension Worker {
  /// Gives a text to a tool beside everything else, and says how that went.
  func copy(_ text: String, with tool: Clipboard.Tool, isSentToo: Bool) {
    Lane.wait(.zero) { [self] in
      do throws(Problem) {
        try Clipboard.copy(text, with: tool)
        post(.copied(isSentToo ? "by \(tool.name) and the terminal" : "by \(tool.name)"))
      } catch {
        guard isSentToo else { return post(.failed(error)) }
        post(.copied("through the terminal (OSC 52); \(error.message)"))
      }
    }
  }
}
