import GRDB
import PostilCore

extension Condition {
  /// Of a post itself, not of what hangs on it.
  func ofPost(_ field: Query.Field, _ value: String) -> SQL {
    switch field {
    case .author where value.hasPrefix("="):
      // This one, and nobody whose name begins so.
      return "entry.foldedAuthor = \(Name.person(String(value.dropFirst())))"
    case .author:
      return """
        entry.id IN (
          SELECT id FROM entry
          WHERE head IS NOT NULL AND \(begins("foldedAuthor", Name.person(value)))
          UNION ALL SELECT id FROM entry
          WHERE foldedName <> '' AND \(begins("foldedName", Name.folded(value))))
        """
    case .name:
      return "(entry.foldedName <> '' AND \(begins("entry.foldedName", Name.folded(value))))"
    case .platform:
      return hold("SELECT id FROM front WHERE platform = \(Name.folded(value))")
    case .ticker:
      return hold("SELECT record AS id FROM ticker WHERE name = \(Name.ticker(value))")
    case .mention: return hold(entities(.mention, Name.entity(.mention, value)))
    case .hashtag: return hold(entities(.hashtag, Name.entity(.hashtag, value)))
    case .link:
      let part = Name.entity(.link, value)
      return hold("SELECT record AS id FROM entity WHERE kind = 'link' AND instr(name, \(part))")
    case .thread:
      let base = Layout.firstCapture(of: Name.target(value))
      return """
        coalesce(entry.thread, entry.id) IN (
          SELECT coalesce(thread, id) FROM entry WHERE base = \(base) AND head IS NOT NULL)
        """
    case .tag, .status, .type, .id: return "FALSE"
    }
  }

  func has(_ part: Query.Part) -> SQL {
    switch part {
    case .claim: "entry.claims > 0"
    case .note: "\(hold(Self.notes)) OR \(haveClaim("hasNote"))"
    case .link: hold("SELECT record AS id FROM entity WHERE kind = 'link'")
    case .media: hold("SELECT id FROM front WHERE hasMedia")
    case .citation: hold("SELECT id FROM front WHERE hasCitation")
    case .number: hold("SELECT record AS id FROM number", "record.kind = 'post'")
    case .evidence: haveClaim("evidence > 0")
    case .due: haveClaim("due IS NOT NULL")
    }
  }

  /// Both ends are days of UTC, the last one included.
  func isPosted(_ days: Query.Days) -> SQL {
    let (first, last) = days.bounds(today: today)
    let start: SQL =
      days.from == nil
      ? "entry.posted > \(Schema.dateless)"
      : "entry.posted >= \(Instant(Day(number: first)).seconds)"
    guard days.to != nil else { return start }
    return "\(start) AND entry.posted < \(Instant(Day(number: last + 1)).seconds)"
  }

  func isCaptured(_ days: Query.Days) -> SQL {
    let (first, last) = days.bounds(today: today)
    return hold(
      """
      SELECT id FROM front WHERE captured >= \(Instant(Day(number: first)).seconds)
        AND captured < \(Instant(Day(number: last + 1)).seconds)
      """)
  }

  /// Records with a number that lies in a range, at least in part.
  func amounts(_ numbers: Query.Numbers) -> SQL {
    var unit: SQL = "TRUE"
    if let key = numbers.unit {
      // `$2M a year` is an amount of dollars too.
      unit = "(unit = \(key) OR \(begins("unit", key + "/")))"
    }
    return """
      SELECT record AS id FROM number
      WHERE \(unit) AND high >= \(numbers.low) AND low <= \(numbers.high)
      """
  }

  /// `*` at the end stands for any rest of the name.
  private func entities(_ kind: Entity.Kind, _ name: String) -> SQL {
    let isNamed: SQL =
      name.hasSuffix("*") ? begins("name", String(name.dropLast())) : "name = \(name)"
    return "SELECT record AS id FROM entity WHERE kind = \(kind.rawValue) AND \(isNamed)"
  }

  private static let notes: SQL = """
    SELECT text.id FROM record AS note JOIN written AS text ON text.id = note.id
    WHERE note.kind = 'note' AND note.entry IS NOT NULL AND trim(body, ' \n\r\t') <> ''
    """
}
