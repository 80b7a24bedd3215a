import PostilCore
import Testing

@Suite struct FoldTests {
  @Test(arguments: [
    ("Ünïcödé", "unicode"), ("e\u{301}", "e"), ("ĐỆ", "de"), ("ŁÓDŹ", "lodz"), ("ПРАВДА", "правда"),
    ("漢字 $IREN", "漢字 $iren"), ("ÆON", "æon"), ("×÷", "×÷"), ("", ""),
  ])
  func `case and diacritics are taken away`(text: String, expected: String) {
    #expect(Fold.folded(text) == expected)
  }

  @Test func `folding twice is folding once`() {
    for value in 0..<0x3000 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = Fold.folded(String(scalar))
      #expect(Array(Fold.folded(once).utf8) == Array(once.utf8))
    }
  }

  @Test func `a word is found with its marks`() {
    let text = Array("La GRÂCE, gra\u{302}ce; grace".unicodeScalars)
    let places = Fold.places(of: "grâce", in: text)
    #expect(places == [3..<8, 10..<16, 18..<23])
    #expect(Fold.places(of: "", in: text) == [])
    #expect(Fold.places(of: "\u{302}", in: text) == [])
  }

  @Test(arguments: [
    ("autor", "author"), ("stauts", "status"), ("AUTHOR", "author"), ("tikcer", "ticker"),
    ("sup", "supported"), ("supportet", "supported"),
  ])
  func `a slip finds the word that was meant`(typed: String, meant: String) {
    let known = ["author", "status", "ticker", "tag", "type", "supported", "since", "until"]
    #expect(Nearest.word(to: typed, among: known) == meant)
  }

  @Test(arguments: ["", "x", "zebra", "su"])
  func `what is near to nothing finds nothing`(typed: String) {
    #expect(Nearest.word(to: typed, among: ["author", "status", "supported"]) == nil)
  }
}
