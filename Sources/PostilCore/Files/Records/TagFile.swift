/// The definition of a tag as the file that holds it.
public enum TagFile {
  /// The canonical order of its keys.
  public static let order = ["kind", "key", "color", "aliases"]

  /// Reads a tag; its name is its path below `tags/`.
  ///
  /// - Throws: when the file is no tag, or a value is not what its key says.
  public static func read(_ document: Document, path: String) throws(Problem) -> TagDefinition {
    let fields = try Fields(document, path: path)
    var tag = TagDefinition(name: Layout.name(of: path, in: .tag))
    for entry in document.entries {
      switch entry.key {
      case "kind": try fields.check(kind: .tag)
      case "key":
        tag.key = try fields.value(entry, "one character", hint: "Write one letter or digit") {
          $0.count == 1 ? $0.first : nil
        }
      case "color": tag.color = try fields.text(entry)
      case "aliases": tag.aliases = fields.tags(entry)
      default: break
      }
    }
    tag.text = BodyLines.trimmed(document.body)
    return tag
  }

  /// The whole file of a new tag.
  public static func text(for tag: TagDefinition) -> String {
    let text = BodyLines.trimmed(tag.text)
    return Document(
      fields: [
        "kind": .text(RecordKind.tag.rawValue),
        "key": tag.key.map { .text(String($0)) },
        "color": tag.color.map { .text($0) },
        "aliases": .list(tag.aliases),
      ],
      body: text.isEmpty ? "" : text + "\n"
    ).text
  }
}
