import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

struct SplitDraftTests {
  @Test func `every byte is in exactly one post or separator, however it is cut`() {
    var numbers = SeededNumbers(7)
    for _ in 0..<400 {
      let draft = randomDraft(&numbers)
      var order = draft.pieces.map(\.bytes) + draft.separators
      order.sort { $0.lowerBound < $1.lowerBound }
      var end = 0
      for range in order {
        #expect(range.lowerBound == end)
        #expect(!range.isEmpty)
        end = range.upperBound
      }
      #expect(end == draft.bytes.count)
      #expect(draft.count == draft.pieces.count)
    }
  }

  @Test func `toggling a line twice changes nothing`() {
    var numbers = SeededNumbers(11)
    for _ in 0..<400 {
      var draft = randomDraft(&numbers)
      guard !draft.lines.isEmpty else { continue }
      let pieces = draft.pieces
      let line = Int.random(in: draft.lines.indices, using: &numbers)
      draft.toggle(line)
      let toggled = draft.count
      #expect(abs(toggled - pieces.count) <= 1)
      draft.toggle(line)
      #expect(draft.pieces.map(\.bytes) == pieces.map(\.bytes))
    }
  }

  @Test func `a post keeps its inner blank lines and its carriage returns`() {
    let draft = SplitDraft(Array("\u{FEFF}one\r\n\r\n two \r\n\r\n\r\nthree".utf8), starts: [4])
    #expect(draft.pieces.map(draft.text) == ["one\r\n\r\n two ", "three"])
    #expect(draft.separators == [0..<3, 15..<21])
  }

  @Test func `a boundary before blank lines is the boundary after them`() {
    var draft = SplitDraft(Array("one\n\n\ntwo".utf8))
    draft.toggle(1)
    #expect(draft.pieces.map(draft.text) == ["one", "two"])
    draft.toggle(3)
    #expect(draft.pieces.map(draft.text) == ["one\n\n\ntwo"])
  }

  @Test func `a post joined across a rule holds the rule`() throws {
    var draft = try PasteSplitter.draft(Array("one\n---\ntwo\n---\nthree\n".utf8), .rule)
    #expect(draft.pieces.map(draft.text) == ["one", "two", "three"])
    draft.merge(2)
    #expect(draft.pieces.map(draft.text) == ["one\n---\ntwo", "three"])
  }

  @Test func `what is said of a post goes before what is said of the rest`() {
    var draft = SplitDraft(Array("one\ntwo\nthree".utf8), starts: [1, 2])
    draft.rest.author = "@rest"
    draft.attribute(1, author: "@ada", posted: nil)
    #expect(draft.pieces.map(\.about.author) == ["@rest", "@ada", "@rest"])
    #expect(draft.pieces.allSatisfy { $0.about.posted == nil })
  }

  @Test func `only a text without line feeds ends its lines at carriage returns`() {
    #expect(SplitDraft(Array("a\rb\rc".utf8)).lines.count == 3)
    #expect(SplitDraft(Array("a\rb\nc\u{2028}d".utf8)).lines.count == 2)
  }

  /// Bytes with many line ends, marks and boundaries, some of them on blank lines.
  private func randomDraft(_ numbers: inout SeededNumbers) -> SplitDraft {
    let alphabet: [[UInt8]] = [
      [0x0A], [0x0A], [0x0D, 0x0A], [0x0D], [0x61], [0x20], [0xE2, 0x80, 0xA8], [0xFF],
      [0xEF, 0xBB, 0xBF], [0xF0, 0x9F, 0x9A, 0x80],
    ]
    let count = Int.random(in: 0...40, using: &numbers)
    let bytes = (0..<count).flatMap { _ in alphabet.randomElement(using: &numbers) ?? [] }
    let lines = SplitDraft(bytes).lines.indices
    return SplitDraft(
      bytes, starts: Set(lines.filter { _ in Bool.random(using: &numbers) }),
      dropped: Set(lines.filter { _ in Int.random(in: 0..<4, using: &numbers) == 0 }))
  }
}
