import PostilCore

extension State {
  mutating func follow(_ action: Action, _ argument: String) -> [Effect] {
    switch action {
    case .linkFollow: return followLinks()
    case .backlinks: return showBacklinks()
    case .related: return showRelated()
    default:
      guard argument.isEmpty else { return newNote(argument) }
      layer = .prompt(Prompt(.noteTitle, label: "title of the new note"))
      return []
    }
  }

  private mutating func followLinks() -> [Effect] {
    if room == .reader, let effects = followCitations() { return effects }
    guard let following = links() else {
      if followBack() { return [] }
      say("nothing here leads anywhere")
      return []
    }
    self.following = following
    return [.find(.named(following.names))]
  }

  /// What the selected words, the claim and the notes in hand lead to; nil when nothing does.
  private func links() -> Following? {
    var near: [String] = []
    var far: [String] = []
    switch room {
    case .reader:
      guard let reader else { return nil }
      near = reader.addressesHere + (reader.claimHere.map(links(of:)) ?? [])
      let post = reader.block.post
      far =
        Link.all(in: reader.block.margin?.text ?? "").map(\.id)
        + [post.quotes, post.replyTo, post.repostOf].compactMap(\.self)
    case .list:
      guard let reader else { return nil }
      let post = reader.dossier.post
      near = [post.quotes, post.replyTo, post.repostOf].compactMap(\.self)
      far =
        Link.all(in: reader.dossier.margin?.text ?? "").map(\.id) + reader.blocks[reader.main].links
    case .ledger:
      guard let row = ledger.current else { return nil }
      near = reader?.claim(withID: row.id).map(links(of:)) ?? []
      far = row.post.map { [$0] } ?? []
    case .notes: near = notes.current.map { Link.all(in: $0.text).map(\.id) } ?? []
    default: break
    }
    let following = Following(near: near, far: far)
    return following.names.isEmpty ? nil : following
  }

  private func links(of claim: Claim) -> [String] {
    let named = [claim.same].compactMap(\.self) + claim.from + claim.evidence.map(\.target)
    let written = [claim.notes, claim.test ?? ""] + claim.evidence.compactMap(\.words)
    return named.map(Link.target) + written.flatMap { Link.all(in: $0).map(\.id) }
  }

  /// Goes to the source that a number in brackets stands for; nil when none is selected.
  private mutating func followCitations() -> [Effect]? {
    guard let reader else { return nil }
    let sources = reader.sourcesCited()
    guard let first = sources.first else { return nil }
    guard sources.count == 1 else {
      cited = sources
      let items = sources.enumerated().map { index, source in
        var item = Picker.Item(
          value: "\(index)", keys: "\(source.number)", text: reader.words(of: source))
        item.label = ""
        return item
      }
      layer = .picker(Picker(.sources, title: "go to the source", items: items))
      return []
    }
    return go(to: first)
  }

  /// Puts the cursor on a source; `C-o` comes back.
  mutating func go(to source: Reader.Cited) -> [Effect] {
    remember()
    reader?.enter(source.part, at: source.range)
    revealSelection()
    say("source \(source.number)")
    return []
  }

  /// Goes from a source that is selected to where it is cited; false when it is none.
  private mutating func followBack() -> Bool {
    guard room == .reader, let citing = reader?.citing() else { return false }
    remember()
    reader?.enter(citing.text, at: citing.range)
    revealSelection()
    say("cited here")
    return true
  }

  /// Related are posts: of a claim the one that it stands in.
  private mutating func showRelated() -> [Effect] {
    let id: String? =
      switch room {
      case .reader: reader?.block.post.id
      case .ledger: ledger.current?.post
      default: recordHere
      }
    guard let id else {
      say("nothing here that others could be related to")
      return []
    }
    return [.find(.related(to: id))]
  }

  /// The record in hand.
  private var recordHere: String? {
    switch room {
    case .reader: reader.map { $0.focus ?? $0.block.post.id }
    case .list: list.current?.id
    case .ledger: ledger.current?.id
    case .notes: notes.current?.id
    default: nil
    }
  }

  private mutating func showBacklinks() -> [Effect] {
    guard let id = recordHere else {
      say("nothing here to refer to")
      return []
    }
    return [.find(.referring(to: id))]
  }

  /// The records that were asked for.
  mutating func take(_ ask: PlaceAsk, _ places: [Place]) -> [Effect] {
    switch ask {
    case .like(let typed): offer(places, for: typed)
    case .referring(let id):
      let repeats = repeats(of: id, without: places)
      guard !places.isEmpty || !repeats.isEmpty else {
        say("nothing refers to this")
        break
      }
      let times = repeats.isEmpty ? "" : "said \(repeats.count + 1) times"
      let from = places.isEmpty ? "" : "linked from \(places.count)"
      offer(places + repeats, title: [from, times].filter { !$0.isEmpty }.joined(separator: ", "))
    case .related:
      guard !places.isEmpty else {
        say("nothing shares anything with this, and nobody names it")
        break
      }
      let naming = places.count { $0.relation == .mentions }
      let related = places.count - naming
      offer(
        places,
        title: [
          related > 0 ? "\(related) related" : "", naming > 0 ? "\(naming) unlinked" : "",
        ].filter { !$0.isEmpty }.joined(separator: ", "))
    case .named(let names):
      guard let following, following.names == names else { break }
      self.following = nil
      return arrive(following, places)
    }
    return []
  }

  /// The posts that say the same as one at hand, but for those that are listed already.
  private func repeats(of id: String, without places: [Place]) -> [Place] {
    guard let dossier = reader?.dossier, dossier.post.id == id else { return [] }
    return dossier.repeats.filter { repeated in !places.contains { $0.id == repeated.id } }
      .map {
        var place = $0
        place.relation = .same
        return place
      }
  }

  private mutating func arrive(_ following: Following, _ places: [Place]) -> [Effect] {
    let near = places.filter { $0.asked.map(following.near.contains) ?? false }
    if near.count == 1 { return go(to: near[0]) }
    if near.isEmpty, places.count == 1 { return go(to: places[0]) }
    guard places.isEmpty else {
      offer(near.isEmpty ? places : near, title: "go to")
      return []
    }
    if let name = following.names.first(where: { Layout.isID($0) && !isOfPost($0) }) {
      afterChange = .writeNote(name)
      layer = .confirm(
        Question(
          "there is no “\(name)” yet: begin a note?",
          then: .perform([.addNote(id: name, title: nil)])))
    } else if !followBack() {
      say("\(following.names.first ?? "this") is not in the notebook · o opens a link")
    }
    return []
  }

  /// Whether a name is that of a post or a claim, which nobody makes by linking to it.
  private func isOfPost(_ name: String) -> Bool {
    name.prefix(3).contains("-") && name.contains { $0.isNumber }
  }

  /// A picker of records; Enter goes there.
  private mutating func offer(_ places: [Place], title: String) {
    offered = places
    layer = .picker(
      Picker(
        .places, title: title,
        items: places.enumerated().map { index, place in
          var item = Picker.Item(
            value: "\(index)",
            keys: place.relation.map { $0.word(of: place) } ?? place.kind.rawValue,
            text: place.kind == .post ? place.words : place.line)
          item.label = place.kind == .post ? place.caption : Glyph.clipped(place.line, to: 60)
          return item
        }))
  }

  /// Opens a record where it stands; `C-o` comes back.
  mutating func go(to place: Place) -> [Effect] {
    remember()
    switch place.kind {
    case .post: return openPost(place.id)
    case .claim:
      guard let post = place.post else {
        say("this claim is drawn from several posts · L lists it")
        return []
      }
      return openPost(post, at: place.start ?? 0)
    case .note:
      guard let post = place.post else { return openNote(place.id) }
      return openPost(post)
    case .tag:
      room = .list
      fitReader()
      return setFilter("\(Query.field(.tag, place.id))")
    case .query:
      say("a saved query: \(place.words)")
      return []
    }
  }
}

extension Place.Relation {
  /// What is said of the record that refers.
  fileprivate func word(of place: Place) -> String {
    switch self {
    case .links, .evidence, .drawn: place.kind.rawValue
    case .same: "same"
    case .quotes: "quotes"
    case .answers: "answers"
    case .related: place.reasons.joined(separator: " · ")
    case .mentions: "names " + place.reasons.joined(separator: " · ")
    }
  }
}
