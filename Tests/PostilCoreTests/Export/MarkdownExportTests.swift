import PostilCore
import Testing

@Suite struct MarkdownExportTests {
  @Test(arguments: 0..<300)
  func `every footnote is defined once and used`(seed: Int) throws {
    var noise = ExportNoise(seed: seed)
    let dossiers = (0..<3).map { noise.dossier($0) }
    let lines = try export(dossiers).split(separator: "\n", omittingEmptySubsequences: false)
    var defined: [Int] = []
    var used: Set<Int> = []
    for line in lines {
      var numbers = footnotes(in: line)
      if line.hasPrefix("[^"), let first = numbers.first {
        defined.append(first)
        numbers.removeFirst()
      }
      used.formUnion(numbers)
    }
    #expect(defined == Array(1...max(1, defined.count)).prefix(defined.count).map(\.self))
    #expect(defined.count == dossiers.reduce(0) { $0 + $1.claims.count })
    #expect(used == Set(defined))
  }

  @Test(arguments: 0..<300)
  func `a post cannot leave its quote, nor put markup or HTML in`(seed: Int) throws {
    var noise = ExportNoise(seed: seed)
    var dossier = Dossier(post: Post(id: "x-1", text: noise.text(upTo: 60)), path: "posts/x-1.md")
    dossier.post.author = noise.text()
    let text = try export([dossier])
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    let body = text.split(separator: "\n").drop { !$0.hasPrefix("## ") }.dropFirst()
    for line in body {
      #expect(line.hasPrefix(">") || line == "- [[x-1]]")
      guard line.hasPrefix(">") else { continue }
      let words = line.dropFirst(2)
      #expect(!words.hasPrefix(" ") && !words.hasPrefix("\t"))
      #expect(unescaped(words).isDisjoint(with: ["*", "`", "[", "]", "~", "#", "|", "^", "\\"]))
      #expect(bareAngles(words).isEmpty)
    }
  }

  @Test func `words stand as they are where nothing would take effect`() throws {
    let text = "@IREN_Ltd is \"ahead\": $9.7bn, 5-year term (1), 20% up; a > b & c."
    let dossier = Dossier(post: Post(id: "x-1", text: text), path: "posts/x-1.md")
    #expect(try export([dossier]).contains("> " + text))
  }

  @Test func `a claim whose words moved is listed without a mark in the text`() throws {
    var dossier = Dossier(post: Post(id: "x-1", text: "new words here"), path: "posts/x-1.md")
    dossier.post.sha256 = "aaaaaaaaaaaaaaaa"
    var claim = Claim(id: "c-1")
    claim.spans = [0..<3]
    claim.rev = "bbbbbbbbbbbb"
    claim.quotes = ["old"]
    dossier.claims = [claim]
    let text = try export([dossier])
    #expect(text.contains("> new words here\n"))
    #expect(text.contains("“old”[^1]\n"))
  }

  @Test func `what you wrote cannot swallow the post after it`() throws {
    var dossier = Dossier(post: Post(id: "x-1", text: "a"), path: "posts/x-1.md")
    var margin = Note(id: "on-x-1")
    margin.text = "\r\n<!-- open\r# head\n\n    code"
    dossier.margin = margin
    let lines = try export([dossier]).split(separator: "\n").drop { $0 != "* Margin:" }.dropFirst()
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.hasPrefix("  ") })
  }

  @Test func `a huge line is escaped in linear time`() throws {
    let text = String(repeating: " ", count: 200_000) + String(repeating: "1.", count: 100_000)
    let dossier = Dossier(post: Post(id: "x-1", text: text), path: "posts/x-1.md")
    #expect(try export([dossier]).utf8.count > 400_000)
  }

  private func export(_ dossiers: [Dossier]) throws -> String {
    try Exporters.named("markdown").export(
      dossiers, about: ExportInfo(title: "t", query: nil, today: Day(number: 20_500)))
  }

  /// Numbers of `[^n]` in a line, escaped ones left out.
  private func footnotes(in line: some StringProtocol) -> [Int] {
    var numbers: [Int] = []
    var rest = Substring(line)
    while let open = rest.firstIndex(of: "[") {
      let isEscaped = open > rest.startIndex && rest[rest.index(before: open)] == "\\"
      rest = rest[rest.index(after: open)...]
      guard !isEscaped, rest.first == "^", let close = rest.firstIndex(of: "]") else { continue }
      if let number = Int(rest[..<close].dropFirst()) { numbers.append(number) }
    }
    return numbers
  }

  /// The characters that no backslash stands before, web addresses left out.
  private func unescaped(_ line: some StringProtocol) -> Set<Unicode.Scalar> {
    var found: Set<Unicode.Scalar> = []
    var isEscape = false
    var isLink = false
    for scalar in line.unicodeScalars {
      if isEscape {
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else if scalar == "<" || scalar == ">" {
        isLink = scalar == "<"
      } else if !isLink {
        found.insert(scalar)
      }
    }
    return found
  }

  /// What follows each `<` that begins no web address.
  private func bareAngles(_ line: some StringProtocol) -> [Substring] {
    line.split(separator: "<", omittingEmptySubsequences: false).dropFirst().map { Substring($0) }
      .filter { !$0.hasPrefix("http://") && !$0.hasPrefix("https://") }
  }
}
