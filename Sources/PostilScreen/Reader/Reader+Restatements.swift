import PostilCore

extension State {
  /// `t =` where Tab led to a claim of which a newer capture words it otherwise: the claim goes there.
  /// Nil when that is not what the key means here.
  mutating func takeNewer(than claim: Claim) -> [Effect]? {
    guard let reader, reader.focus == claim.id, let found = reader.newer(than: claim),
      reader.selection.range == claim.spans.first, let newest = reader.dossier.captures.last
    else { return nil }
    return [.perform([.reanchor(claim: claim.id, post: newest.id, found.spans.map(Span.init))])]
  }
}

/// What the texts of the page say instead of words that claims have lost.
extension Reader {
  /// What the text says instead of a claim's words; nil when they stand there, or nothing is like them.
  func restatement(of claim: Claim) -> Restatement? {
    claim.isLost ? dossier.restatements[claim.id] : nil
  }

  /// What the newest capture of the post says instead of the words of a claim that stands here.
  func newer(than claim: Claim) -> Restatement? {
    claim.isLost ? nil : dossier.newer[claim.id]
  }

  /// Those of some claims, by id.
  func restatements(of claims: [Claim]) -> [String: Restatement] {
    guard !dossier.restatements.isEmpty else { return [:] }
    var found: [String: Restatement] = [:]
    for index in claims.indices where claims[index].isLost {
      found[claims[index].id] = dossier.restatements[claims[index].id]
    }
    return found
  }
}

extension Restatement {
  /// What became of the claim, in one word.
  var name: String { change == nil ? "reworded" : "CHANGED" }

  /// As the words are lit, but for what no one may overlook.
  var role: Role { change == nil ? .suggestion : .problem }
}
