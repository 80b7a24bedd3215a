/// Joins two edits of one text when they touch different lines.
enum LineMerge {
  /// Both edits of `base` in one text; nil when they touch the same or neighbouring lines.
  static func merged(_ mine: String, _ theirs: String, base: String) -> String? {
    let parts = [base, mine, theirs].map {
      $0.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    }
    let own = changed(parts[0], parts[1])
    let other = changed(parts[0], parts[2])
    let (first, second) = own.old.lowerBound <= other.old.lowerBound ? (own, other) : (other, own)
    guard first.old.upperBound < second.old.lowerBound else { return nil }
    let lines =
      parts[0][..<first.old.lowerBound] + first.new
      + parts[0][first.old.upperBound..<second.old.lowerBound] + second.new
      + parts[0][second.old.upperBound...]
    return String(decoding: Array(lines.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
  }

  /// The lines of `old` between the common beginning and the common end, and what became of them.
  private static func changed(_ old: [[UInt8]], _ new: [[UInt8]]) -> (
    old: Range<Int>, new: ArraySlice<[UInt8]>
  ) {
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < shorter - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    return (start..<old.count - tail, new[start..<(new.count - tail)])
  }
}
