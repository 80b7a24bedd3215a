import Foundation
import Testing

@testable import PostilIndex

@Suite struct NameTests {
  @Test(arguments: 0..<50)
  func `a name of ASCII is folded as Foundation folds it`(seed: UInt64) {
    var chance = Chance(seed: seed)
    let bytes = (0..<40).map { _ in UInt8.random(in: 0..<0x80, using: &chance) }
    let name = String(decoding: bytes, as: UTF8.self)
    let folded = name.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    #expect(Name.folded(name).utf8.elementsEqual(folded.utf8))
  }
}
