internal import Yams

/// One reason for which a sentence may be worth a tag; data, see `rules.yaml`.
public struct SuggestionRule: Hashable, Sendable {
  /// What else has to stand in a sentence.
  enum Need: String, Decodable {
    case name, quantity, money, date
  }

  /// What it is called where it is hidden and shown again.
  public let name: String
  /// What it found, in a few words: `a named deal`.
  public let says: String
  let words: PhraseBook
  let unless: PhraseBook
  let needs: [Need]
  /// The least number that counts, by kind of unit.
  let quantities: [Quantity.Unit.Dimension: Double]
  let findsDates: Bool

  /// The rules that come with the program, the one that names a sentence best first.
  public static let all: [SuggestionRule] = {
    let yaml = String(decoding: PackageResources.rules_yaml, as: UTF8.self)
    return (try? YAMLDecoder().decode([SuggestionRule].self, from: yaml)) ?? []
  }()
}

extension SuggestionRule: Decodable {
  private enum Key: String, CodingKey {
    case name, says, words, unless, needs, quantity, date
  }

  /// Reads an entry of `rules.yaml`.
  public init(from decoder: any Decoder) throws {
    let entry = try decoder.container(keyedBy: Key.self)
    name = try entry.decode(String.self, forKey: .name)
    says = try entry.decode(String.self, forKey: .says)
    words = PhraseBook(try entry.decodeIfPresent([String].self, forKey: .words) ?? [])
    unless = PhraseBook(try entry.decodeIfPresent([String].self, forKey: .unless) ?? [])
    needs = try entry.decodeIfPresent([Need].self, forKey: .needs) ?? []
    let least = try entry.decodeIfPresent([String: Double].self, forKey: .quantity) ?? [:]
    quantities = try Dictionary(
      uniqueKeysWithValues: least.map { name, least in
        guard let dimension = Quantity.Unit.Dimension(rawValue: name) else {
          throw DecodingError.dataCorruptedError(
            forKey: .quantity, in: entry, debugDescription: "no kind of unit: \(name)")
        }
        return (dimension, least)
      })
    findsDates = try entry.decodeIfPresent(Bool.self, forKey: .date) ?? false
  }
}
