import PostilCore

/// Two invented posts with all that an export can show.
enum ExportSample {
  static let info = ExportInfo(
    title: "Notes on *power*", query: "author:@volt_watch `due`", today: Day(number: 20_500))

  static let dossiers: [Dossier] = [contract, short]

  private static var contract: Dossier {
    let text = """
      $NWND signs 200MW (IT load) with @Kestrel_Cloud!
      - 20% prepayment
      1. first power by March <b>2026</b>
          #AI & &amp; US$9.7bn ~150MW ~100MW
      =SUM(A1) see https://kestrel.example.com/a_b_c (1)
      """
    var post = Post(id: "x-1985352791846887765", text: text)
    post.author = "@volt_watch"
    post.name = "Lena [Voss]"
    post.posted = Instant("2025-11-03T11:30:12Z").map(Moment.instant)
    post.url = "https://x.example.com/volt_watch/status/1985352791846887765"
    post.sha256 = String(repeating: "ab12", count: 16)
    post.likes = 12
    var dossier = Dossier(post: post, path: "posts/2025/11/x-1985352791846887765.md")
    var margin = Note(id: "on-x-1985352791846887765")
    margin.tags = ["contract", "starred"]
    margin.text = "Who is the landlord? See [[multi-cloud]][^1].\n\n```\nnever closed"
    dossier.margin = margin
    dossier.claims = [prepayment, power, sum]
    dossier.isRead = true
    dossier.quotedBy = [.init(post: Post(id: "x-1990000000000000001", text: "q"))]
    return dossier
  }

  private static var prepayment: Claim {
    var claim = Claim(id: "c-260315-7kq2m")
    claim.title = "Kestrel prepays a fifth"
    claim.post = "x-1985352791846887765"
    claim.spans = [51..<65]
    claim.rev = "ab12ab12ab12"
    claim.quotes = ["20% prepayment"]
    claim.status = .supported
    claim.confidence = 80
    claim.tags = ["contract", "financing"]
    claim.test = "supported if the half-year report shows\ncustomer deposits."
    claim.evidence = [
      Evidence(.supports, "[[x-1990000000000000001]]", grade: .strong, words: "repeats the term"),
      Evidence(.context, "https://kestrel.example.com/filing", words: "page 14"),
    ]
    claim.history = [
      Turn(Day(number: 20_400), .open, confidence: 70),
      Turn(Day(number: 20_450), .supported, confidence: 80, words: "deposits, \"as told\""),
    ]
    claim.notes = "# Not a heading of the dossier\n\nFree words."
    return claim
  }

  private static var power: Claim {
    var claim = Claim(id: "c-260315-0wz4p")
    claim.post = "x-1985352791846887765"
    claim.spans = [69..<90]
    claim.quotes = ["first power by March "]
    claim.type = .forecast
    claim.due = Day(number: 20_499)
    return claim
  }

  private static var sum: Claim {
    var claim = Claim(id: "c-260316-1aaaa")
    claim.title = "Two drawn together"
    claim.from = ["x-1985352791846887765", "x-1990000000000000001"]
    claim.type = .derived
    return claim
  }

  private static var short: Dossier {
    var post = Post(id: "x-1990000000000000001", text: "Kestrel の前払いは20%です。\u{1B}[31m")
    post.author = "Harbor Wire"
    post.posted = .day(Day(number: 20_430))
    post.replyTo = "x-1985352791846887765"
    return Dossier(post: post, path: "posts/2025/12/x-1990000000000000001.md")
  }
}
