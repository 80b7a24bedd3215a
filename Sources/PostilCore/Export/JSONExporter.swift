/// One object: what was asked, when, and every post with what hangs on it.
///
/// `{"title", "query", "exported", "posts": [{…post, "tags", "margin", "read", "claims": […]}]}`. Keys
/// are those of the front matter, always in the same order; what is unknown is left out.
enum JSONExporter: Exporter {
  static let name = "json"
  static let summary = "every field of posts and claims, for programs"
  static let fileExtension = "json"

  static func export(_ dossiers: [Dossier], about info: ExportInfo) -> String {
    var members: [JSONText.Member] = [.init("title", .string(info.title))]
    if let query = info.query { members.append(.init("query", .string(query))) }
    members.append(.init("exported", .string(info.today.description)))
    members.append(.init("posts", .array(dossiers.map { .object($0.json) })))
    return JSONText.object(members).pretty + "\n"
  }
}
