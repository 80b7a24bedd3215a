import PostilCore
import PostilIndex
import Testing

struct StoppedCountTests {
  @Test func `a count that nobody waits for any more has no answer`() throws {
    let shelf = try Shelf()
    for n in 0..<300 { try shelf.post("p-\(n)", "alike \(n)", "posted: 2025-10-01") }
    let index = try shelf.index()
    let stopped = try index.count(.word("alike"), folding: .none, today: testDay) { false }
    #expect(stopped == nil)
    let whole = try index.count(.word("alike"), folding: .none, today: testDay) { true }
    #expect(whole == 300)
  }
}
