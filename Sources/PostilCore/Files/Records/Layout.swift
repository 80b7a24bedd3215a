/// Where each record lies in a notebook, and what may be its name. Paths are relative to the root.
public enum Layout {
  /// The file that marks a root.
  public static let settings = "postil.yaml"
  /// The log of what was read.
  public static let readingLog = "reading.log"

  /// `posts/2025/11/x-1.md`; `posts/undated/…` when the date is not known.
  public static func path(ofPost id: String, posted: Moment?) -> String {
    guard let parts = posted?.day.parts else { return "posts/undated/\(id).md" }
    return "posts/\(padded(parts.year, 4))/\(padded(parts.month, 2))/\(id).md"
  }

  /// `claims/2026/c-260315-7kq2m.md`.
  public static func path(ofClaim id: String) -> String {
    let digits = id.hasPrefix("c-") ? id.dropFirst(2).prefix(2) : ""
    guard digits.utf8.count == 2, digits.utf8.allSatisfy({ 48...57 ~= $0 }) else {
      return "claims/\(id).md"
    }
    return "claims/20\(digits)/\(id).md"
  }

  /// `notes/on-x-1.md`.
  public static func path(ofMarginOn post: String) -> String {
    path(ofNote: Note.marginID(of: post))
  }

  /// `notes/multi-cloud.md`.
  public static func path(ofNote id: String) -> String { "notes/\(id).md" }

  /// `tags/power/btm.md`.
  public static func path(ofTag name: String) -> String { "tags/\(name).md" }

  /// `queries/due-power.md`.
  public static func path(ofQuery name: String) -> String { "queries/\(name).md" }

  /// The kind of the record at a path, by its first folder; nil outside the five folders.
  public static func kind(of path: String) -> RecordKind? {
    guard path.hasSuffix(".md"), let slash = path.firstIndex(of: "/") else { return nil }
    let folder = path[..<slash]
    return RecordKind.allCases.first { $0.folder == folder }
  }

  /// The base name without `.md`: the id of a record.
  public static func id(of path: String) -> String {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      path[path.utf8.index(after: $0)...]
    }
    let base = name ?? path[...]
    return String(base.hasSuffix(".md") ? base.dropLast(3) : base)
  }

  /// The path below a kind's folder without `.md`: the name of a tag or query.
  public static func name(of path: String, in kind: RecordKind) -> String {
    let name = path.dropFirst(kind.folder.count + 1)
    return String(name.hasSuffix(".md") ? name.dropLast(3) : name)
  }

  /// Whether a text may be an id: a letter, then `a-z A-Z 0-9 . _ -`, and `~N` at the end.
  public static func isID(_ text: String) -> Bool {
    var base = text.utf8[...]
    if let tilde = base.lastIndex(of: UInt8(ascii: "~")) {
      let number = base[base.index(after: tilde)...]
      guard !number.isEmpty, number.allSatisfy({ 48...57 ~= $0 }) else { return false }
      base = base[..<tilde]
    }
    guard let first = base.first, isLetter(first), base.last != UInt8(ascii: "."),
      text.utf8.count <= 200
    else { return false }
    return base.allSatisfy { isLetter($0) || 48...57 ~= $0 || $0 == 45 || $0 == 46 || $0 == 95 }
  }

  /// The id without the `~N` of a later capture.
  public static func firstCapture(of id: String) -> String {
    guard let tilde = id.utf8.lastIndex(of: UInt8(ascii: "~")) else { return id }
    return String(id[..<tilde])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
  }
}
