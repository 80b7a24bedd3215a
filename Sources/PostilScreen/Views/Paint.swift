import PostilCore

/// What each cluster of a line means: entity, claim, hit, selection, one over the other.
struct Paint {
  private let reader: Reader
  /// The words that are lit.
  private let words: [SoughtWords]
  private let selects: Bool
  /// The cluster at an end of the selection that keys move.
  private let end: Range<Int>?

  init(_ reader: Reader, words: [SoughtWords], selects: Bool, end: Range<Int>? = nil) {
    self.reader = reader
    self.words = words
    self.selects = selects
    self.end = end
  }

  /// How a line looks: the code points of its range, one after the other.
  func looks(block index: Int, line: Int) -> [Look] {
    let block = reader.blocks[index]
    let range = block.layout.lines[line].range
    let isNear = index == reader.main || block.kind == .thread
    var looks = [Look](repeating: Look(isNear ? .text : .dim), count: range.count)

    func each(_ span: Range<Int>, _ body: (inout Look) -> Void) {
      for offset in span.clamped(to: range) { body(&looks[offset - range.lowerBound]) }
    }
    for entity in block.entities(in: range) {
      each(entity.range) { $0.role = .entity(entity.kind) }
    }
    for (_, found) in block.restatements {
      for span in found.spans { each(span) { $0.role = .suggestion } }
    }
    let claims = layers(of: block, on: range)
    for claim in claims {
      let role = role(of: claim, in: block)
      for span in block.claims[claim].spans { each(span) { $0.role = role } }
    }
    for end in innerEnds(of: claims, on: range, in: block) { each(end) { $0.overlay = .edge } }
    // A hit may begin on the line before.
    for hit in words.flatMap({ $0.places(in: block.segments.scalars, around: range) }) {
      each(hit) { $0.overlay.insert(.match) }
    }
    if selects, index == reader.selection.block {
      each(reader.selection.range) { $0.overlay.insert(.span) }
      if end == nil, let focus = reader.focus, let claim = reader.claim(withID: focus) {
        for span in block.shownSpans(of: claim) { each(span) { $0.overlay.insert(.span) } }
      }
      if let end { each(end) { $0.overlay.insert(.edge) } }
    }
    return looks
  }
}

/// Claims are named by their positions here: to copy each for each line in view takes longer than to
/// draw it.
extension Paint {
  private func role(of claim: Int, in block: Block) -> Role {
    guard block.claims[claim].same == nil else {
      return .status(of: reader.seen(block.claims[claim]))
    }
    return .status(block.claims[claim].status, block.claims[claim].type)
  }

  /// The claims on a line, those last that are drawn over others: shorter ones over longer ones, and
  /// the one in hand over all, so that its full extent shows.
  private func layers(of block: Block, on line: Range<Int>) -> [Int] {
    let claims = block.places.indices(in: line)
    guard claims.count > 1 else { return claims }
    let size = { (claim: Int) in
      block.claims[claim].id == reader.focus
        ? 0 : block.claims[claim].spans.reduce(0) { $0 + $1.count }
    }
    return claims.map { (claim: $0, size: size($0)) }.sorted { $0.size > $1.size }.map(\.claim)
  }

  /// First and last clusters of spans that lie in another claim too: without them one could not see
  /// where a claim inside of another begins, nor, without colours, that there are two.
  private func innerEnds(of claims: [Int], on line: Range<Int>, in block: Block) -> [Range<Int>] {
    guard claims.count > 1 else { return [] }
    var ends: [Range<Int>] = []
    for claim in claims where block.claims[claim].id != reader.focus {
      for span in block.claims[claim].spans where !span.isEmpty {
        for offset in [span.lowerBound, span.upperBound - 1] where line.contains(offset) {
          let isInside = claims.contains { other in
            other != claim && block.claims[other].spans.contains { $0.contains(offset) }
          }
          if isInside { ends.append(block.cluster(at: offset)) }
        }
      }
    }
    return ends
  }
}

extension Role {
  static func entity(_ kind: Entity.Kind) -> Role {
    switch kind {
    case .cashtag: .cashtag
    case .mention: .mention
    case .hashtag: .hashtag
    case .link: .link
    }
  }
}
