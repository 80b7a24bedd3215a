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

  @Test(arguments: 0..<50)
  func `scheme, capitals of the host, www, fragment and last slash make no other address`(
    seed: UInt64
  ) {
    var chance = Chance(seed: seed)
    let host = ["norrby.com", "ä.example", "x.com:8080"].randomElement(using: &chance) ?? ""
    let path = (0..<Int.random(in: 0...5, using: &chance)).map { _ in
      ["/a", "/B?q=1", "/www.", "/é文", "/:/c", "/\r\n"].randomElement(using: &chance) ?? ""
    }.joined()
    for scheme in ["http", "https", "gemini"] {
      for www in ["", "www."] {
        for end in ["", "/", "//", "#part", "/#part/two", "#"] {
          let written = scheme + "://" + www + host.uppercased() + path + end
          #expect(Name.address(written) == host + path, "\(written)")
        }
      }
    }
  }

  @Test(arguments: ["", "norrby.com/a", "a/b://c", "mailto:a@b.c", "://", "x:/", "x:/y/"])
  func `what has no scheme has no address`(text: String) {
    #expect(Name.address(text) == (text == "://" ? "" : nil))
  }
}
