import PostilCore

/// What each cluster of a line means: entity, claim, hit, selection, one over the other.
struct Paint {
  private let reader: Reader
  private let search: String?
  private let selects: Bool
  /// The cluster at an end of the selection that keys move.
  private let end: Range<Int>?

  init(_ reader: Reader, search: String?, selects: Bool, end: Range<Int>? = nil) {
    self.reader = reader
    self.search = search
    self.selects = selects
    self.end = end
  }

  /// How a cluster of a line looks, by the code point at which it begins.
  func look(block index: Int, line: Int) -> (Int) -> Look {
    let block = reader.blocks[index]
    let range = block.layout.lines[line].range
    let isNear = index == reader.main || block.kind == .thread
    var roles = [Role](repeating: isNear ? .text : .dim, count: range.count)
    var overlays = [Overlay](repeating: [], count: range.count)

    func each(_ span: Range<Int>, _ body: (Int) -> Void) {
      for offset in span.clamped(to: range) { body(offset - range.lowerBound) }
    }
    for entity in block.entities(in: range) {
      each(entity.range) { roles[$0] = .entity(entity.kind) }
    }
    let claims = layers(of: block, on: range)
    for claim in claims {
      for span in claim.spans { each(span) { roles[$0] = .status(of: reader.seen(claim)) } }
    }
    for end in innerEnds(of: claims, on: range, in: block) { each(end) { overlays[$0] = .edge } }
    if let search {
      // A hit may begin on the line before.
      let low = max(0, range.lowerBound - search.unicodeScalars.count)
      let high = min(block.segments.scalars.count, range.upperBound + search.unicodeScalars.count)
      let hits = Fold.places(of: search, in: Array(block.segments.scalars[low..<high]))
      for hit in hits {
        each(hit.lowerBound + low..<hit.upperBound + low) { overlays[$0].insert(.match) }
      }
    }
    if selects, index == reader.selection.block {
      each(reader.selection.range) { overlays[$0].insert(.span) }
      if end == nil, let focus = reader.focus, let claim = reader.claim(withID: focus) {
        for span in claim.spans { each(span) { overlays[$0].insert(.span) } }
      }
      if let end { each(end) { overlays[$0].insert(.edge) } }
    }
    return { offset in
      let at = offset - range.lowerBound
      return roles.indices.contains(at) ? Look(roles[at], overlays[at]) : Look(.text)
    }
  }
}

extension Paint {
  /// The claims on a line, those last that are drawn over others: shorter ones over longer ones, and
  /// the one in hand over all, so that its full extent shows.
  private func layers(of block: Block, on line: Range<Int>) -> [Claim] {
    let size = { (claim: Claim) in
      claim.id == reader.focus ? 0 : claim.spans.reduce(0) { $0 + $1.count }
    }
    return block.claims(in: line)
      .map { (claim: $0, size: size($0)) }.sorted { $0.size > $1.size }.map(\.claim)
  }

  /// First and last clusters of spans that lie in another claim too: without them one could not see
  /// where a claim inside of another begins, nor, without colours, that there are two.
  private func innerEnds(of claims: [Claim], on line: Range<Int>, in block: Block) -> [Range<Int>] {
    guard claims.count > 1 else { return [] }
    var ends: [Range<Int>] = []
    for claim in claims where claim.id != reader.focus {
      for span in claim.spans where !span.isEmpty {
        for offset in [span.lowerBound, span.upperBound - 1] where line.contains(offset) {
          let isInside = claims.contains {
            $0.id != claim.id && $0.spans.contains { $0.contains(offset) }
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
