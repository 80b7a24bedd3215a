import Testing

@testable import PostilCore
@testable import PostilImport

struct ReadingTests {
  @Test(arguments: [
    ("Sat Nov 09 12:14:18 +0000 2024", "2024-11-09T12:14:18Z"),
    ("2013-01-31 00:13:32 +0000", "2013-01-31T00:13:32Z"),
    ("2024-11-09T13:14:18.648Z", "2024-11-09T13:14:18Z"),
    ("2024-11-09T13:14:58Z", "2024-11-09T13:14:58Z"),
    ("2024-11-09T13:14:58.123456789-05:00", "2024-11-09T18:14:58Z"),
    ("2022-09-29 23:41:16+00:00", "2022-09-29T23:41:16Z"),
    ("Mon, 03 Aug 2026 13:33:00 GMT", "2026-08-03T13:33:00Z"),
    ("Sun, 08 Mar 2026 07:23:46 -0400", "2026-03-08T11:23:46Z"),
    ("1642792067.0", "2022-01-21T19:07:47Z"), ("1692821483", "2023-08-23T20:11:23Z"),
    ("1692821483123", "2023-08-23T20:11:23Z"),
    ("2026-03-08 01:59:59 PT", "2026-03-08T09:59:59Z"),
    ("2026-03-08 02:00:00 PT", "2026-03-08T09:00:00Z"),
    ("2025-11-02 12:00:00 CT", "2025-11-02T18:00:00Z"),
  ])
  func `a date with a zone is an instant`(raw: String, instant: String) {
    let reading = DateReader.read(raw)
    #expect(reading.moment?.description == instant)
    #expect(reading.precision == nil)
  }

  @Test(arguments: [
    ("Fri, 25 Sep 2026 12:00 GMT", "2026-09-25T12:00:00Z", "minute"),
    ("Jan 10, 2026 · 8:51 PM UTC", "2026-01-10T20:51:00Z", "minute"),
    ("2025-12-04T07:44:33.986333", "2025-12-04", "zone-unknown"),
    ("17-11-2025 01:35", "2025-11-17", "zone-unknown"),
    ("2026-06-14 13:51 ET", "2026-06-14T17:51:00Z", "minute"),
    ("2026-01-14 13:51 ET", "2026-01-14T18:51:00Z", "minute"),
    ("2020-10-06 23:00:55 ora legale Europa occidentale", "2020-10-06", "zone-unknown"),
    ("8:51 PM · Jan 10, 2026", "2026-01-10", "zone-unknown"),
    ("2025-11-03", "2025-11-03", "day"), ("Sep 16, 2025", "2025-09-16", "day"),
    ("14.06.2025", "2025-06-14", "day"), ("3rd March 2025", "2025-03-03", "day"),
  ])
  func `a date with less says how much less`(raw: String, moment: String, precision: String) {
    let reading = DateReader.read(raw)
    #expect(reading.moment?.description == moment)
    #expect(reading.precision == precision)
  }

  @Test(arguments: [
    "Jul 25", "2h", "yesterday", "05-11-2025", "7/8/25", "2025-02-30", "", "25:61", "0", "12",
    "2025-11-03 99:00 Z", "May", "Thursday", "now", "١٢ نوفمبر ٢٠٢٥", "2025-13-01T00:00:00Z",
  ])
  func `words that are no whole date are kept and not guessed at`(raw: String) {
    let reading = DateReader.read(raw)
    #expect(reading.moment == nil)
    #expect(reading.raw == raw)
  }

  @Test func `the ids of X tell the time`() {
    #expect(Snowflake.instant(of: "1985352791846887765")?.description == "2025-11-03T14:26:06Z")
    #expect(Snowflake.instant(of: "1313585050273931264")?.description == "2020-10-06T21:00:55Z")
    #expect(Snowflake.instant(of: "29999999999") == nil)
    for wrong in ["", "0123", "-1", "1.4e18", "99999999999999999999999", "１２３"] {
      #expect(!Snowflake.isID(wrong))
    }
  }

  @Test(arguments: [
    ("https://x.com/ada/status/1985352791846887765?s=20", "1985352791846887765", "ada"),
    ("http://mobile.twitter.com/ada/status/12/photo/1", "12", "ada"),
    ("https://nitter.net/ada/status/12#m", "12", "ada"),
    ("https://twitter.com/i/web/status/12", "12", nil),
  ])
  func `the address of a post tells its id`(address: String, id: String, handle: String?) {
    #expect(StatusURL(address)?.id == id)
    #expect(StatusURL(address)?.handle == handle)
  }

  @Test(arguments: [
    "https://x.com/ada", "https://example.com/ada/status/12", "x.com/ada/status/12",
    "https://x.com/status/12", "https://x.com/ada/status/abc", "see https://x.com/ada/status/12",
  ])
  func `other addresses are not those of posts`(address: String) {
    #expect(StatusURL(address) == nil)
  }

  @Test func `references are decoded once`() {
    #expect(HTMLEntities.unescape("&amp;lt; &lt;b&gt; &#39;&#x27; &quot;") == "&lt; <b> '' \"")
    #expect(
      HTMLEntities.unescape("AT&T &foo; &; &#0; &#xD800; &amp")
        == "AT&T &foo; &; &#0; &#xD800; &amp")
  }

  @Test func `links are put in where they stand, or found, or left`() {
    typealias Link = LinkExpansion.Link
    let text = "👨‍💻 a &gt; https://t.co/a b https://t.co/ab"
    #expect(
      LinkExpansion.expand(
        text,
        [
          Link(short: "https://t.co/ab", full: "https://two.example/?a&b", range: 0..<15),
          Link(short: "https://t.co/a", full: "https://one.example", range: 11..<25),
          Link(short: "https://t.co/none", full: "https://no.example", range: 900..<917),
        ], isEscaped: true) == "👨‍💻 a > https://one.example b https://two.example/?a&b")
    #expect(
      LinkExpansion.expand("words https://t.co/m", [Link(short: "https://t.co/m")], isEscaped: true)
        == "words")
  }

  @Test func `texts are decoded by their marks, and guesses are told`() {
    #expect(DecodedText([0xFF, 0xFE, 0x41, 0, 0xAC, 0x20]).bytes.string == "A€")
    #expect(DecodedText([0xFE, 0xFF, 0, 0x41]).bytes.string == "A")
    #expect(DecodedText(Array("grün".utf8)).warning == nil)
    let latin = DecodedText([0x67, 0x72, 0xFC, 0x6E, 0x20, 0x80])
    #expect(latin.bytes.string == "grün €")
    #expect(latin.warning != nil)
    let damaged = DecodedText(Array("ein langes Wörtchen mit Ü, Ä, ß, é".utf8) + [0xFF])
    #expect(damaged.bytes.string.hasSuffix("ß, é\u{FFFD}"))
    #expect(damaged.warning != nil)
  }

  @Test func `a table may hold line ends, quotes and delimiters in its fields`() {
    let text = "\u{FEFF}a,b\r\n\"1\n,\"\"x\"\"\",2\r\n\r\n3,\"\"\n\"open"
    var reader = CSVReader(Array(text.utf8), delimiter: UInt8(ascii: ","))
    var records: [CSVReader.Record] = []
    while let record = reader.next() { records.append(record) }
    #expect(records.map(\.fields) == [["a", "b"], ["1\n,\"x\"", "2"], ["3", ""], ["open"]])
    #expect(records.map(\.line) == [1, 2, 5, 6])
    #expect(CSVReader.delimiter(of: Array("a;b;c,d\n1;2;3".utf8)) == UInt8(ascii: ";"))
    #expect(CSVReader.delimiter(of: Array("just words\nand more".utf8)) == nil)
  }

  @Test func `JSON keeps digits, and takes what exports really hold`() throws {
    var reader = JSONReader(
      Array(
        #"{"id":1985352791846887765,"a":[],"a":[1.50e3,],"s":"\ud83d\u00e9\ud83d\ude80","n":NaN}"#
          .utf8))
    let value = try reader.value()
    #expect(value["id"] == .number("1985352791846887765"))
    #expect(value["a"] == .array([.number("1.50e3")]))
    #expect(value["s"] == .string("\u{FFFD}é🚀"))
    #expect(value["n"] == .null)
  }

  @Test func `a bad element costs only itself`() {
    let text = #"[{"a":1},{"a":2 "b":[{"c":1},{"c":2}]},{"a":3},{"a":"#
    guard var elements = JSONElements(Array(text.utf8)) else { return }
    var found: [String] = []
    while let element = elements.next() {
      switch element.value {
      case .success(let value): found.append(value["a"]?.words ?? "?")
      case .failure: found.append("bad")
      }
    }
    #expect(found == ["1", "bad", "3", "bad"])
  }
}
