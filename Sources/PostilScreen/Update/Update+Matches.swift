import PostilCore

/// A verb on every match of the filter, `t *`.
extension State {
  mutating func beginMatches() -> [Effect] {
    let matches: Matches
    switch room {
    case .list:
      matches = Matches(
        kind: .posts, query: list.ask.query, count: list.total,
        isCounted: list.isCounted && !list.ask.folding.isOn, total: totals?.posts ?? list.total)
    case .ledger:
      matches = Matches(
        kind: .claims, query: ledger.query, count: ledger.rows.count, isCounted: true,
        total: totals?.allClaims ?? ledger.rows.count)
    default:
      say("in the list and the ledger t * tags every match of the filter")
      return []
    }
    guard matches.count > 0 else {
      say("nothing matches the filter")
      return []
    }
    layer = .matches(matches)
    return matches.isCounted ? [] : [.countMatches(matches, then: nil)]
  }

  /// Posts that fold into one row are known now.
  mutating func take(_ matches: Matches, then verb: BulkVerb?) -> [Effect] {
    if let verb { return layer == nil ? act(verb, on: matches) : [] }
    if case .matches(let open) = layer, open.query == matches.query { layer = .matches(matches) }
    return []
  }

  mutating func press(_ key: Key, in matches: Matches) -> [Effect] {
    layer = nil
    guard let name = keyMap.tagVerbs.first(where: { $0.key == key })?.command,
      let action = Action(rawValue: name), Self.bulk.contains(action)
    else {
      say(key == .escape ? "nothing tagged" : "\([key].label) does nothing to every match")
      return []
    }
    switch action {
    case .claimOpen: return act(.judge(.open, .fact), on: matches)
    case .claimSupported: return act(.judge(.supported, .fact), on: matches)
    case .claimRefuted: return act(.judge(.refuted, .fact), on: matches)
    case .claimMixed: return act(.judge(.mixed, .fact), on: matches)
    case .claimVoid: return act(.judge(.void, .fact), on: matches)
    case .claimForecast: return act(.judge(.open, .forecast), on: matches)
    case .claimRemove where matches.kind == .claims: return act(.remove, on: matches)
    case .matches where matches.kind == .posts: return act(.star, on: matches)
    case .topic:
      layer = .tags(palette(.matches(matches)))
      return [.loadTags]
    case .again:
      switch lastVerb {
      case .judge(let status, let type): return act(.judge(status, type), on: matches)
      case .topic(let name): return act(.topics(add: [name], remove: []), on: matches)
      case nil: say("nothing to repeat yet")
      }
    default: say("\([key].label) does nothing to every match")
    }
    return []
  }

  /// The letters of `t` that make sense for many.
  static let bulk: Set<Action> = [
    .claimOpen, .claimSupported, .claimRefuted, .claimMixed, .claimVoid, .claimForecast,
    .claimRemove, .topic, .again, .matches,
  ]

  /// Does it, or asks first when it is a large share of the notebook. Removing always asks.
  mutating func act(_ verb: BulkVerb, on matches: Matches) -> [Effect] {
    if case .judge(let status, let type) = verb { lastVerb = .judge(status, type) }
    guard matches.isCounted else { return [.countMatches(matches, then: verb)] }
    let effect = Effect.performOnMatches(verb, matches, sticky: sticky)
    guard matches.isLarge || verb == .remove else { return [effect] }
    layer = .confirm(
      Question(
        "\(verb.words) \(matches.words), \(matches.share)% of all; one u undoes it?", then: effect))
    return []
  }
}
