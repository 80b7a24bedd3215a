import PostilCore

@testable import PostilScreen

/// The pages of a desk: what its posts and claims say of a subject.
extension Desk {
  func page(of subject: Subject) -> SubjectPage {
    var page = SubjectPage(subject)
    let found = posts.filter { isOn($0, subject) }
    let days = found.compactMap { $0.posted?.day }
    page.posts = found.count
    page.undated = found.count - days.count
    page.first = days.min()
    page.last = days.max()
    page.rows = found.map(row)
    if subject == .tag("power") {
      page.definition = "What the tests are about.\n\nNot for anything else."
    }
    if case .author(let author) = subject, !found.isEmpty {
      page.names = [.init("Somebody of \(author.dropFirst())", posts: 1)]
      page.link = "https://example.com/\(author.dropFirst())"
    }
    let ids = Set(found.map(\.id))
    let onPage = claims.filter { claim in
      if case .tag(let name) = subject { return claim.tags.contains(name) }
      return claim.post.map(ids.contains) ?? false
    }
    page.claims = onPage.map(claimRow)
    var numbers = NumberCollector()
    for post in found {
      page.activity.weeks[Self.week(of: post), default: .init()].posts += 1
      let marked = onPage.filter { $0.post == post.id }.flatMap { claim in
        claim.spans.map { ($0, claim.mark) }
      }
      numbers.add(row(post), text: post.text, claims: marked, whole: true)
    }
    page.numbers = numbers.series
    page.readForNumbers = found.count
    for claim in onPage { count(claim, into: &page) }
    let others = Dictionary(grouping: found.compactMap(\.author), by: \.self).mapValues(\.count)
    if case .author = subject {
    } else {
      page.beside = others.sorted { $0.key < $1.key }
        .map { SubjectCount(.author($0.key), posts: $0.value) }
    }
    return page
  }

  func subjects(matching typed: String) -> [SubjectCount] {
    let tickers = Set(
      posts.flatMap { Entity.all(in: Array($0.text.unicodeScalars)) }
        .filter { $0.kind == .cashtag }.map(\.text))
    let all =
      tickers.compactMap(Subject.init) + Set(posts.compactMap(\.author)).map(Subject.author)
      + [.tag("power")]
    return all.filter { typed.isEmpty || $0.name.lowercased().contains(typed.lowercased()) }
      .map { SubjectCount($0, posts: page(of: $0).posts) }
      .sorted { ($1.posts, $0.subject.name) < ($0.posts, $1.subject.name) }
  }

  private func isOn(_ post: Post, _ subject: Subject) -> Bool {
    switch subject {
    case .ticker(let name): post.text.contains("$" + name)
    case .author(let author): post.author == author
    case .tag(let name):
      margins[post.id]?.tags.contains(name) ?? false
        || claims.contains { $0.post == post.id && $0.tags.contains(name) }
    }
  }

  private static func week(of post: Post) -> Day {
    Activity.monday(of: post.posted?.day ?? today)
  }

  private func count(_ claim: Claim, into page: inout SubjectPage) {
    page.track.marks[claim.mark, default: 0] += 1
    if claim.type == .forecast { page.track.forecasts += 1 }
    if claim.isOverdue(on: today) { page.track.overdue += 1 }
    if let confidence = claim.confidence { page.track.confidences[confidence, default: 0] += 1 }
    if let post = posts.first(where: { $0.id == claim.post }) {
      page.activity.weeks[Self.week(of: post), default: .init()].claims[claim.mark, default: 0] += 1
    }
    if let day = claim.judged {
      page.activity.weeks[Activity.monday(of: day), default: .init()]
        .verdicts[claim.mark, default: 0] += 1
    }
  }
}
