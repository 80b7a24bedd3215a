import Foundation
import PostilCore

/// Opens links in the user's browser.
enum Opener {
  /// Opens a URL and returns at once; the hint of the problem holds the URL when there is no browser.
  ///
  /// Only `http` and `https`, never through a shell: the text of a link is a stranger's.
  static func open(_ url: String) throws(Problem) {
    guard isWebAddress(url) else {
      throw Problem("Only links to the web are opened", hint: url)
    }
    #if canImport(Darwin)
      let program = "open"
    #else
      let program = "xdg-open"
      let environment = ProcessInfo.processInfo.environment
      guard ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER"].contains(where: { environment[$0] != nil })
      else { throw Problem("There is no browser here", hint: url) }
    #endif
    let child: Child
    do throws(Problem) {
      child = try Child([program, url], streams: .none)
    } catch {
      throw Problem("No browser could be started (\(error.message))", hint: url)
    }
    // Somebody has to take note of its end.
    Thread.detachNewThread { _ = child.wait() }
  }

  /// Whether a text is an `http` or `https` URL without spaces and controls.
  static func isWebAddress(_ url: String) -> Bool {
    let scalars = url.unicodeScalars
    guard scalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else { return false }
    let lower = url.prefix(8).lowercased()
    return lower.hasPrefix("https://") ? url.count > 8 : lower.hasPrefix("http://") && url.count > 7
  }
}
