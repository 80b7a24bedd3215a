import PostilCore
import PostilImport
import PostilIndex
import PostilScreen
import Synchronization

/// Does in the background what the screen asks for, and posts the answers to the mailbox.
///
/// Writing has a lane, lists, their numbers and pages have one each: writes stay in the order asked,
/// and neither an import nor counting keeps the next page from coming. Comparing all files with the index has one.
final class Worker: Sendable {
  let workbench: Workbench
  /// Relative paths that a person types begin here.
  let startFolder: String
  private let mailbox: Mailbox<Event>
  private let lists = Lane("lists")
  private let counts = Lane("counts")
  private let totals = Lane("totals")
  private let pages = Lane("pages")
  private let writes = Lane("writes")
  private let scans = Lane("scans")
  private let walks = Lane("walks")
  private let ahead = Lane("ahead")
  let facts = FactsShelf()
  /// The files that this program wrote, as they were then; nil stands for one that it deleted.
  let own = Mutex<[String: Notebook.Stamp?]>([:])
  /// Counts the times that a suggestion was sought: only the last one is still wanted.
  let suggestionSeeks = Mutex(0)
  private let commands = Lane("commands")
  /// Counts the times that work was stopped; work that began at another count ends early.
  private let stops = Mutex(0)
  private let isLeaving = Mutex(false)
  /// The list that is wanted, and how often that was another one: it is not counted any further then.
  private let wanted = Mutex((ask: PostList.Ask?.none, number: 0))
  /// The post asked for last, and how often any was: an answer to an older question is dropped.
  private let page = Mutex((post: String?.none, number: 0))
  /// The last failure of each kind of reading: what is asked for again and again fails once.
  private let failures = Mutex<[String: Problem]>([:])

  init(_ workbench: Workbench, startFolder: String, mailbox: Mailbox<Event>) {
    self.workbench = workbench
    self.startFolder = startFolder
    self.mailbox = mailbox
  }

  /// Queues an effect that needs no terminal, and returns at once.
  func perform(_ effect: Effect) {
    if case .loadPosts(let ask, _) = effect { want(ask) }
    switch effect {
    case .countPosts, .loadSections:
      counts.add(slot: effect.slot) { [self] in read(effect, then: post) }
    case .loadTotals, .loadTags, .loadLexicon:
      totals.add(slot: effect.slot) { [self] in read(effect, then: post) }
    case .loadPosts, .loadClaims, .loadNotes, .loadPage,
      .loadSubjects,
      .loadRange, .countMatches, .planTag, .find, .seek, .locate:
      lists.add(slot: effect.slot) { [self] in read(effect, then: post) }
    case .loadDossier(let post): load(page: post)
    case .readAhead(let posts): readAhead(posts)
    case .perform, .performOnMatches, .undo, .redo, .markRead, .export, .importFile, .cutPasted,
      .acceptSplit,
      .keepSuggestions:
      writes.add { [self] in write(effect) }
    case .seekSuggestion(let ask, let from, let isForward, let hidden, let shown):
      let number = suggestionSeeks.withLock { count in
        count += 1
        return count
      }
      walks.add(slot: effect.slot) { [self] in
        seekSuggestion(
          ask, from: from, forward: isForward, hiding: hidden, except: shown, number: number)
      }
    case .reconcile:
      scans.add(slot: "reconcile") { [self] in scan() }
    case .stopWork:
      stops.withLock { $0 += 1 }
    case .pipe(let pipe) where !pipe.needsTerminal:
      commands.add { [self] in run(pipe) }
    case .editNote, .editFile, .openLink, .copy, .redraw, .suspend, .readSettings, .readTheme,
      .mouse, .pipe:
      break
    }
  }

  /// Takes what others changed on the disk into the index.
  func take(_ changes: Watcher.Changes) {
    scans.add { [self] in update(for: changes) }
  }

  /// Begins to watch a notebook's files; says so when not all of them can be watched.
  func watch(_ watcher: Watcher) {
    scans.add { [self] in
      guard !watcher.start(), watcher.descriptor >= 0 else { return }
      post(.message("not all folders can be watched: R reads what others changed"))
    }
  }

  /// Waits for everything that was asked to be written; reading and long work end early.
  func finish() {
    isLeaving.withLock { $0 = true }
    settle()
  }

  /// Waits until everything asked for so far is done and answered.
  func settle() {
    for lane in [writes, scans, lists, counts, totals, pages, ahead, walks, commands] {
      lane.finish()
    }
  }

  /// Wakes the loop after a while, by an event that changes nothing.
  func wake(after time: Duration) {
    Lane.wait(time) { [self] in post(.today(workbench.today)) }
  }

  /// The running number of stops, to be given to `isStopped`.
  var stopCount: Int { stops.withLock { $0 } }

  /// Whether work that began at a stop count should end early.
  func isStopped(since count: Int) -> Bool {
    stopCount != count || isLeaving.withLock { $0 }
  }

  func post(_ event: Event) {
    mailbox.post(event)
  }

  private func want(_ ask: PostList.Ask) {
    wanted.withLock { wanted in
      if wanted.ask != ask { wanted = (ask, wanted.number + 1) }
    }
  }

  /// Whether a list is the one wanted now.
  func isWanted(_ ask: PostList.Ask) -> Bool { wanted.withLock { $0.ask == ask } }

  /// Another number is another list.
  var listNumber: Int { wanted.withLock { $0.number } }

  private func load(page post: String) {
    let number = page.withLock { page in
      page = (post, page.number + 1)
      return page.number
    }
    pages.add(slot: "dossier") { [self] in
      read(.loadDossier(post)) { self.post($0, asPage: number) }
    }
  }

  /// Reads posts beside the page that is shown; that they cannot be read is said when one goes there.
  private func readAhead(_ posts: [String]) {
    ahead.add(slot: "ahead") { [self] in
      for post in posts where !isLeaving.withLock({ $0 }) {
        if let event = try? answer(.loadDossier(post)), case .dossier(let dossier) = event {
          self.post(.ahead(dossier))
        }
      }
    }
  }

  private func read(_ effect: Effect, then deliver: (Event) -> Void) {
    guard !isLeaving.withLock({ $0 }) else { return }
    let slot = effect.slot ?? ""
    do throws(Problem) {
      guard let event = try answer(effect) else { return }
      failures.withLock { $0[slot] = nil }
      deliver(event)
    } catch {
      let isNews = failures.withLock { failures in
        defer { failures[slot] = error }
        return failures[slot] != error
      }
      if isNews { post(.failed(error)) }
    }
  }

  private func write(_ effect: Effect) {
    do throws(Problem) {
      guard let event = try carryOut(effect) else { return }
      if effect.isEdit { postPage() }
      if event.tellsOfWriting { post(.saved(workbench.clock)) }
      post(event)
    } catch {
      post(.failed(error))
    }
  }

  /// Posts the page anew after an edit, before the edit is confirmed: keys that follow find it there.
  private func postPage() {
    let shown = page.withLock { page in
      // What is being read now may be older than the edit.
      page.number += 1
      return page.post
    }
    guard let shown, let event = try? answer(.loadDossier(shown)) else { return }
    page.withLock { if $0.post == shown { post(event) } }
  }

  /// Posts a page unless another was asked for since, in one step with looking.
  private func post(_ event: Event, asPage number: Int) {
    page.withLock { if $0.number == number { post(event) } }
  }
}

extension Effect {
  /// Whether it asks for rows of the list.
  var isOfRows: Bool {
    if case .loadPosts = self { true } else { false }
  }

  /// Whether keys typed after it count on what it does.
  var isEdit: Bool {
    switch self {
    case .perform, .performOnMatches, .undo, .redo: true
    default: false
    }
  }
}

extension Event {
  /// Whether it reports that records were written, other than the log of what was read.
  fileprivate var tellsOfWriting: Bool {
    switch self {
    case .changed(let change): !change.files.isEmpty
    case .undone(let change), .redone(let change): change != nil
    case .imported(let report):
      report.files.contains { $0.new + $0.captures + $0.restored + $0.joined > 0 }
    default: false
    }
  }
}
