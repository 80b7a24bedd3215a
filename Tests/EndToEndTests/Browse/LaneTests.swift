import Synchronization
import Testing

@testable import postil

@Suite struct LaneTests {
  @Test func `work is done in the order asked`() {
    let lane = Lane("test")
    let done = Mutex<[Int]>([])
    for number in 0..<1000 { lane.add { done.withLock { $0.append(number) } } }
    lane.finish()
    #expect(done.withLock { $0 } == Array(0..<1000))
  }

  @Test func `of a slot that is asked for again only the newest is done`() {
    let lane = Lane("test")
    let done = Mutex<[String]>([])
    let gate = Mutex(0)
    func add(_ name: String, slot: String?) {
      lane.add(slot: slot) { done.withLock { $0.append(name) } }
    }
    gate.withLock { _ in
      lane.add { gate.withLock { _ in } }
      for number in 0..<100 { add("page \(number)", slot: "page") }
      add("edit", slot: nil)
      add("list", slot: "list")
    }
    lane.finish()
    #expect(done.withLock { $0 } == ["page 99", "edit", "list"])
  }
}
