import Foundation
import PostilCore

/// Evaluates queries over a world the simple way: every post, every claim, every term.
struct Oracle {
  let world: World

  func posts(_ query: Query) -> Set<String> {
    Set(world.posts.filter { finds($0, query) }.map(\.id))
  }

  func claims(_ query: Query) -> Set<String> {
    Set(world.claims.filter { finds($0, query) }.map(\.id))
  }

  /// When `isOwn`, only the post's own words and tags count.
  private func finds(_ post: World.Post, _ query: Query, isOwn: Bool = false) -> Bool {
    let claims = world.claims.filter { $0.post == post.id }
    let margins = world.margins.filter { $0.post == post.id }
    switch query {
    case .all: return true
    case .word, .phrase, .near, .pattern:
      let texts = isOwn ? [] : claims.flatMap(texts) + margins.map(\.text)
      return (texts + self.texts(post)).contains { Self.stands(query, in: $0) }
    case .field(.author, let value):
      return begins((post.author ?? post.name).map(bare), bare(value)) || begins(post.name, value)
    case .field(.name, let value): return begins(post.name, value)
    case .field(.platform, let value): return (post.platform ?? "x") == value
    case .field(.ticker, "OHMS"): return post.text.contains("$OHMS")
    case .field(.hashtag, let value): return post.text.contains("#" + value)
    case .field(.mention, let value): return post.text.contains("@" + value)
    case .field(.link, let value):
      return post.text.contains("https://") && "ohm.example/a".contains(value)
    case .field(.tag, let tag):
      let tags = margins.flatMap(\.tags) + (isOwn ? [] : claims.flatMap(\.tags))
      return tags.contains { $0 == tag || $0.hasPrefix(tag + "/") }
    case .field(.status, let status): return claims.contains { $0.status.rawValue == status }
    case .field(.type, let type): return claims.contains { $0.type.rawValue == type }
    case .field(.id, let id): return post.id == id || claims.contains { $0.id == id }
    case .field(.thread, let id): return thread(of: post.id) == thread(of: id)
    case .field: return false
    case .state(let state): return finds(post, state, claims, margins)
    case .has(let part): return has(part, post, claims, margins)
    case .since(let when): return post.posted.map { $0 >= when.first(today: testDay) } ?? false
    case .until(let when): return post.posted.map { $0 <= when.last(today: testDay) } ?? false
    case .days(.posted, let days): return lies(post.posted, in: days)
    case .days(.captured, let days): return lies(post.captured, in: days)
    case .days(.due, let days): return claims.contains { lies($0.due, in: days) }
    case .number(let numbers): return Self.numbers(in: post.text, numbers)
    case .confidence(let range):
      return claims.contains { $0.confidence.map(range.contains) ?? false }
    case .key("lang", .text(let text)): return text == "*" ? post.lang != nil : post.lang == text
    case .key("sector", .text(let text)):
      return post.sector?.lowercased().hasPrefix(text.dropLast()) ?? false
    case .key("likes", .numbers(let numbers)):
      return post.likes.map { Double($0) >= numbers.low && Double($0) <= numbers.high } ?? false
    case .key, .saved: return false
    case .inside(.post, let query): return finds(post, query, isOwn: true)
    case .inside(.claim, let query): return claims.contains { finds($0, query, isOwn: true) }
    case .inside(.thread, let query):
      return world.posts.contains { thread(of: $0.id) == thread(of: post.id) && finds($0, query) }
    case .not(let query): return !finds(post, query, isOwn: isOwn)
    case .and(let terms): return terms.allSatisfy { finds(post, $0, isOwn: isOwn) }
    case .or(let choices): return choices.contains { finds(post, $0, isOwn: isOwn) }
    }
  }

  private func finds(_ claim: World.Claim, _ query: Query, isOwn: Bool = false) -> Bool {
    guard let post = world.posts.first(where: { $0.id == claim.post }) else { return false }
    let margins = world.margins.filter { $0.post == post.id }
    switch query {
    case .word, .phrase, .near, .pattern:
      let around = isOwn ? [] : texts(post) + margins.map(\.text)
      return (texts(claim) + around).contains { Self.stands(query, in: $0) }
    case .number(let numbers):
      return Self.numbers(in: claim.quote, numbers)
        || (!isOwn && Self.numbers(in: post.text, numbers))
    case .has(.number): return finds(claim, .number(anyNumber), isOwn: isOwn)
    case .field(.status, let status): return claim.status.rawValue == status
    case .field(.type, let type): return claim.type.rawValue == type
    case .field(.tag, let tag): return claim.tags.contains { $0 == tag || $0.hasPrefix(tag + "/") }
    case .field(.id, let id) where id == claim.id: return true
    case .state(.claim), .has(.claim), .all: return true
    case .state(.tagged): return !claim.tags.isEmpty
    case .state(.untagged): return claim.tags.isEmpty
    case .state(.due): return isDue(claim, within: Query.dueHorizon)
    case .state(.overdue): return isDue(claim, within: -1)
    case .days(.due, let days): return lies(claim.due, in: days)
    case .confidence(let range): return claim.confidence.map(range.contains) ?? false
    case .has(.due): return claim.due != nil
    case .has(.evidence): return !claim.evidence.isEmpty
    case .has(.note): return !claim.notes.isEmpty
    case .inside(.claim, let query): return finds(claim, query, isOwn: true)
    case .not(let query): return !finds(claim, query, isOwn: isOwn)
    case .and(let terms): return terms.allSatisfy { finds(claim, $0, isOwn: isOwn) }
    case .or(let choices): return choices.contains { finds(claim, $0, isOwn: isOwn) }
    default: return finds(post, query)
    }
  }

  private func finds(
    _ post: World.Post, _ state: Query.PostState, _ claims: [World.Claim], _ margins: [World.Margin]
  ) -> Bool {
    let tags = margins.flatMap(\.tags)
    let isTagged = !claims.isEmpty || tags.contains { $0 != "starred" }
    return switch state {
    case .tagged: isTagged
    case .untagged: !isTagged
    case .read: world.read.contains(post.id)
    case .unread: !world.read.contains(post.id)
    case .starred: tags.contains("starred")
    case .claim: !claims.isEmpty
    case .due: claims.contains { isDue($0, within: Query.dueHorizon) }
    case .overdue: claims.contains { isDue($0, within: -1) }
    case .reply: post.answered != nil
    case .repost: false
    }
  }

  private func has(
    _ part: Query.Part, _ post: World.Post, _ claims: [World.Claim], _ margins: [World.Margin]
  ) -> Bool {
    switch part {
    case .claim: !claims.isEmpty
    case .note: claims.contains { !$0.notes.isEmpty } || margins.contains { !$0.text.isEmpty }
    case .link: post.text.contains("https://")
    case .media: post.hasMedia
    case .evidence: claims.contains { !$0.evidence.isEmpty }
    case .citation: post.text.contains(" see (1)") || post.text.hasPrefix("see (1)")
    case .number: Self.numbers(in: post.text, anyNumber)
    case .due: claims.contains { $0.due != nil }
    }
  }
}
