import Foundation
import PostilCore

/// Posts of texts that break screens, everywhere a screen shows words of others.
enum HostilePosts {
  /// Files of the samples: naughty strings, every emoji, what else breaks terminals.
  static let files = [
    "blns/blns.txt", "unicode/emoji-test-14.0.txt", "unicode/UTF-8-demo.txt",
    "unicode/UTF-8-test.txt", "unicode/GraphemeBreakTest.txt", "unicode/wcwidth_test_emojis.py",
  ]

  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../../shared/samples/adversarial").standardized

  static let areThere = FileManager.default.fileExists(atPath: folder.path)

  /// A file cut into pieces of some lines each.
  static func pieces(of file: String, lines: Int = 60) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
    let rows = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return stride(from: 0, to: rows.count, by: lines).map { start in
      rows[start..<min(start + lines, rows.count)].map { String($0) }.joined(separator: "\n")
    }
  }

  /// A text of any scalars at all, some of them more often.
  static func random(_ dice: inout Dice) -> String {
    let often: [ClosedRange<Int>] = [
      0x20...0x7E, 0...0x1F, 0x7F...0xA0, 0x300...0x36F, 0x590...0x6FF, 0x900...0xDFF,
      0x1100...0x11FF, 0x200B...0x206F, 0x20D0...0x20F0, 0x2600...0x27BF, 0x3000...0x30FF,
      0xAC00...0xD7FF, 0xE000...0xE100, 0xFE00...0xFEFF, 0xFF60...0xFFFD, 0x1F1E6...0x1F1FF,
      0x1F300...0x1FAFF, 0xE0000...0xE01EF, 0...0x10FFFF,
    ]
    var view = String.UnicodeScalarView()
    for _ in 0..<dice.roll(0...400) {
      let range = often[dice.roll(0...often.count - 1)]
      // A run of one kind, as texts have them, with words between.
      for _ in 0..<dice.roll(1...6) {
        if let scalar = Unicode.Scalar(UInt32(dice.roll(range))) { view.append(scalar) }
      }
      if dice.roll(0...3) == 0 { view.append(" ") }
    }
    return String(view)
  }

  /// A notebook in which every word that comes from others is such a text.
  static func desk(_ texts: [String]) -> Desk {
    var posts: [Post] = []
    var claims: [Claim] = []
    for (number, text) in texts.enumerated() {
      let line = String(text.prefix(60))
      var post = Cast.post("x-\(number)", "@" + line, "2026-11-2\(number % 4)T10:00:00Z", text)
      post.name = line
      post.links = [line]
      if number % 3 == 1 { post.thread = "x-\(number - 1)" }
      if number % 3 == 0 { post.thread = "x-\(number)" }
      posts.append(post)
      let sentences = Segments(text).sentences
      for (index, sentence) in sentences.prefix(12).enumerated() {
        var claim = Claim(id: "c-\(number)-\(index)")
        claim.post = post.id
        claim.spans = [sentence]
        claim.status = Status.allCases[index % Status.allCases.count]
        claim.notes = index % 2 == 0 ? text : ""
        claim.title = index % 3 == 0 ? line : nil
        claim.test = line
        claim.tags = [line]
        claims.append(claim)
      }
    }
    return Desk(posts: posts, claims: claims)
  }
}
