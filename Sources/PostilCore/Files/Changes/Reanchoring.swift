/// Where the words of a claim stand in a post whose text may not be the one they were taken from.
///
/// What is written in `at` and `rev` is never changed by this; it only says what to show.
package enum Reanchoring {
  /// What became of a claim's words.
  package enum Place: Hashable, Sendable {
    /// The claim points at nothing in this text on purpose.
    case none
    /// Where its offsets say, or where its words stand once.
    case found([Range<Int>])
    /// The words stand more than once, and no offset tells which is meant.
    case several(String, [Range<Int>])
    /// The words that do not stand in the text.
    case lost(String)
  }

  /// A post's text, taken apart once for all claims on it.
  struct Ground {
    /// The post's id.
    let post: String
    let scalars: [Unicode.Scalar]
    let rev: String
    private let text: String

    init(_ post: Post) {
      self.post = post.id
      text = post.text
      scalars = Array(post.text.unicodeScalars)
      rev = post.rev
    }

    /// Whether the text is the one that the claim was made on. A stored hash is believed until the
    /// words speak against it: the file may have been edited by hand.
    func isKnown(to claim: Claim) -> Bool {
      claim.rev == rev && (claim.quotes.isEmpty || rev == Post.rev(of: text))
    }
  }

  /// Where a claim stands in a post's text.
  package static func place(_ claim: Claim, in post: Post) -> Place {
    place(claim, in: Ground(post))
  }

  static func place(_ claim: Claim, in ground: Ground) -> Place {
    let scalars = ground.scalars
    if holds(claim, in: scalars) { return .found(claim.spans) }
    let fits = claim.spans.allSatisfy { $0.upperBound <= scalars.count }
    if fits, !claim.spans.isEmpty, ground.isKnown(to: claim) { return .found(claim.spans) }
    guard !claim.quotes.isEmpty else {
      return claim.spans.isEmpty ? .none : .lost(claim.at ?? "")
    }
    var spans: [Range<Int>] = []
    for (index, quote) in claim.quotes.enumerated() {
      let places = Anchor.places(of: quote, in: scalars)
      if index < claim.spans.count, places.contains(claim.spans[index]) {
        spans.append(claim.spans[index])
      } else if places.count > 1 {
        return .several(quote, places)
      } else if let place = places.first {
        spans.append(place)
      } else {
        return .lost(quote)
      }
    }
    return .found(spans)
  }

  /// Whether the offsets point at the very words that the claim quotes.
  static func holds(_ claim: Claim, in scalars: [Unicode.Scalar]) -> Bool {
    guard !claim.spans.isEmpty, claim.spans.count == claim.quotes.count else { return false }
    return zip(claim.spans, claim.quotes).allSatisfy { span, quote in
      span.upperBound <= scalars.count && quotes(quote, scalars[span])
    }
  }

  /// Whether a quote says the words; a file's line ends are not part of a quote.
  static func quotes(_ quote: String, _ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let isEnd: (Unicode.Scalar) -> Bool = { $0 == "\r" }
    return quote.unicodeScalars.lazy.filter { !isEnd($0) }
      .elementsEqual(words.lazy.filter { !isEnd($0) })
  }
}

extension Post {
  /// The first 12 hex digits of its stored SHA-256; of its text when none is stored.
  var rev: String { sha256.isEmpty ? Self.rev(of: text) : String(sha256.prefix(12)) }
}
