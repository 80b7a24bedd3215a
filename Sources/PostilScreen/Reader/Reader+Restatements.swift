import PostilCore

/// What the texts of the page say instead of words that claims have lost.
extension Reader {
  /// What the text says instead of a claim's words; nil when they stand there, or nothing is like them.
  func restatement(of claim: Claim) -> Restatement? {
    claim.isLost ? dossier.restatements[claim.id] : nil
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
