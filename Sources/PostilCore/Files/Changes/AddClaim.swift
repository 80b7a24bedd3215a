extension Notebook {
  /// A new claim on a post; words that are a claim already are judged instead.
  func addClaim(
    _ new: NewClaim, at now: Instant, in catalog: any Catalog,
    using generator: inout some RandomNumberGenerator
  ) throws(Problem) -> Change {
    let post = try post(new.post, in: catalog).post
    let spans = try spans(of: new, in: post)
    let tags = try Tags.checked(new.tags)
    if let id = try twin(on: post, spans, in: catalog) {
      return try judgeAgain(id, new, tags, at: now, in: catalog)
    }
    if let confidence = new.confidence, !(0...100 ~= confidence) {
      throw Problem("\(confidence)% is no probability", hint: "Give a whole number from 0 to 100")
    }
    let scalars = Array(post.text.unicodeScalars)
    var claim = Claim(id: newID(now.day, using: &generator))
    claim.title = new.title.flatMap { $0.trimmingBlanks.isEmpty ? nil : $0.trimmingBlanks }
    claim.post = post.id
    claim.spans = spans
    claim.rev = Post.rev(of: post.text)
    claim.quotes = spans.map { Spans.words($0, in: scalars) }
    claim.type = new.type
    claim.status = new.status
    claim.due = new.due
    claim.confidence = new.confidence
    claim.tags = Tags.edited([], add: tags, remove: [])
    claim.history = [Turn(now.day, new.status, confidence: new.confidence)]
    claim.notes = new.note ?? ""
    let type = new.type == .fact ? "" : " " + new.type.rawValue
    return Change(
      "tagged \(Excerpt.of(claim)) \(new.status.rawValue)\(type)",
      [
        .init(
          Layout.path(ofClaim: claim.id), before: nil,
          after: ClaimFile.text(for: claim, post: post))
      ])
  }

  /// Where the words of a new claim stand; a claim of no words in particular is the whole post.
  private func spans(of new: NewClaim, in post: Post) throws(Problem) -> [Range<Int>] {
    if !new.spans.isEmpty { return try Spans.aligned(new.spans.map(\.range), in: post.text) }
    guard let quote = new.quote else {
      let paragraphs = Segments(post.text).paragraphs
      guard let first = paragraphs.first, let last = paragraphs.last else {
        throw Problem("\(post.id) has no words to tag")
      }
      return [first.lowerBound..<last.upperBound]
    }
    return try Spans.aligned([post.place(of: quote)], in: post.text)
  }

  /// The claim that stands on exactly these words already.
  private func twin(on post: Post, _ spans: [Range<Int>], in catalog: any Catalog) throws(Problem)
    -> String?
  {
    let ground = Reanchoring.Ground(post)
    for id in try catalog.claims(on: post.id) {
      guard let path = try? path(of: id, in: catalog),
        case .claim(let claim)? = try? knownRecord(at: path), claim.post == post.id
      else { continue }
      if Reanchoring.place(claim, in: ground) == .found(spans) { return claim.id }
    }
    return nil
  }

  private func judgeAgain(
    _ id: String, _ new: NewClaim, _ tags: [String], at now: Instant, in catalog: any Catalog
  ) throws(Problem) -> Change {
    var editor = try ClaimEditor(id, in: self, catalog)
    try editor.fillIn(in: catalog)
    try editor.judge(
      new.status, type: new.type, confidence: new.confidence, words: nil, on: now.day)
    if let due = new.due { try editor.setDue(due, on: now.day) }
    if let title = new.title { try editor.setTitle(title) }
    try editor.setTags(Tags.edited(editor.claim.tags, add: tags, remove: []))
    if let note = new.note {
      let parts = [editor.claim.notes, BodyLines.trimmed(note)].filter { !$0.isEmpty }
      editor.setNotes(parts.joined(separator: "\n\n"))
    }
    return editor.change(
      "tagged \(Excerpt.of(editor.claim)) \(new.status.rawValue) again",
      orIdle: "\(Excerpt.of(editor.claim)) is \(new.status.rawValue) already")
  }

  private func newID(_ day: Day, using generator: inout some RandomNumberGenerator) -> String {
    var id = ClaimID.new(day, using: &generator)
    while drafts[Layout.path(ofClaim: id)] != nil || disk.exists(absolute(Layout.path(ofClaim: id)))
    {
      id = ClaimID.new(day, using: &generator)
    }
    return id
  }
}
