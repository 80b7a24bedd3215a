import Foundation
import PostilCore

extension Oracle {
  var anyNumber: Query.Numbers { Query.Numbers("..9999999999999") ?? Self.never }

  private static var never: Query.Numbers {
    guard let numbers = Query.Numbers("1..0") else { preconditionFailure("a range") }
    return numbers
  }

  func texts(_ post: World.Post) -> [String] {
    [[post.author, post.name].compactMap(\.self).joined(separator: " "), post.text]
  }

  func texts(_ claim: World.Claim) -> [String] {
    [[claim.quote, claim.evidence, claim.notes].joined(separator: "\n")]
  }

  /// What `see (1)`, a footnote, counts as is left to the text itself: it is no number.
  static func numbers(in text: String, _ asked: Query.Numbers) -> Bool {
    let known: [(String, String, Double)] = [
      ("150MW", "w", 150e6), ("$2bn", "usd", 2e9), ("31%", "%", 31),
    ]
    return text.split(separator: " ").contains { word in
      known.contains { name, unit, value in
        word == name && (asked.unit ?? unit) == unit && asked.low <= value && value <= asked.high
      }
    }
  }

  static func stands(_ query: Query, in text: String) -> Bool {
    let folded = fold(text)
    switch query {
    case .pattern(let source): return text.lowercased().contains(source)
    case .word(let word), .phrase(let word):
      return !places(of: query, in: text).isEmpty
        || (isUnspaced(word) && folded.contains(fold(word)))
    case .near(let sides, let distance):
      guard sides.count == 2 else { return false }
      let (first, second) = (places(of: sides[0], in: text), places(of: sides[1], in: text))
      return first.contains { a in
        second.contains { b in
          let (left, right) = a.lowerBound <= b.lowerBound ? (a, b) : (b, a)
          return right.lowerBound - left.upperBound <= distance
        }
      }
    default: return false
    }
  }

  /// Where a word or phrase stands, in words.
  private static func places(of query: Query, in text: String) -> [Range<Int>] {
    let words = tokens(text)
    guard case .word(let asked) = query else {
      guard case .phrase(let phrase) = query else { return [] }
      let asked = tokens(phrase)
      guard words.count >= asked.count, !asked.isEmpty else { return [] }
      return (0...words.count - asked.count).filter { Array(words[$0..<$0 + asked.count]) == asked }
        .map { $0..<$0 + asked.count }
    }
    let isPrefix = asked.hasSuffix("*")
    guard let word = tokens(asked).first else { return [] }
    return words.indices.filter { isPrefix ? words[$0].hasPrefix(word) : words[$0] == word }
      .map { $0..<$0 + 1 }
  }

  private static func tokens(_ text: String) -> [String] {
    // A letter of a script without spaces is a word of its own.
    let apart = fold(text).map { isUnspaced(String($0)) ? " \($0) " : String($0) }.joined()
    return apart.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func fold(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  private static func isUnspaced(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value >= 0x2E80 }
  }

  func begins(_ text: String?, _ beginning: String) -> Bool {
    text.map { Self.fold($0).hasPrefix(Self.fold(beginning)) } ?? false
  }

  func bare(_ handle: String) -> String {
    handle.hasPrefix("@") ? String(handle.dropFirst()) : handle
  }

  func isDue(_ claim: World.Claim, within days: Int) -> Bool {
    claim.status == .open && claim.due.map { $0 <= testDay + days } ?? false
  }

  func lies(_ day: Day?, in days: Query.Days) -> Bool {
    guard let day else { return false }
    return days.from.map { day >= $0.first(today: testDay) } ?? true
      && days.to.map { day <= $0.last(today: testDay) } ?? true
  }

  /// The first post of a thread: the author's own answers, upward.
  func thread(of id: String) -> String {
    guard let post = world.posts.first(where: { $0.id == id }), let answered = post.answered,
      post.author != nil
    else { return id }
    return thread(of: answered)
  }
}
