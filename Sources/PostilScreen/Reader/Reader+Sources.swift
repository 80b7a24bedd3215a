import PostilCore

/// Numbers in brackets, and the numbered sources below the text that they stand for.
extension Reader {
  /// A source that the selected words cite: its number, its post in the thread, its words.
  struct Cited: Hashable {
    var number: Int
    var part: Int
    var range: Range<Int>
  }

  /// The sources cited in the selection, in order; each once.
  func sourcesCited() -> [Cited] {
    guard let part = block.part else { return [] }
    let citations = Citation.all(in: block.segments.scalars)
      .filter { $0.range.overlaps(selection.range) }
    guard !citations.isEmpty else { return [] }
    let texts = citedTexts
    var found: [Cited] = []
    var seen: Set<Cited> = []
    for citation in citations {
      for number in citation.numbers {
        guard let target = texts.target(of: number, in: part, at: citation.range.upperBound) else {
          continue
        }
        let cited = Cited(number: number, part: target.text, range: target.range)
        if seen.insert(cited).inserted { found.append(cited) }
      }
    }
    return found
  }

  /// The first place that cites the source which is selected; nil when the selection is none.
  func citing() -> CitedTexts.Spot? {
    guard let part = block.part else { return nil }
    return citedTexts.citing(CitedTexts.Spot(text: part, range: selection.range))
  }

  private var citedTexts: CitedTexts {
    CitedTexts(parts.map { Array($0.post.text.unicodeScalars) })
  }

  /// What a source says.
  func words(of source: Cited) -> String {
    let scalars = parts[source.part].post.text.unicodeScalars
    return String(scalars: scalars.dropFirst(source.range.lowerBound).prefix(source.range.count))
  }

  /// Puts the cursor on words of a post of the thread.
  mutating func enter(_ part: Int, at range: Range<Int>) {
    show(part: part)
    guard let index = blocks.firstIndex(where: { $0.part == part }) else { return }
    select(blocks[index].unit(.sentence, at: range.lowerBound) ?? range, block: index)
  }

  /// The addresses in the selected words.
  var addressesHere: [String] {
    block.entities.filter { $0.kind == .link && $0.range.overlaps(selection.range) }.map(\.text)
  }
}
