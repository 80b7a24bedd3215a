import Testing

@testable import PostilCore
@testable import PostilImport

/// What an import says of claims whose words the author wrote again.
struct RewordingTests {
  private static let before = "We will not sell. "

  /// What becomes of a claim on words when they are written otherwise.
  private static func place(of quote: String, after text: String, in old: String? = nil) throws
    -> Rewording.Place
  {
    let post = Post(id: "x-1985352791846887766", text: old ?? before + quote + ". We keep it.")
    var claim = Claim(id: "c-260315-7kq2m")
    claim.post = post.id
    claim.quotes = [quote]
    claim.spans = Array(Anchor.places(of: quote, in: Array(post.text.unicodeScalars)).suffix(1))
    let other = Post(id: post.id, text: text)
    return try #require(Rewording(post.id, from: post, to: other, claims: [claim]).claims.first)
      .place
  }

  private static func place(of quote: String, now words: String) throws -> Rewording.Place {
    try place(of: quote, after: "News! " + words + ". We keep it.")
  }

  private static let claim = "Northwind sells 40MW of power to Ada in 2027"

  @Test(arguments: [
    "Northwind sells 40MW of energy to Ada in 2027",
    "Northwind now sells 40MW of power to Ada in 2027",
    "Northwind sells 40 MW of electric power to Ada in 2027",
    "Northwind sells 0.04GW of power to ada in 2027",
    "Northwind’s selling 40MW of power to Ada in 2027",
  ])
  func `other words for the same are a rewording`(now: String) throws {
    let place = try Self.place(of: Self.claim, now: now)
    #expect(place == .reworded(now), "\(place)")
  }

  @Test(arguments: [
    ("Northwind sells 60MW of power to Ada in 2027", "40MW", "60MW"),
    ("Northwind sells 40GW of power to Ada in 2027", "40MW", "40GW"),
    ("Northwind sells over 40MW of power to Ada in 2027", "40MW", "over 40MW"),
    ("Northwind sells 40MW of power to Bob in 2027", "Ada", "Bob"),
    ("Southwind sells 40MW of power to Ada in 2027", "Northwind", "Southwind"),
    ("Northwind sells 40MW of power to $ADA in 2027", "Ada", "$ADA"),
    ("Northwind never sells 40MW of power to Ada in 2027", "", "never"),
    ("Northwind sells 40MW of power to Ada in 2028", "2027", "2028"),
  ])
  func `another number, unit, name or negation is a change`(
    now: String, old: String, new: String
  ) throws {
    let change = Rewording.Change(words: now, old: old, new: new)
    let place = try Self.place(of: Self.claim, now: now)
    #expect(place == .changed(change), "\(place)")
  }

  @Test(arguments: [
    ("the contract is worth $1.2bn over 5 years", "the deal is worth $1,200m over five years"),
    ("revenue rose 20% YoY", "revenue grew 20 % YoY"),
    ("about 50k GPUs are installed", "~50,000 GPUs are now installed"),
    ("der Umsatz steigt um 20%", "der Umsatz wächst um 20 %"),
  ])
  func `numbers are compared by what they are worth`(old: String, now: String) throws {
    let place = try Self.place(of: old, now: now)
    #expect(place.name == "reworded", "\(place)")
  }

  @Test(arguments: [
    ("the contract is worth $1.2bn over 5 years", "the contract is worth €1.2bn over 5 years"),
    ("revenue rose 20% YoY", "revenue rose 20% QoQ"),
    ("we keep five of the sites", "we keep six of the sites"),
    ("we run on the GB300 there", "we run on the GB200 there"),
    ("das Werk liefert nicht nach Bonn", "das Werk liefert nach Bonn"),
    ("der Umsatz der Telekom steigt stark", "der Umsatz der Commerzbank steigt stark"),
    ("Northwind は電力を Ada に売る", "Northwind は電力を Bob に売る"),
    ("北風は電力を売らない", "北風は電力を売る"), ("we sell power to Ada", "we won’t sell power to Ada"),
  ])
  func `what may be another fact is never a rewording`(old: String, now: String) throws {
    let place = try Self.place(of: old, now: now)
    #expect(place.name == "changed", "\(place)")
  }

  /// Whatever is done to one word, other words for it cannot hide it.
  @Test(arguments: ["not", "nicht", "7", "$NWND", "Bob"])
  func `a fact that is put between the words is never a rewording`(fact: String) throws {
    let words = Self.claim.split(separator: " ").map(String.init)
    for place in 1..<words.count {
      for other in words.indices where other != place {
        var now = words
        // A word beside it is written otherwise.
        if now[other].allSatisfy(\.isLowercase) { now[other] = "much" }
        now.insert(fact, at: place)
        let found = try Self.place(of: Self.claim, now: now.joined(separator: " "))
        #expect(["changed", "lost"].contains(found.name), "\(now): \(found)")
      }
    }
  }

  @Test func `who sells to whom is told by the order`() throws {
    let now = "In the north Bob sells power and heat to Ada"
    let place = try Self.place(of: "In the north Ada sells power and heat to Bob", now: now)
    #expect(place == .changed(.init(words: now, old: "Ada, Bob", new: "Bob, Ada")))
  }

  @Test(arguments: [
    ("costs are $1.2B", "Our costs are about $1.3B now.", "costs are about $1.3B"),
    ("capacity is 40 MW", "Its capacity is now about 60 MW.", "capacity is now about 60 MW"),
    ("40 MW are live", "Of these 60 MW now are live.", "60 MW now are live"),
  ])
  func `a number that words were put before still belongs to it`(
    quote: String, now: String, words: String
  ) throws {
    let like = try #require(Likeness(quote, in: now))
    #expect(like.words == words)
    #expect(like.change?.old.isEmpty == false && like.change?.new.isEmpty == false)
  }

  @Test func `a negation that is left out is a change`() throws {
    let place = try Self.place(of: "We will not sell", after: "We will sell. It is late.")
    #expect(
      place == .changed(.init(words: "We will sell", old: "not", new: "")))
  }

  @Test(arguments: ["", "Chips are what is scarce.", "Ada is in town.", "40MW", "⁂ — …"])
  func `words with nothing like them are lost`(text: String) throws {
    #expect(try Self.place(of: Self.claim, after: text) == .lost)
  }

  @Test func `of words that stood twice nobody can say which are left`() throws {
    let old = "It sells 40MW. It sells 40MW."
    #expect(
      try Self.place(of: "It sells 40MW", after: "Late: It sells 40MW.", in: old) == .several(1))
    #expect(try Self.place(of: "It sells 40MW", after: old + " Ok.", in: old) == .same)
    #expect(try Self.place(of: "It sells 40MW", after: "Well. " + old, in: old) == .several(2))
  }

  @Test func `words without offsets are in the same place where they stood`() throws {
    let post = Post(id: "x-1985352791846887766", text: "We sell 40MW to Ada.")
    var claim = Claim(id: "c-260315-7kq2m")
    claim.quotes = ["40MW to Ada"]
    for (text, place) in [("We sell 40MW to Ada!", "same"), ("So: we sell 40MW to Ada", "moved")] {
      let other = Post(id: post.id, text: text)
      let found = Rewording(post.id, from: post, to: other, claims: [claim]).claims.first
      #expect(found?.place.name == place)
    }
  }

  @Test func `of several quotes the worst counts`() throws {
    let post = Post(id: "x-1985352791846887766", text: "We sell power now. It costs $5.")
    var claim = Claim(id: "c-260315-7kq2m")
    claim.quotes = ["We sell power now", "It costs $5"]
    let other = Post(id: post.id, text: "We sell energy now. It costs $6.")
    let places = Rewording(post.id, from: post, to: other, claims: [claim]).claims.map(\.place)
    #expect(
      places == [
        .changed(.init(words: "We sell energy now … It costs $6", old: "$5", new: "$6"))
      ])
  }

  @Test func `a long text costs no more than its length`() throws {
    let text = String(repeating: "wind and sun ", count: 50_000)
    let quote = String(repeating: "water and rain ", count: 300)
    #expect(try Self.place(of: quote, after: text) == .lost)
  }
}
