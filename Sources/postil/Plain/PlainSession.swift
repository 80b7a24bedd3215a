import Foundation
import PostilCore
import PostilScreen

/// `--plain`: a line in, lines out, in the order in which they are meant to be heard.
///
/// No alternate screen and no cursor addressing, so screen readers, pipes and tests are served alike.
struct PlainSession {
  private let sitting: Sitting
  private var place: [String] = []
  private var head: String?
  private var item: String?

  init(_ workbench: Workbench, settings: Settings, startFolder: String) {
    sitting = Sitting(
      workbench, settings: settings, startFolder: startFolder, size: Size(rows: 60, columns: 100))
    for problem in settings.problems { sitting.take(.failed(problem)) }
    sitting.carryOut = Self.carryOut
    sitting.recall(workbench.remembered())
    sitting.begin()
  }

  /// Reads lines until the person leaves or nothing more comes; what is open is saved then.
  mutating func run() {
    say([sitting.state.title, "A number goes to an item, help lists the commands, quit leaves."])
    showRoom()
    while !sitting.state.isFinished, let line = readLine() { take(line) }
    sitting.finish()
    sitting.workbench.remember(sitting.state.memory)
  }

  private mutating func take(_ line: String) {
    sitting.clearMessage()
    guard let steps = sitting.plainLine(line.filter { $0 != "\r" }) else {
      return say(["! “\(line)” means nothing here · help lists the commands"])
    }
    var shows = false
    for step in steps {
      switch step {
      case .key(let key): sitting.take(.key(key))
      case .run(let action, let argument): sitting.run(action, argument: argument)
      case .goTo(let number): sitting.run(.first, count: number)
      case .show: shows = true
      }
    }
    if sitting.state.isFinished { return }
    if let message = sitting.state.plainMessage { say([message]) }
    let question = sitting.state.plainQuestion
    if sitting.state.isPlainWriting, steps.isEmpty { return }
    if !question.isEmpty { return say(question) }
    if shows || sitting.state.place != place || sitting.state.plainHead != head {
      return showRoom()
    }
    let now = sitting.state.plainItem
    if now != item || steps.isEmpty, let now { say([now]) }
    item = now
  }

  private mutating func showRoom() {
    say(sitting.state.plainRoom)
    place = sitting.state.place
    head = sitting.state.plainHead
    item = sitting.state.plainItem
    if place.first == "reader", let item { say(["now \(item)"]) }
  }

  private func say(_ lines: [String]) {
    for line in lines { Console.say(Console.safe(line)) }
    // Whoever waits at the other end of a pipe gets it at once.
    fflush(nil)
  }

  private static func carryOut(_ effect: Effect) -> Event? {
    do throws(Problem) {
      switch effect {
      case .copy(let text): Console.say("copied: \(Console.safe(text))")
      case .openLink(let link): try Opener.open(link)
      case .editNote(let target, let title, let text):
        return .edited(
          target: target, from: text, text: try Editor.edit(text, name: target, about: title))
      default: break
      }
      return nil
    } catch {
      return .failed(error)
    }
  }
}
