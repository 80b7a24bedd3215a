import PostilCore

/// When a forecast is due: what its words imply is offered, what is typed is read the same way.
extension State {
  /// Tags the selected words as a forecast and asks when it is due; in a run nothing is asked, and
  /// the likeliest day that the words imply is taken.
  mutating func forecast(asks: Bool = true) -> [Effect] {
    if room == .list, asks, list.targets.count == 1, let post = reader?.dossier.post.id,
      list.targets == [post]
    {
      return askDue(of: NewClaim(post: post))
    }
    guard room == .reader, let reader else { return judge(.open, .forecast) }
    if let claim = reader.claim {
      let effects = judge(.open, .forecast)
      if asks { return effects + askDue(of: [claim.id]) }
      guard claim.due == nil, let implied = impliedDays(of: claim.id).first else { return effects }
      return effects.joined(with: .setDue(claim: claim.id, implied.day))
    }
    guard var new = newClaim() else { return [] }
    if asks { return askDue(of: new) }
    new.type = .forecast
    new.due = impliedDays(of: new).first?.day
    lastVerb = .judge(.open, .forecast)
    return [.perform([.addClaim(new)])]
  }

  /// Asks when a forecast that is about to be made is due.
  private mutating func askDue(of new: NewClaim) -> [Effect] {
    var new = new
    new.type = .forecast
    lastVerb = .judge(.open, .forecast)
    let implied = impliedDays(of: new)
    layer = .prompt(Prompt(.dueOfNew(new), offering: implied, text: implied.first?.day.description))
    return []
  }

  /// Asks when claims are due; of a single one what it has is offered, else what its words imply.
  mutating func askDue(of claims: [String]) -> [Effect] {
    let purpose = Prompt.Purpose.due(claims: claims)
    guard claims.count == 1, let claim = claims.first else {
      layer = .prompt(Prompt(purpose, label: "due of \(claims.count) claims"))
      return []
    }
    let has = reader?.claim(withID: claim)?.due ?? ledger.rows.first { $0.id == claim }?.due
    let implied = impliedDays(of: claim)
    layer = .prompt(
      Prompt(
        purpose, offering: has == nil ? implied : [],
        text: (has ?? implied.first?.day)?.description))
    return []
  }

  /// A typed due day; nothing typed means none.
  func due(_ text: String) -> Result<Day?, Problem> {
    let typed = text.split(separator: " ").joined(separator: " ")
    if typed.isEmpty { return .success(nil) }
    if let day = DueDate.typed(typed, today: today) { return .success(day) }
    return .failure(
      Problem("“\(typed)” is no day", hint: "2026-12-31, Q3, by March, next year, +2w"))
  }

  /// Puts the next day that the words imply into the line; false when it asks for something else.
  func offerNextDue(_ prompt: inout Prompt) -> Bool {
    let implied: [DueDate]
    switch prompt.purpose {
    case .dueOfNew(let new): implied = impliedDays(of: new)
    case .due(let claims): implied = claims.count == 1 ? claims.flatMap(impliedDays) : []
    default: return false
    }
    guard !implied.isEmpty else { return true }
    let now = implied.firstIndex { $0.day.description == prompt.editor.text }
    let next = implied[now.map { ($0 + 1) % implied.count } ?? 0]
    prompt = Prompt(
      prompt.purpose, offering: [next] + implied.filter { $0 != next }, text: next.day.description)
    return true
  }

  /// The days that the words of a claim to be imply, by the day of their post, the likeliest first;
  /// of a claim on a whole post, all its words.
  private func impliedDays(of new: NewClaim) -> [DueDate] {
    guard let block = reader?.blocks.first(where: { $0.post.id == new.post }) else { return [] }
    let ranges = new.spans.isEmpty ? [block.whole] : new.spans.map(\.range)
    return DueDate.implied(
      by: ranges.map(block.segments.text).joined(separator: " … "),
      posted: block.post.posted?.day ?? today)
  }

  /// The days that the words of a claim on the page imply.
  private func impliedDays(of id: String) -> [DueDate] {
    guard room == .reader, let reader, let index = reader.block(with: id),
      let claim = reader.claim(withID: id)
    else { return [] }
    return DueDate.implied(
      by: claim.quotes.joined(separator: " … "),
      posted: reader.blocks[index].post.posted?.day ?? today)
  }
}

extension Prompt {
  /// Asks for a due day; the first of what words imply is named, and how to get the others.
  fileprivate init(_ purpose: Purpose, offering days: [DueDate], text: String?) {
    let others = days.count > 1 ? ", Tab: \(days.count - 1) more" : ""
    let label =
      days.first.map { "due (“\($0.words)”\(others))" }
      ?? (text == nil ? "due (2026-12-31, Q3, by March, +2w; empty: none)" : "due")
    self.init(purpose, label: label, text: text ?? "")
  }
}

extension [Effect] {
  /// The same with one more edit in the same step of undo.
  fileprivate func joined(with edit: Edit) -> [Effect] {
    guard let place = firstIndex(where: { if case .perform = $0 { true } else { false } }),
      case .perform(let edits) = self[place]
    else { return self + [.perform([edit])] }
    var joined = self
    joined[place] = .perform(edits + [edit])
    return joined
  }
}
