/// Why two names are likely to be meant for one tag.
public enum TagLikeness: Hashable, Sendable {
  /// They differ in case or accents.
  case letterCase
  /// They differ in `-`, `_` or `.`.
  case hyphen
  case plural
  /// One letter is missing, too many, or another one, in names of five letters or more.
  case letter
  /// One is the last part of the other, `btm` and `power/btm`.
  case leaf
  /// The name is an alias of the tag.
  case alias

  /// In words, as `like #power: …` goes on.
  public var words: String {
    switch self {
    case .letterCase: "only case or accents differ"
    case .hyphen: "only a hyphen differs"
    case .plural: "one is the plural of the other"
    case .letter: "one letter differs"
    case .leaf: "one stands below another tag"
    case .alias: "the name is its alias"
    }
  }

  /// How two different names are alike; nil when they are not.
  public static func between(_ one: String, _ other: String) -> TagLikeness? {
    guard !TagName.isSame(one, other) else { return nil }
    return TagForm(one).likeness(to: TagForm(other))
  }
}

/// A tag that a name is likely to be meant for, and why.
public struct NearTag: Hashable, Sendable {
  /// The tag.
  public let tag: TagCount
  /// The reason.
  public let likeness: TagLikeness
}

/// A name taken apart for comparing it with many others.
struct TagForm {
  let folded: [Unicode.Scalar]
  private let squeezed: [Unicode.Scalar]
  private let singular: [Unicode.Scalar]
  private let leaf: String
  private let isTop: Bool

  /// Names that are shorter say different things by one letter.
  private static let longer = 5

  init(_ name: String) {
    let text = Fold.folded(name)
    folded = Array(text.unicodeScalars)
    squeezed = folded.filter { $0 != "-" && $0 != "_" && $0 != "." }
    singular = Self.singular(squeezed)
    leaf = TagName.leaf(of: text)
    isTop = leaf.utf8.count == text.utf8.count
  }

  func likeness(to other: TagForm) -> TagLikeness? {
    if folded == other.folded { return .letterCase }
    if squeezed == other.squeezed { return .hyphen }
    if singular == other.singular { return .plural }
    if isTop != other.isTop, leaf == other.leaf { return .leaf }
    guard min(folded.count, other.folded.count) >= Self.longer,
      abs(folded.count - other.folded.count) <= 1,
      digits == other.digits, Nearest.distance(folded, other.folded) == 1
    else { return nil }
    return .letter
  }

  /// `q3` and `q4`, 2025 and 2026 are no slips of the pen.
  private var digits: [Unicode.Scalar] { folded.filter { $0.properties.numericType != nil } }

  private static func singular(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let ending = { (text: String) in name.count > text.count + 2 && name.ends(with: text) }
    if ending("ies") { return name.dropLast(3) + ["y"] }
    for hiss in ["sses", "shes", "ches", "xes"] where ending(hiss) { return name.dropLast(2) }
    return ending("s") && !ending("ss") ? name.dropLast() : name
  }
}

extension [Unicode.Scalar] {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.unicodeScalars.count).elementsEqual(text.unicodeScalars)
  }
}

extension Codebook {
  /// Tags that a name is likely to be meant for, those with the strongest reason first; the tag of
  /// exactly that name is left out.
  public func near(_ name: String) -> [NearTag] {
    let form = TagForm(name)
    let target = canonical(name)
    return tags.compactMap { tag in
      guard !TagName.isSame(tag.name, name) else { return nil }
      if TagName.isSame(tag.name, target) { return NearTag(tag: tag, likeness: .alias) }
      return form.likeness(to: TagForm(tag.name)).map { NearTag(tag: tag, likeness: $0) }
    }
  }

  /// Every tag that is like others, with them.
  public var doubles: [String: [NearTag]] {
    let forms = tags.map { TagForm($0.name) }
    var found: [String: [NearTag]] = [:]
    for one in tags.indices {
      for other in tags.indices where other > one {
        guard let likeness = forms[one].likeness(to: forms[other]) else { continue }
        found[tags[one].name, default: []].append(NearTag(tag: tags[other], likeness: likeness))
        found[tags[other].name, default: []].append(NearTag(tag: tags[one], likeness: likeness))
      }
    }
    return found
  }
}
