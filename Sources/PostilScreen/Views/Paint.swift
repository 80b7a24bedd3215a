import PostilCore

/// What each cluster of a line means: entity, claim, hit, selection, one over the other.
struct Paint {
  private let reader: Reader
  private let search: String?
  private let selects: Bool

  init(_ reader: Reader, search: String?, selects: Bool) {
    self.reader = reader
    self.search = search
    self.selects = selects
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
    // Of claims that overlap, the shortest is drawn: the longer one still shows at its ends.
    let claims = block.claims(in: range)
      .sorted { $0.spans.reduce(0) { $0 + $1.count } > $1.spans.reduce(0) { $0 + $1.count } }
    for claim in claims {
      for span in claim.spans { each(span) { roles[$0] = .status(of: reader.seen(claim)) } }
    }
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
      if let focus = reader.focus, let claim = reader.claim(withID: focus) {
        for span in claim.spans { each(span) { overlays[$0].insert(.span) } }
      }
    }
    return { offset in
      let at = offset - range.lowerBound
      return roles.indices.contains(at) ? Look(roles[at], overlays[at]) : Look(.text)
    }
  }
}

extension Role {
  fileprivate static func entity(_ kind: Entity.Kind) -> Role {
    switch kind {
    case .cashtag: .cashtag
    case .mention: .mention
    case .hashtag: .hashtag
    case .link: .link
    }
  }
}
