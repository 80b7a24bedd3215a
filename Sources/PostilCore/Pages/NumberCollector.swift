/// Gathers the numbers of many texts by their units.
public struct NumberCollector: Sendable {
  /// The claims in a text: where each stands, and its mark.
  public typealias Marked = (range: Range<Int>, mark: Character)

  private struct Kind: Hashable {
    var base: String
    var per: String?
  }

  private var found: [Kind: [NumberSeries.Entry]] = [:]
  private var symbols: [Kind: [String: Int]] = [:]
  /// Where a number stands in `found`, by its words.
  private var places: [Kind: [String: Int]] = [:]
  private var isAside: Set<Kind> = []

  /// A unit has at most so many numbers; of more the ones added first are kept.
  private static let most = 120
  /// So many units get a list of their own.
  private static let units = 12

  /// No numbers yet.
  public init() {}

  /// Takes the numbers of a post, of newer posts first; those outside its claims only when `whole`.
  public mutating func add(_ post: PostRow, text: String, claims: [Marked], whole: Bool) {
    let scalars = Array(text.unicodeScalars)
    for quantity in Quantity.all(in: scalars) where quantity.unit != .none {
      guard let numbers = quantity.baseNumbers else { continue }
      let claim = claims.first { $0.range.overlaps(quantity.range) }
      guard whole || claim != nil else { continue }
      let value = (numbers.lowerBound.double + numbers.upperBound.double) / 2
      // Sums and differences of what is shown must stay finite.
      guard abs(value) < 1e150 else { continue }
      let kind = Kind(base: quantity.unit.base, per: quantity.per)
      var entry = NumberSeries.Entry(
        Self.written(quantity, in: scalars), value: value, post: post.id,
        start: quantity.range.lowerBound,
        words: NumberSeries.words(around: quantity.range, in: scalars))
      entry.day = post.posted?.day
      entry.author = post.author ?? post.name
      entry.mark = claim?.mark
      // Copies and reposts say it again: what counts is who said it first.
      if let known = places[kind, default: [:]][entry.words + entry.text] {
        found[kind]?[known] = entry
        continue
      }
      guard found[kind, default: []].count < Self.most else { continue }
      places[kind, default: [:]][entry.words + entry.text] = found[kind, default: []].count
      found[kind, default: []].append(entry)
      symbols[kind, default: [:]][quantity.unit.symbol, default: 0] += 1
      if quantity.unit.dimension == .count || quantity.unit.dimension == .time {
        isAside.insert(kind)
      }
    }
  }

  /// The units with most numbers first, things counted and spans of time behind all others; what
  /// occurs only once stands together at the end, under no unit.
  public var series: [NumberSeries] {
    let kinds = found.keys.sorted { a, b in
      let asides = (isAside.contains(a), isAside.contains(b))
      if asides.0 != asides.1 { return asides.1 }
      let counts = (found[a, default: []].count, found[b, default: []].count)
      return counts.0 == counts.1 ? name(of: a) < name(of: b) : counts.0 > counts.1
    }
    let own = kinds.filter { found[$0, default: []].count > (isAside.contains($0) ? 2 : 1) }
      .prefix(Self.units)
    var series = own.map {
      NumberSeries(unit: name(of: $0), entries: Self.ordered(found[$0, default: []]))
    }
    let rest = kinds.filter { !own.contains($0) }.flatMap { found[$0, default: []] }
    if !rest.isEmpty { series.append(NumberSeries(unit: "", entries: Self.ordered(rest))) }
    return series
  }

  /// The number as written, without what it is further said to be.
  private static func written(_ quantity: Quantity, in scalars: [Unicode.Scalar]) -> String {
    let text = Visible.line(String(scalars: scalars[quantity.range]))
    guard let qualifier = quantity.qualifier,
      let place = text.ranges(of: Visible.line(qualifier)).last,
      place.upperBound >= text.index(before: text.endIndex)
    else { return text }
    var head = text[..<place.lowerBound]
    if head.hasSuffix(" of ") { head = head.dropLast(4) }
    while let last = head.last, last == " " || last == "(" { head = head.dropLast() }
    return head.isEmpty ? text : String(head)
  }

  /// The unit as it is written most often, and what one of it is for.
  private func name(of kind: Kind) -> String {
    let symbol = symbols[kind, default: [:]].max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return (symbol ?? kind.base) + (kind.per.map { " a \($0)" } ?? "")
  }

  private static func ordered(_ entries: [NumberSeries.Entry]) -> [NumberSeries.Entry] {
    entries.sorted {
      (($0.day?.number ?? .min), $0.post, $0.start) < (($1.day?.number ?? .min), $1.post, $1.start)
    }
  }
}
