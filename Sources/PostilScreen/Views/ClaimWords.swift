import PostilCore

/// What the status line says of claims in the reader.
extension Reader {
  /// The claim that Tab led to: which of how many, how many overlap it, its words and spans.
  var claimWords: String? {
    guard let focus, let claim = claim(withID: focus), let number = number(of: focus) else {
      return nil
    }
    let total = blocks.reduce(0) { $0 + $1.claims.count }
    var parts = ["claim \(number)/\(total) \(claim.mark)"]
    if let found = restatement(of: claim) {
      return (parts + [found.name, "t = takes the words shown"]).joined(separator: " · ")
    }
    if let found = newer(than: claim) {
      parts.append("\(found.name) in a newer text")
      return (parts + ["t = puts it there", "a note"]).joined(separator: " · ")
    }
    guard !claim.isLost else {
      return (parts + ["lost: select words, then t = puts it on them"]).joined(separator: " · ")
    }
    let here = claims(over: claim.spans)
    if here.count > 1, let place = here.firstIndex(where: { $0.id == focus }) {
      parts.append("\(place + 1) of \(here.count) here")
    }
    let count = plural(claim.spans.reduce(0) { $0 + $1.count }, "character")
    parts.append(claim.spans.count > 1 ? "\(claim.spans.count) spans, \(count)" : count)
    return (parts + ["a note", "b borders"]).joined(separator: " · ")
  }

  /// The claim that `t +` would add the selected words to.
  var wordsOnKept: String {
    guard focus == nil, let claim = claimKept, let number = number(of: claim.id) else { return "" }
    let words = Wrapping.oneLine(claim.quotes.first ?? claim.title ?? "", width: 20)
    return " · in hand \(number) \(claim.mark)" + (words.isEmpty ? "" : " “\(words)”")
  }

  /// The claims of the post in hand that share words with some spans, in their order.
  func claims(over spans: [Range<Int>]) -> [Claim] {
    let found = spans.flatMap { block.places.indices(in: $0) }
    return Set(found).sorted().map { block.claims[$0] }
  }
}

extension State {
  /// Which border moves, of which span; nil when none does.
  var borderWords: String? {
    guard case .borders(let borders) = layer else { return nil }
    let spans = borders.now.spans
    let which = spans.count > 1 ? " of span \(borders.now.index + 1)/\(spans.count)" : ""
    let border = borders.now.atEnd ? "] last border" : "[ first border"
    return "\(border)\(which) · \(plural(borders.span.count, "character"))"
  }
}
