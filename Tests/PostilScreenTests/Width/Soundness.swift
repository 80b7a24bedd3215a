import PostilCore
import PostilScreen

/// What is wrong with a frame, in words: a row of another width, half a wide glyph, or something
/// that no terminal may be sent. Nil when nothing is.
func unsoundness(of canvas: Canvas) -> String? {
  for row in 0..<canvas.size.rows {
    if let problem = wholeness(of: canvas, row: row) { return "row \(row): \(problem)" }
    for (column, cell) in canvas.row(row).enumerated() {
      guard let scalar = cell.glyph.unicodeScalars.first(where: isForbidden) else { continue }
      return "row \(row), column \(column): U+\(String(scalar.value, radix: 16))"
    }
  }
  guard let cursor = canvas.cursor else { return nil }
  let isInside = cursor.row < canvas.size.rows && cursor.column < canvas.size.columns
  return isInside && cursor.row >= 0 && cursor.column >= 0 ? nil : "the cursor is at \(cursor)"
}

/// Whether a scalar could do more to a terminal than show itself.
private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
  // Bidi controls and marks, joiners, the byte order mark; those with a width draw something.
  case .format: !(0x600...0x605 ~= scalar.value || isSpacingFormat(scalar))
  default: false
  }
}

private func isSpacingFormat(_ scalar: Unicode.Scalar) -> Bool {
  [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD].contains(scalar.value)
}
