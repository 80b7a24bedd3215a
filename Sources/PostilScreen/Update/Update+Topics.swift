import PostilCore

extension State {
  /// Whether a topic goes on a claim (the one Tab led to, or the ledger's) or on posts.
  private var topicTarget: Picker.Purpose? {
    switch room {
    case .ledger: ledger.targets.isEmpty ? nil : .tagClaims(ledger.targets)
    case .list: list.targets.isEmpty ? nil : .tagPosts(list.targets)
    case .reader:
      if let claim = reader?.claim {
        .tagClaims([claim.id])
      } else {
        reader.map { .tagPosts([$0.block.post.id]) }
      }
    default: nil
    }
  }

  mutating func openTopics() -> [Effect] {
    guard let target = topicTarget else { return [] }
    let title =
      switch target {
      case .tagClaims(let ids):
        ids.count == 1 ? "topic of this claim" : "topic of \(ids.count) claims"
      case .tagPosts(let ids): ids.count == 1 ? "topic of this post" : "topic of \(ids.count) posts"
      default: "topic"
      }
    layer = .picker(Picker(target, title: title, items: topicItems))
    return [.loadTags]
  }

  var topicItems: [Picker.Item] {
    tags.map {
      let uses = $0.posts + $0.claims
      return Picker.Item(value: $0.name, keys: $0.key ?? " ", text: uses == 0 ? "" : "\(uses)")
    }
  }

  mutating func openTopicRemoval(_ argument: String) -> [Effect] {
    let ids: [String]
    var present: [String] = []
    switch room {
    case .reader:
      ids = [reader?.block.post.id].compactMap(\.self)
      present = reader?.block.margin?.tags ?? []
    case .list:
      ids = list.targets
      present = Array(Set(list.rows.filter { ids.contains($0.id) }.flatMap(\.tags))).sorted()
    default: return []
    }
    guard argument.isEmpty else { return [.perform([.tagPosts(ids, add: [], remove: [argument])])] }
    guard !present.isEmpty else {
      say("no topic here to take away")
      return []
    }
    layer = .picker(
      Picker(
        .untagPosts(ids), title: "take away a topic",
        items: present.map { Picker.Item(value: $0) }))
    return []
  }

  mutating func addTopic(_ name: String) -> [Effect] {
    guard let target = topicTarget else { return [] }
    return addTopic(name, to: target)
  }

  mutating func addTopic(_ typed: String, to target: Picker.Purpose) -> [Effect] {
    let name = typed.split(separator: " ").joined(separator: "-")
    guard !name.isEmpty else { return [] }
    lastVerb = .topic(name)
    switch target {
    case .tagPosts(let ids): return [.perform([.tagPosts(ids, add: [name], remove: [])])]
    case .tagClaims(let ids): return [.perform([.tagClaims(ids, add: [name], remove: [])])]
    default: return []
    }
  }
}
