import PostilCore
import Testing

@Suite struct NumberCollectorTests {
  private static func post(_ id: String, _ day: String?) -> PostRow {
    var row = PostRow(id: id, excerpt: "")
    row.posted = day.flatMap { Moment($0) }
    return row
  }

  private static func series(_ texts: [(day: String, text: String)]) -> [NumberSeries] {
    var collector = NumberCollector()
    for (index, entry) in texts.enumerated() {
      collector.add(post("x-\(index)", entry.day), text: entry.text, claims: [], whole: true)
    }
    return collector.series
  }

  @Test func `numbers of one kind stand together, oldest first`() throws {
    let found = Self.series([
      ("2026-05-01", "Now 1.2GW are planned."), ("2026-01-01", "First 60MW, then 180MW."),
    ])
    let power = try #require(found.first)
    #expect(power.unit == "MW")
    #expect(power.entries.map(\.text) == ["60MW", "180MW", "1.2GW"])
    #expect(power.entries.map(\.value) == power.entries.map(\.value).sorted())
    #expect(
      power.entries.map { $0.day.map { "\($0)" } } == ["2026-01-01", "2026-01-01", "2026-05-01"])
  }

  @Test func `what copies say again counts once, where it was said first`() throws {
    let found = Self.series([
      ("2026-03-01", "A 60MW hall."), ("2026-02-01", "A 60MW hall."),
      ("2026-01-01", "A 75MW hall."),
    ])
    #expect(found.first?.entries.map(\.text) == ["75MW", "60MW"])
    #expect(found.first?.entries.last?.day == Day("2026-02-01"))
  }

  @Test func `what occurs once stands under no unit`() {
    let found = Self.series([("2026-01-01", "A 60MW hall at 12% for $4bn.")])
    #expect(found.map(\.unit) == [""])
    #expect(found.first?.entries.count == 3)
  }

  @Test func `outside of claims only whole posts count`() {
    let text = "A 60MW hall and a 75MW hall."
    var collector = NumberCollector()
    collector.add(
      Self.post("x-1", nil), text: text, claims: [(range: 0..<11, mark: "+")], whole: false)
    #expect(collector.series.flatMap(\.entries).map(\.text) == ["60MW"])
    #expect(collector.series.flatMap(\.entries).map(\.mark) == ["+"])
  }

  @Test func `a number lies where its post says`() throws {
    let text = "🏗 No line break\nis crossed by 60MW of it\n\nor by 75MW"
    let scalars = Array(text.unicodeScalars)
    for entry in Self.series([("2026-01-01", text)]).flatMap(\.entries) {
      let written = String(String.UnicodeScalarView(scalars[entry.start...]))
      #expect(written.hasPrefix(entry.text))
      #expect(entry.words.contains(entry.text))
      #expect(!entry.words.contains("\n"))
    }
  }

  @Test func `a flood of numbers stays within bounds`() {
    var collector = NumberCollector()
    for number in 1...2_000 {
      collector.add(
        Self.post("x-\(number)", "2026-01-01"), text: "\(number)MW of it", claims: [], whole: true)
    }
    #expect(collector.series.reduce(0) { $0 + $1.entries.count } <= 200)
  }
}
