import PostilCore
import PostilScreen
import Testing

@testable import postil

@Suite struct TypeAheadTests {
  private func expect(_ ahead: inout TypeAhead, holds: Bool, _ key: Key) {
    let held = ahead.holds(.key(key))
    #expect(held == holds)
  }

  private func expect(_ ahead: inout TypeAhead, gives key: Key?) {
    guard case .key(let next) = ahead.next() else {
      #expect(key == nil)
      return
    }
    #expect(next == key)
  }

  @Test func `keys go straight through while nothing is written`() {
    var ahead = TypeAhead()
    expect(&ahead, holds: false, .up)
    let wakes = ahead.note([.loadTotals, .loadDossier("x-1")], after: .key(.up))
    #expect(!wakes)
    expect(&ahead, holds: false, .down)
  }

  @Test func `after an edit they wait, and come in the order typed`() {
    var ahead = TypeAhead()
    let wakes = ahead.note([.perform([.removeClaim("c-1")])], after: .key(.up))
    #expect(wakes)
    for held in [Key.up, .down] { expect(&ahead, holds: true, held) }
    expect(&ahead, gives: nil)
    _ = ahead.note([], after: .changed(Change("removed", [])))
    expect(&ahead, holds: true, .left)
    for released in [Key.up, .down, .left] { expect(&ahead, gives: released) }
    expect(&ahead, gives: nil)
    expect(&ahead, holds: false, .up)
  }

  @Test func `a failure lets them go, too`() {
    var ahead = TypeAhead()
    _ = ahead.note([.undo], after: .key(.up))
    expect(&ahead, holds: true, .up)
    _ = ahead.note([], after: .failed(Problem("no")))
    expect(&ahead, gives: .up)
  }

  @Test func `they wait for a page that was opened`() {
    var ahead = TypeAhead()
    let isNews = ahead.note(awaitsPage: true)
    #expect(isNews)
    for held in [Key.up, .down] { expect(&ahead, holds: true, held) }
    let isNewsAgain = ahead.note(awaitsPage: true)
    #expect(!isNewsAgain)
    expect(&ahead, gives: nil)
    _ = ahead.note(awaitsPage: false)
    for released in [Key.up, .down] { expect(&ahead, gives: released) }
    expect(&ahead, gives: nil)
  }

  @Test func `a slow disk does not keep them for long`() async throws {
    var ahead = TypeAhead()
    _ = ahead.note([.undo], after: .key(.up))
    expect(&ahead, holds: true, .up)
    try await Task.sleep(for: TypeAhead.patience + .milliseconds(20))
    expect(&ahead, gives: .up)
  }
}
