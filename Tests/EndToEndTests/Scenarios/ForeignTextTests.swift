import Foundation
import PostilCore
import Testing

@testable import postil

/// Text of others on a real terminal: what a cell is for the program is one for the terminal too.
@Suite(.enabled(if: Tmux.isInstalled, "tmux is not installed"), .timeLimit(.minutes(2)))
struct ForeignTextTests {
  /// Texts that move what stands beside them wherever widths are not agreed on.
  private static let texts = [
    "👩‍💻 👨‍👩‍👧‍👦 👍🏽 🇺🇸🇩🇪 ⚠️ ❤️ 1️⃣ ⛹🏽‍♂️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🫨 ☕️. Then words.",
    "漢字かな交じり文、全角。「引用」ﾊﾝｶｸ ＦＵＬＬ　ＷＩＤＴＨ. 한국어 가나다 \u{1112}\u{1161}\u{11AB}.",
    "مرحبا بالعالم \u{202E}drawkcab\u{202C} שלום \u{2067}isolate\u{2069} \u{200F}mark.",
    "क्षि ஃ ไทยคำ กำ ລາວ བོད Z̷̢̛͖a̸l̵g̶o̷ e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}.",
    "a\u{1B}[31mred\u{1B}[2J \u{9B}1m \u{7} bell \u{8}back\u{7F} nul\u{1}.\u{85}next\u{2028}line",
    "zero\u{200B}width\u{200D}join\u{FEFF}bom \u{AD}soft \u{E000} \u{10FFFF} ﷽ 𒐫 ꧅.",
    "tab\tstop\t\tand\u{A0}hard\u{3000}wide\u{2003}em \u{301}alone ｶﾞ.",
  ]

  @Test(arguments: [(24, 80), (16, 60), (12, 33), (40, 140)])
  func `text of others moves nothing on the screen`(rows: Int, columns: Int) async throws {
    let box = try Sandbox()
    let lines = try Self.texts.enumerated().map { number, text in
      let post = [
        "text": text + "\nThe next line, " + text, "created_at": "2026-01-0\(number + 1)T10:00:00Z",
        "username": "author\(number)",
      ]
      return String(decoding: try JSONEncoder().encode(post), as: UTF8.self)
    }
    let seen = try box.run("import", "-", "--from", "json", input: lines.joined(separator: "\n"))
    #expect(seen.status == 0, "\(seen)")
    let screen = try box.screen(rows: rows, columns: columns)
    try await screen.wait(for: "1/\(Self.texts.count)")
    try expectSound(try screen.screen(), columns)
    try screen.press("Enter")
    for number in 1...Self.texts.count {
      try await screen.wait(for: "post \(number)") { rows in
        rows.contains { $0.contains("author\(Self.texts.count - number)") }
          && rows.contains { $0.contains("sentence 1/") }
      }
      for keys in [["j"], ["v", "l", "l", "Escape"], ["T"], ["Escape"], ["C-l"]] {
        for key in keys { try screen.press(key) }
        try await Task.sleep(for: .milliseconds(60))
        try expectSound(try screen.screen(), columns)
      }
      try screen.press("J")
    }
    try screen.press("Q")
    try await screen.wait(for: "left with 0")
  }

  /// No row is wider than the window, no control got through, and the line beside the margin is one.
  private func expectSound(_ screen: [String], _ columns: Int) throws {
    for row in screen {
      #expect(Glyph.width(of: row) <= columns, "\(row.debugDescription)")
      let controls = row.unicodeScalars.filter { $0.properties.generalCategory == .control }
      #expect(controls.isEmpty, "\(row.debugDescription)")
    }
    let lines = screen.compactMap { row in
      row.lastIndex(of: "│").map { Glyph.width(of: row[..<$0]) }
    }
    #expect(Set(lines).count <= 2, "\(screen.joined(separator: "\n"))")
  }

  @Test func `tmux moves its cursor as far as a glyph is wide`() async throws {
    let box = try Sandbox()
    var glyphs: [Glyph] = []
    for text in Self.texts { glyphs += text.map(Glyph.init) }
    for value in 0x20...0x1FAFF as ClosedRange<UInt32> where value < 0x3400 || value % 11 == 0 {
      if let scalar = Unicode.Scalar(value) { glyphs.append(Glyph(Character(scalar))) }
    }
    let words = box.folder.appending(path: "glyphs")
    let answers = box.folder.appending(path: "answers")
    let asked = glyphs.map { "\r\u{1B}[K\($0.draw)\u{1B}[6n" }.joined()
    try Data(asked.utf8).write(to: words)
    let screen = try box.terminal(
      "stty raw -echo; cat </dev/tty >'\(answers.path)' & cat '\(words.path)'")
    try await screen.wait(for: "the places of \(glyphs.count) glyphs") { _ in
      let said = FileManager.default.contents(atPath: answers.path) ?? Data()
      return said.count { $0 == UInt8(ascii: "R") } == glyphs.count
    }
    let places = String(decoding: try Data(contentsOf: answers), as: UTF8.self)
      .split(separator: "R").compactMap { $0.split(separator: ";").last.flatMap { Int($0) } }
    let wrong = zip(glyphs, places).filter { $0.width != $1 - 1 }.map { glyph, place in
      "\(glyph.draw.unicodeScalars.map { String($0.value, radix: 16) }): \(place - 1)"
    }
    #expect(wrong.prefix(20) == [])
  }
}
