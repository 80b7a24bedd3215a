import Foundation
import PostilCore
import PostilScreen
import PostilTerminal

extension Browser {
  /// Does what needs the terminal, on the main thread; other effects are the worker's.
  func carryOut(_ effect: Effect, on terminal: inout Terminal) {
    switch effect {
    case .editNote(let target, let title, let text):
      lend(&terminal) { () throws(Problem) in
        .edited(
          target: target, from: text, text: try Editor.edit(text, name: target, about: title))
      }
    case .editFile(let path, let line):
      let file = path.hasPrefix("/") ? path : workbench.notebook.root + "/" + path
      lend(&terminal) { () throws(Problem) in
        Editor.open(file, line: line ?? 1).map(Event.failed)
      }
      worker.take(.paths([path]))
    case .openLink(let link):
      do throws(Problem) {
        try Opener.open(link)
      } catch {
        take(.failed(error), on: &terminal)
      }
    case .copy(let text): copy(text, on: &terminal)
    case .mouse(let isOn): terminal.mouse = isOn
    case .readSettings(let isAsked): readSettings(isAsked: isAsked, on: &terminal)
    case .readTheme(let name): readTheme(name, on: &terminal)
    case .pipe(let pipe) where pipe.needsTerminal:
      lend(&terminal) { () throws(Problem) in
        let input = try workbench.input(for: pipe)
        return try ShellCommand(pipe, workbench).runOnTerminal(input)
      }
    case .redraw: terminal.repaint()
    case .suspend:
      terminal.suspend()
      take(.resized(terminal.size), on: &terminal)
    default: break
    }
  }

  /// Lends the terminal to another program; the window may have another size afterwards.
  private func lend(_ terminal: inout Terminal, to program: () throws(Problem) -> Event?) {
    let event: Event?
    do throws(Problem) {
      event = try terminal.lend(program)
    } catch {
      event = .failed(error)
    }
    take(.resized(terminal.size), on: &terminal)
    if let event { take(event, on: &terminal) }
  }
}
