import PostilCore
import Testing

@Suite struct CodebookTests {
  private static func book(_ names: String..., aliases: [String: [String]] = [:]) -> Codebook {
    Codebook(
      names.map { name in
        var tag = TagCount(name: name, posts: 1, claims: 0)
        tag.aliases = aliases[name] ?? []
        return tag
      })
  }

  @Test func `an alias leads to its tag, with all that stands below it`() {
    let book = Self.book("energy", "power/new", aliases: ["energy": ["power", "Strom"]])
    #expect(book.canonical("power") == "energy")
    #expect(book.canonical("POWER/btm") == "energy/btm")
    #expect(book.canonical("strom") == "energy")
    #expect(book.canonical("power/new") == "power/new")
    #expect(book.canonical("powerful") == "powerful")
  }

  @Test func `the rows are a tree`() {
    let rows = Self.book("zeta", "power/grid", "power-law", "power", "power/btm/fuel", "Alpha").rows
    #expect(
      rows.map(\.tag.name)
        == ["Alpha", "power", "power/btm/fuel", "power/grid", "power-law", "zeta"])
    #expect(rows.map(\.depth) == [0, 0, 2, 1, 0, 0])
  }

  @Test(arguments: [
    ("Power", "power", TagLikeness.letterCase), ("café", "cafe", .letterCase),
    ("hash-rate", "hashrate", .hyphen), ("contracts", "contract", .plural),
    ("supplies", "supply", .plural), ("batches", "batch", .plural),
    ("finacing", "financing", .letter), ("btm", "power/btm", .leaf),
  ]) func `near names are told with their reason`(one: String, other: String, why: TagLikeness) {
    #expect(TagLikeness.between(one, other) == why)
    #expect(TagLikeness.between(other, one) == why)
    #expect(Self.book(other).near(one).map(\.likeness) == [why])
    #expect(Self.book(one, other, "else").doubles.keys.sorted() == [one, other].sorted())
  }

  @Test(arguments: [
    ("q3", "q4"), ("revenue-2025", "revenue-2026"), ("grid", "grit"), ("power", "power/btm"),
    ("revenue/q3", "cost/q3"), ("glass", "glas"), ("capex", "opex"),
  ]) func `names that say different things are left in peace`(one: String, other: String) {
    #expect(TagLikeness.between(one, other) == nil)
  }

  @Test func `typed words become a name, or none`() {
    #expect(TagName.typed(" take  or pay ") == "take-or-pay")
    #expect(TagName.typed("#power/btm") == "power/btm")
    for text in ["", "#", "a/", "/a", "a//b", "-a", ".a", "a,b", "a:b", "a\u{0}"] {
      #expect(TagName.typed(text) == nil, "\(text)")
    }
  }
}
