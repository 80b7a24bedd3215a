/// Lines without a blank line between them.
struct Block {
  /// The lines, those of hard-wrapped prose joined; no white space around them.
  var lines: [Line] = []
  /// Whether a line of it runs on into the next.
  var isWrapped = false

  /// Cuts the block into paragraphs, given the sentences of each of its lines.
  func paragraphs(_ sentences: [[Range<Int>]]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var follows = false
    for (line, sentences) in zip(lines, sentences) {
      let standsAlone = sentences.count > 1 && line.marker == 0 && !isWrapped
      if follows, !standsAlone, let last = found.last {
        found[found.count - 1] = last.lowerBound..<line.range.upperBound
      } else {
        found.append(line.range)
      }
      follows = !standsAlone
    }
    return found
  }
}

/// A line of text, in clusters.
struct Line {
  var range: Range<Int>
  /// How long the bullet, number or emoji at its start is; 0 for none.
  var marker: Int
}

extension Clusters {
  /// The blocks of the text in order.
  func blocks() -> [Block] {
    var blocks: [Block] = []
    var pending: [Line] = []
    var start = 0
    for index in 0...count where index == count || kinds[index] == .newline {
      let range = trimmed(start..<index)
      start = index + 1
      if !range.isEmpty { pending.append(Line(range: range, marker: marker(in: range))) }
      guard range.isEmpty || index == count, !pending.isEmpty else { continue }
      blocks.append(block(of: pending))
      pending = []
    }
    return blocks
  }

  private func block(of lines: [Line]) -> Block {
    // Somebody who writes everything in lower case tells us nothing by a lower-case line.
    let isCased = lines.first.map { !beginsLower($0) } ?? false
    var block = Block()
    var previous = 0..<0
    for line in lines {
      let mayRunOn = line.marker == 0 && runsOn(previous)
      if mayRunOn, block.isWrapped || (isCased && beginsLower(line)), let last = block.lines.last {
        block.isWrapped = true
        block.lines[block.lines.count - 1].range = last.range.lowerBound..<line.range.upperBound
      } else {
        block.lines.append(line)
      }
      previous = line.range
    }
    return block
  }

  private func beginsLower(_ line: Line) -> Bool {
    guard line.marker == 0, kinds[line.range.lowerBound] == .lower else { return false }
    return !isLink(line.range.lowerBound..<line.range.upperBound)
  }

  /// Whether a line is as long as wrapped prose and has no end.
  private func runsOn(_ line: Range<Int>) -> Bool {
    guard 45...120 ~= line.count else { return false }
    var last = line.upperBound - 1
    while last > line.lowerBound, kinds[last] == .closing || kinds[last] == .quote { last -= 1 }
    switch kinds[last] {
    case .stop, .wideStop, .emoji: return false
    case .other where self[last] == ":" || self[last] == "：": return false
    default: break
    }
    var word = line.upperBound
    while word > line.lowerBound, !isBlank(word - 1) { word -= 1 }
    return !isLink(word..<line.upperBound)
  }

  /// Whether a range begins with `http:` or `https:`.
  func isLink(_ range: Range<Int>) -> Bool {
    let scheme = letters(from: range.lowerBound, to: range.upperBound)
    let end = range.lowerBound + scheme.unicodeScalars.count
    return (scheme == "http" || scheme == "https") && end < range.upperBound && self[end] == ":"
  }
}
