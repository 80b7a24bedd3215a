import PostilCore
import PostilImport

extension ImportReport {
  /// What came in, for the status line.
  var headline: String {
    var parts = ["\(plural(new, "new post")) from \(files.map(\.file).joined(separator: ", "))"]
    if merged > 0 { parts.append("\(merged) known already") }
    if captures > 0 { parts.append("\(plural(captures, "other text")) kept beside the old one") }
    if skipped > 0 { parts.append("\(skipped) skipped · g p shows why") }
    if new + captures > 0 { parts.append("u undoes") }
    return parts.joined(separator: " · ")
  }

  /// What a person should look at: what was refused, skipped or doubtful.
  var problems: [Problem] {
    files.flatMap { file in (file.refusal.map { [$0] } ?? []) + file.skipped + file.warnings }
  }
}
