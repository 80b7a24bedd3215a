import Foundation
import PostilCore
import PostilIndex
import PostilScreen
import Synchronization

extension Worker {
  /// Looks for the next post of a list with a suggested sentence that carries no claim, some hundred
  /// posts at a time; ends early when it is stopped or another one is sought.
  func seekSuggestion(
    _ ask: PostList.Ask, from: Int, forward: Bool, hiding hidden: Set<String>,
    except shown: Set<String>, number: Int
  ) {
    let stops = stopCount
    var pace = Pace.ofProgress
    defer { if pace.hasBegun { post(.progress(nil)) } }
    do throws(Problem) {
      let total = try workbench.index.count(ask.query, today: workbench.today)
      let ahead = forward ? total - from - 1 : from
      var done = 0
      while done < ahead {
        let count = min(Self.portion, ahead - done)
        let start = forward ? from + 1 + done : from - done - count
        let passages = try workbench.index.passages(
          ask.query, sort: ask.sort, window: start..<start + count, today: workbench.today)
        for passage in forward ? passages : passages.reversed() {
          guard !isStopped(since: stops), suggestionSeeks.withLock({ $0 }) == number else { return }
          if !shown.contains(passage.id),
            let place = place(in: passage, forward: forward, hiding: hidden)
          {
            return post(.suggestion(ask, from: from, place))
          }
        }
        done += count
        if pace.isDue() {
          post(.progress(Progress("looking for suggestions", done: done, total: ahead)))
        }
      }
      post(.suggestion(ask, from: from, nil))
    } catch {
      post(.failed(error))
    }
  }

  /// How many posts are read at once: few enough to stop soon, enough to find their place rarely.
  private static let portion = 500

  private func place(in passage: Index.Passage, forward: Bool, hiding hidden: Set<String>)
    -> SuggestionPlace?
  {
    let segments = Segments(passage.text)
    var found = Suggestion.all(in: segments, posted: passage.posted?.day)
      .filter { $0.reason(hiding: hidden) != nil }
    if !found.isEmpty, passage.hasClaims,
      let dossier = try? workbench.notebook.dossier(of: passage.id, in: workbench.index)
    {
      found = Suggestion.untagged(found, spans: dossier.claims.flatMap(\.spans))
    }
    guard let suggestion = forward ? found.first : found.last else { return nil }
    return SuggestionPlace(
      position: passage.position, post: passage.id, offset: suggestion.sentence.lowerBound,
      why: suggestion.why(in: segments, hiding: hidden) ?? "")
  }

  /// Writes the choice of suggestions into the person's own file.
  ///
  /// - Throws: when the file cannot be written.
  func keep(_ choice: SuggestionChoice) throws(Problem) -> Event? {
    let folder = Folders.config()
    let file = folder + "/" + Settings.suggestionsFile
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Data(choice.text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
      return nil
    } catch {
      throw Problem(
        "the choice of suggestions cannot be kept", at: .init(file),
        hint: "It holds until you leave.")
    }
  }
}
