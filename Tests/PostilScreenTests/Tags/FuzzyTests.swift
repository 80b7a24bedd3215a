import Testing

@testable import PostilScreen

@Suite struct FuzzyTests {
  @Test(arguments: [
    ("power", "power", Fuzzy.Rank.whole), ("POW", "power/btm", .beginning),
    ("btm", "power/btm", .wordBeginning), ("rate", "hash-rate", .wordBeginning),
    ("owe", "power", .inside), ("pb", "power/btm", .initials), ("pobt", "power/btm", .initials),
    ("pwr", "power", .scattered), ("cafe", "Café", .whole), ("", "anything", .beginning),
  ]) func `what was typed is ranked by where it stands`(
    typed: String, name: String, rank: Fuzzy.Rank
  ) {
    #expect(Fuzzy.rank(typed, in: name) == rank)
  }

  @Test(arguments: [("px", "power"), ("rewop", "power"), ("powerr", "power"), ("x", "")])
  func `letters that are not there in this order do not fit`(typed: String, name: String) {
    #expect(Fuzzy.rank(typed, in: name) == nil)
  }

  @Test func `every name answers to each of its beginnings, parts and gapped letters`() {
    var dice = Dice(seed: 7)
    for _ in 0..<400 {
      let name = String((0..<dice.roll(1...12)).map { _ in Array("ab-/cdé")[dice.roll(0...6)] })
      let from = dice.roll(0...name.count - 1)
      let part = String(name.dropFirst(from).prefix(dice.roll(1...name.count - from)))
      let rank = Fuzzy.rank(part, in: name)
      #expect(rank.map { $0 <= .inside } ?? false, "\(part) in \(name)")
      let gapped = String(name.enumerated().filter { $0.offset % 2 == 0 }.map(\.element))
      #expect(Fuzzy.rank(gapped, in: name) != nil, "\(gapped) in \(name)")
    }
  }

  @Test func `all words must fit`() {
    #expect(Fuzzy.score(["po", "bt"], in: "power/btm") != nil)
    #expect(Fuzzy.score(["po", "x"], in: "power/btm") == nil)
  }
}
