import PostilCore
import PostilImport
import PostilScreen

/// Asks what the columns of a table mean that no importer knows: each with its values and the guess.
enum ColumnPreview {
  /// The mapping that a person accepted; nil when they leave.
  static func ask(_ table: UnknownTable, name: String) -> ColumnMapping? {
    var mapping = table.guess
    while true {
      show(table, mapping, name)
      guard let answer = readLine()?.split(separator: " ").map(String.init) else { return nil }
      switch answer.first {
      case "q": return nil
      case nil, "y":
        if mapping.columns[.text] != nil { return mapping }
        Console.remark("  no column is the text yet: its number, then t")
      case .some(let first):
        guard let number = Int(first), table.columns.indices.contains(number - 1),
          answer.count == 2, change(&mapping, table.columns[number - 1], to: answer[1])
        else {
          Console.remark("  a number from 1 to \(table.columns.count), then one of \(letters)")
          continue
        }
      }
    }
  }

  private static func show(_ table: UnknownTable, _ mapping: ColumnMapping, _ name: String) {
    Console.remark("\(Visible.line(name)): a table of an unknown kind. What do its columns mean?")
    for (index, column) in table.columns.enumerated() {
      let meaning = mapping.columns.first { $0.value == column }?.key.rawValue ?? "-"
      let number = String(repeating: " ", count: index < 9 ? 1 : 0) + "\(index + 1)"
      Console.remark("  \(number)  \(padded(meaning, 8)) \(Visible.line(column))")
      for value in table.values[index] where !value.isEmpty {
        Console.remark("        " + Visible.line(String(value.prefix(66))))
      }
    }
    for line in footer(width: Console.width ?? 80) { Console.remark(line) }
  }

  /// What can be typed, in lines of at most `width` cells that end between words.
  static func footer(width: Int) -> [String] {
    var lines: [String] = []
    var line = " "
    for part in ["y takes it ·", "2 t makes column 2 the text ·", "q leaves ·"]
      + letters.split(separator: ", ").map({ $0 + "," })
    {
      // The cursor of some terminals wraps when the last cell is filled.
      if line.count + 1 + part.count >= width, line != " " {
        lines.append(line)
        line = " "
      }
      line += " " + part
    }
    return lines + [String(line.dropLast())]
  }

  private static func padded(_ words: String, _ width: Int) -> String {
    words + String(repeating: " ", count: max(0, width - words.count))
  }

  private static let keys: [(String, ColumnMapping.Meaning?)] = [
    ("t", .text), ("d", .date), ("a", .author), ("n", .name), ("u", .url), ("i", .id),
    ("h", .title), ("l", .likes), ("r", .reposts), ("c", .replies), ("v", .views), ("-", nil),
  ]

  private static var letters: String {
    keys.map { "\($0.0) \($0.1?.rawValue ?? "nothing")" }.joined(separator: ", ")
  }

  private static func change(_ mapping: inout ColumnMapping, _ column: String, to letter: String)
    -> Bool
  {
    guard let key = keys.first(where: { $0.0 == letter }) else { return false }
    for (meaning, name) in mapping.columns where name == column {
      mapping.columns[meaning] = nil
    }
    if let meaning = key.1 { mapping.columns[meaning] = column }
    return true
  }
}
