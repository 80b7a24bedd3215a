import Foundation
import PostilCore

/// The user's own editor, for texts longer than a line.
enum Editor {
  /// Lets the user edit a text; nil when it stays as it was.
  ///
  /// To be called on the main thread, with the terminal lent. The file is named `NAME.md`, for the
  /// editor to highlight Markdown, and lies in a folder that nobody else can read. Its first line says
  /// what the text is about, and is left out of what is saved, which is kept there when the editor
  /// fails.
  static func edit(_ text: String, name: String = "note", about: String) throws(Problem) -> String?
  {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "postil-\(UUID().uuidString)")
    let file = folder.appending(path: name.replacing("/", with: "-") + ".md")
    let before = Data((Self.header(about) + text).utf8)
    do {
      try files.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try before.write(to: file)
    } catch {
      throw Problem("A text for the editor cannot be written: \(error.localizedDescription)")
    }
    let failure = open(file.path, line: 2)
    let after = try? Data(contentsOf: file)
    if failure == nil || after == before { try? files.removeItem(at: folder) }
    if var failure {
      if let after, after != before { failure.hint = "What it saved is in \(file.path)." }
      throw failure
    }
    guard let after else { throw Problem("The editor removed the text", hint: unchanged) }
    guard let edited = String(validating: after, as: UTF8.self) else {
      throw Problem("What the editor saved is not UTF-8", hint: unchanged)
    }
    return after == before ? nil : withoutHeader(edited)
  }

  /// A comment of Markdown, on a line of its own.
  private static func header(_ about: String) -> String {
    let words = Visible.line(about).replacing("--", with: "–").replacing(">", with: "›")
    return "\(headerStart) \(words) · This line is left out; unchanged, nothing is written. -->\n"
  }

  private static func withoutHeader(_ text: String) -> String {
    guard text.hasPrefix(headerStart) else { return text }
    return text.firstIndex(where: \.isNewline).map { String(text[text.index(after: $0)...]) } ?? ""
  }

  private static let headerStart = "<!-- postil:"

  /// Lets the user edit a file in place, from a line that counts from 1; answers what went wrong.
  static func open(_ path: String, line: Int = 1) -> Problem? {
    let command = command(ProcessInfo.processInfo.environment)
    let script = command + " \"$@\""
    let jump = line > 1 && takesLine(command) ? ["+\(line)"] : []
    do throws(Problem) {
      // Through a shell, so that EDITOR="vim -u NONE" works; the path is never part of the script.
      let code = try Child(["/bin/sh", "-c", script, "postil"] + jump + [path]).wait()
      if code == 0 { return nil }
      let missing = code == 127 ? "Set EDITOR to an editor that is installed." : unchanged
      return Problem("The editor ended with \(code)", hint: missing)
    } catch {
      return error
    }
  }

  /// `$VISUAL`, else `$EDITOR`, else `editor` (Debian's choice), else `vi`.
  static func command(_ environment: [String: String]) -> String {
    let asked = ["VISUAL", "EDITOR"].compactMap { environment[$0] }
    return asked.first { !$0.allSatisfy(\.isWhitespace) } ?? "$(command -v editor || echo vi)"
  }

  /// Whether an editor understands `+12` as a line.
  static func takesLine(_ command: String) -> Bool {
    guard let program = command.split(separator: " ").first?.split(separator: "/").last else {
      return false
    }
    return program.hasPrefix("$(") || jumpers.contains(String(program))
  }

  private static let jumpers: Set = [
    "vi", "vim", "nvim", "view", "nvi", "ex", "nano", "pico", "emacs", "emacsclient", "mg", "jed",
    "joe", "kak", "micro", "ne", "editor",
  ]

  private static let unchanged = "Nothing was changed."
}
