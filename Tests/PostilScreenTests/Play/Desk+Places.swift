import PostilCore

@testable import PostilScreen

/// Where the records are that a link, a name or words lead to.
extension Desk {
  func places(_ ask: PlaceAsk) -> [Place] {
    switch ask {
    case .named(let names):
      names.compactMap { name in
        var found = allPlaces.first { $0.id == name }
        found?.asked = name
        return found
      }
    case .like(let typed):
      allPlaces.filter { typed.isEmpty || "\($0.id) \($0.words)".lowercased().contains(typed) }
    case .related(let id):
      related(to: id)
    case .referring(let id):
      notes.filter { Link.all(in: $0.text).contains { $0.id == id } }.compactMap { note in
        var found = allPlaces.first { $0.id == note.id }
        found?.relation = .links
        return found
      }
        + claims.filter { $0.same == id }.compactMap { claim in
          var found = allPlaces.first { $0.id == claim.id }
          found?.relation = .same
          return found
        }
        + posts.filter { $0.quotes == id || $0.replyTo == id }.compactMap { post in
          var found = allPlaces.first { $0.id == post.id }
          found?.relation = post.quotes == id ? .quotes : .answers
          return found
        }
    }
  }

  private var allPlaces: [Place] {
    notes.map { Place(id: $0.id, kind: .note, words: $0.title ?? $0.text) }
      + claims.map { claim in
        var place = Place(id: claim.id, kind: .claim, words: claim.quotes.first ?? claim.id)
        place.post = claim.post
        place.author = posts.first { $0.id == claim.post }?.author
        place.posted = posts.first { $0.id == claim.post }?.posted
        place.start = claim.spans.first?.lowerBound
        return place
      }
      + posts.map { post in
        var place = Place(id: post.id, kind: .post, words: post.text)
        place.author = post.author
        place.posted = post.posted
        place.post = post.id
        return place
      }
  }
}
