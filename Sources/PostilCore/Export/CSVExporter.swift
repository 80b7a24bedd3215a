/// One row a claim, with its post: for spreadsheets and statistics.
///
/// RFC 4180: UTF-8, CRLF after each row, quotes where needed. A cell that a spreadsheet would read
/// as a formula begins with an apostrophe (OWASP, "CSV Injection"): strip it when you parse.
enum CSVExporter: Exporter {
  static let name = "csv"
  static let summary = "one row a claim with its post, for spreadsheets"
  static let fileExtension = "csv"

  static func export(_ dossiers: [Dossier], about info: ExportInfo) -> String {
    var rows = [columns.map(\.name)]
    for dossier in dossiers {
      for claim in dossier.claims {
        rows.append(columns.map { $0.value(claim, dossier, info.today) })
      }
    }
    return rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private typealias Column = (
    name: String, value: @Sendable (Claim, Dossier, Day) -> String
  )

  private static let columns: [Column] = [
    ("id", { claim, _, _ in claim.id }),
    ("status", { claim, _, _ in claim.status.rawValue }),
    ("type", { claim, _, _ in claim.type.rawValue }),
    ("title", { claim, _, _ in claim.title ?? "" }),
    ("quote", { claim, _, _ in claim.quotes.joined(separator: " … ") }),
    ("due", { claim, _, _ in claim.due?.description ?? "" }),
    ("overdue", { claim, _, today in claim.isOverdue(on: today) ? "yes" : "no" }),
    ("confidence", { claim, _, _ in claim.confidence.map(String.init) ?? "" }),
    ("tags", { claim, _, _ in claim.tags.joined(separator: "; ") }),
    ("test", { claim, _, _ in claim.test ?? "" }),
    ("evidence", { claim, _, _ in claim.evidence.map(\.line).joined(separator: "\n") }),
    ("history", { claim, _, _ in claim.history.map(\.line).joined(separator: "\n") }),
    ("notes", { claim, _, _ in claim.notes }),
    ("at", { claim, _, _ in claim.at ?? "" }),
    ("rev", { claim, _, _ in claim.rev ?? "" }),
    ("same", { claim, _, _ in claim.same ?? "" }),
    ("from", { claim, _, _ in claim.from.joined(separator: "; ") }),
    ("post", { claim, _, _ in claim.post ?? "" }),
    ("author", { claim, dossier, _ in source(of: claim, in: dossier)?.author ?? "" }),
    ("name", { claim, dossier, _ in source(of: claim, in: dossier)?.name ?? "" }),
    ("posted", { claim, dossier, _ in source(of: claim, in: dossier)?.posted?.description ?? "" }),
    ("url", { claim, dossier, _ in source(of: claim, in: dossier)?.url ?? "" }),
    (
      "post-tags",
      { claim, dossier, _ in
        claim.post == nil ? "" : (dossier.margin?.tags ?? []).joined(separator: "; ")
      }
    ),
  ]

  /// The post that a claim stands in; nil when it is drawn from several.
  private static func source(of claim: Claim, in dossier: Dossier) -> Post? {
    claim.post == nil ? nil : dossier.post
  }

  /// One cell, harmless as a formula and quoted when RFC 4180 asks for it.
  private static func cell(_ value: String) -> String {
    var text = Visible.text(value)
    if let first = text.unicodeScalars.first, formulaStarts.contains(first) {
      text = "'" + text
    }
    guard text.unicodeScalars.contains(where: { #"",\#n\#r"#.unicodeScalars.contains($0) }) else {
      return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The full-width forms count too: some locales read them as their ASCII twins.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]
}
