import PostilCore

/// A record of which only the names tell what its values mean.
struct LooseRecord {
  /// The record as JSON; null when it came from a table.
  let json: JSONValue
  /// By normalised name, nested ones with dots.
  private var values: [String: JSONValue] = [:]
  private static let depth = 3

  init(_ json: JSONValue) {
    self.json = json
    take(json.members, prefix: "", depth: 1)
  }

  /// A row of a table; the names of its columns are normalised.
  init(columns: [String], fields: [String]) {
    json = .null
    for (column, field) in zip(columns, fields) where values[column] == nil {
      values[column] = .string(field)
    }
  }

  private mutating func take(_ members: [JSONValue.Member], prefix: String, depth: Int) {
    for member in members {
      let name = prefix + RecordField.normalised(member.name)
      if case .object(let inner) = member.value, depth < Self.depth {
        take(inner, prefix: name + ".", depth: depth + 1)
      } else {
        values[name] = member.value
      }
    }
  }

  func has(_ name: String) -> Bool { values[name] != nil }

  /// Every usable value of a field, in the order of its names.
  func all(_ field: RecordField) -> [String] {
    field.aliases.compactMap { values[$0]?.words }.filter { !Self.isNothing($0) }
  }

  func first(_ field: RecordField) -> String? { all(field).first }

  /// The name under which the text was found.
  var textName: String? {
    RecordField.text.aliases.first { name in
      values[name]?.words.map { !Self.isNothing($0) } ?? false
    }
  }

  /// A whole number; nil when the record does not say one.
  func count(_ field: RecordField) -> Int? { first(field).flatMap(Self.count) }

  /// Whether a column that should count holds words.
  var looksShifted: Bool {
    [RecordField.likes, .reposts, .replies].contains { field in
      first(field).map { words in
        Self.count(words) == nil && words.unicodeScalars.contains { $0.properties.isAlphabetic }
          && !(words.utf8.count < 8 && words.first?.isNumber == true)
      } ?? false
    }
  }

  /// `12`, `12.0` and `1,204`; not `5.9K`, which is no count but a hint at one.
  static func count(_ words: String) -> Int? {
    let whole = words.hasSuffix(".0") ? words.dropLast(2) : words[...]
    return Int(whole.filter { $0 != "," })
  }

  /// What programs write where there is nothing.
  static func isNothing(_ words: String) -> Bool {
    ["None", "nan", "NaN", "null", "NULL", "undefined"].contains(words)
      || words.unicodeScalars.allSatisfy(TextLines.isSpace)
  }
}
