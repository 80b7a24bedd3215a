import PostilCore
import Testing

@testable import PostilScreen

extension Gallery {
  static let threads: [Scene] = [
    Scene("list-folded", "j", desk: Circle.desk),
    Scene("list-unfolded", "j j z a j", desk: Circle.desk),
    Scene("list-unfolded-all", "z r", desk: Circle.desk),
    Scene("list-folded-tagged", "j j t o", desk: Circle.desk),
    Scene("thread-start", "j j <Enter>", desk: Circle.desk),
    Scene("thread-middle", "z r j j j j <Enter> j", desk: Circle.desk),
    Scene("quote-open", "j j <Enter> } j z o j j", desk: Circle.desk),
    Scene("backlinks", "G <Enter> g b", desk: Circle.linked),
    Scene("sources", "<Enter> j g f", desk: Circle.linked),
    Scene("claim-same", "<Enter> <Tab>", desk: Circle.linked),
    Scene("claim-head", "j j j <Enter> <Tab>", desk: Circle.linked),
    Scene("copies", "j <Enter>", desk: Circle.linked),
    Scene("copies-listed", "j <Enter> g b", desk: Circle.linked),
    Scene("quotes-folded", "j j <Enter> z r z m", desk: Circle.desk),
    Scene("completing", "<Enter> a S e e <Space> [ [ s", desk: Circle.linked),
    Scene("completing-new", "<Enter> a [ [ d e p o s i t", desk: Circle.linked),
    Scene("notes-linked", "g n j", desk: Circle.linked),
    Scene("notes-title", "g n +", desk: Circle.linked),
    Scene("notes-writing", "g n a", desk: Circle.linked),
    Scene("note-missing", "g n g f", desk: Circle.linked),
  ]
}

/// A thread of twelve posts, what it answers, quotes and is quoted by, and copies of another post.
enum Circle {
  static let desk: Desk = {
    var desk = Desk(posts: posts, claims: claims)
    desk.folds = true
    return desk
  }()

  /// The same with free notes, a thread with sources, and a claim made twice.
  static let linked: Desk = {
    let cited = [
      Cast.post(
        "x-301", "@rackside", "2026-11-15T08:00:00Z",
        "Deposits are real (1). The register and the call agree on 20% [2, 3].", thread: "x-301"),
      Cast.post(
        "x-302", "@rackside", "2026-11-15T08:01:00Z",
        "Sources:\n(1) The register of slots, page 4\n[2] Their filing of March\n"
          + "[3] The call, https://example.com/call", thread: "x-301"),
    ]
    var same = Claim(id: "c-261121-same")
    same.post = "x-301"
    same.spans = [0..<18]
    same.quotes = ["Deposits are real"]
    same.same = "c-261120-00002"
    var claims = Circle.claims
    claims[0].notes += " See [[slots]]."
    claims[0].title = "A slot costs a deposit"
    var desk = Desk(posts: posts + cited, claims: claims + [same])
    desk.folds = true
    var slots = Note(id: "slots")
    slots.title = "Slots and deposits"
    slots.text = "What [[x-91]] says of its line, against the register."
    var open = Note(id: "open-questions")
    open.title = "Open questions"
    open.text = "Nobody wrote [[deposits]] yet."
    desk.notes = [open, slots]
    return desk
  }()

  static func part(_ number: Int) -> String { "x-\(100 + number)" }

  static var posts: [Post] {
    let sentences = [
      "Gas turbines are sold out, and that changes who gets power first.",
      "Look at the order books. Tarn Ridge has 34 units on paper and builds 11 a year.",
      "A slot costs a deposit of 20% today. In 2023 it cost a phone call.",
    ]
    var posts = (1...12).map { number in
      Cast.post(
        part(number), "@slotwatch", "2026-11-\(number < 10 ? "0" : "")\(number)T08:00:00Z",
        "\(sentences[(number - 1) % 3]) That is point \(number).", thread: part(1))
    }
    posts[0].replyTo = "x-90"
    posts[1].quotes = "x-91"
    posts.append(
      Cast.post(
        "x-90", "@asker", "2026-10-30T10:00:00Z",
        "Why is everybody suddenly building their own power plant? I read three releases today."))
    posts.append(
      Cast.post(
        "x-91", "@tarnridge", "2026-10-29T10:00:00Z",
        "Our order book stands at 34 units. We deliver every one of them by 2029. The new line in "
          + "Harrow opens in March, and with it we build 16 units a year instead of 11."))
    var critic = Cast.post(
      "x-95", "@nightshift", "2026-11-13T10:00:00Z", "Points 2 and 5 contradict each other.")
    critic.quotes = part(1)
    posts.append(critic)
    for (number, author) in ["@first", "@second", "@third"].enumerated() {
      posts.append(
        Cast.post(
          "x-\(200 + number)", author, "2026-11-14T0\(number):00:00Z",
          "The auction cleared at 333 dollars per megawatt-day."))
    }
    return posts
  }

  static var claims: [Claim] {
    [2, 11].map { number in
      var claim = Claim(id: "c-261120-0000\(number)")
      claim.post = part(number)
      let post = posts.first { $0.id == part(number) }
      claim.spans = [Segments(post?.text ?? "").sentences[0]]
      claim.status = .supported
      claim.notes = "The register agrees on point \(number)."
      claim.history = [Turn(today, .supported)]
      return claim
    }
  }
}

extension Gallery {
  static let groups: [Scene] = [
    Scene("list-by-author", "s g a j j", desk: Circle.linked),
    Scene("list-by-ticker", "s g t j", desk: Cast.desk),
    Scene("list-by-day", "s g d } }", desk: Circle.linked),
    Scene("list-search-mistake", "/ o k <Space> a u t o r : x", desk: Cast.desk),
    Scene("related", "j <Enter> g r", desk: Circle.related),
    Scene("related-list", "j g r <Down>", desk: Circle.related),
  ]
}

extension Circle {
  /// Posts that share a ticker, and a note that names an author.
  static let related: Desk = {
    var note = Note(id: "walks")
    note.title = "Who walks the sites"
    note.text = "@sitewalker does, once a month."
    var desk = Cast.desk
    desk.notes = [note]
    return desk
  }()
}
