public import PostilCore

/// Every format that can be read, in the order in which they are asked: the surest first.
public enum Importers {
  /// The registry.
  public static let all: [any Importer.Type] =
    [
      XArchive.self,
      Grailbird.self,
      MarkdownFiles.self,
      Feed.self,
      BookmarkPage.self,
      Mail.self,
    ]
    + RecordFormats.all
    + [
      JSONPosts.self,
      URLList.self,
      CSVPosts.self,
      PastedText.self,
    ]

  /// The importer with a name, as `--from` takes it.
  ///
  /// - Throws: when there is none, with the names as hint.
  public static func named(_ name: String) throws(Problem) -> any Importer.Type {
    guard let importer = all.first(where: { $0.name == name }) else {
      throw Problem(
        "there is no format called \(name)", hint: all.map { $0.name }.joined(separator: ", "))
    }
    return importer
  }

  /// The importer for a source, found by looking into it.
  ///
  /// - Throws: when it is something that holds no posts or cannot be read, and says what.
  public static func detect(_ source: Source) throws(Problem) -> any Importer.Type {
    if let problem = Refusal.problem(with: source) { throw problem }
    // One look at the first records serves all formats that are made of records.
    let format = RecordFormats.detect(RecordHead(source).records)
    let importer = all.first { importer in
      importer is any RecordFormat.Type ? importer == format : importer.recognises(source)
    }
    guard let importer else {
      throw Problem(
        source.isFolder ? "the folder holds nothing that can be imported" : "this is no text",
        at: source.place(), hint: "formats: " + all.map { $0.name }.joined(separator: ", "))
    }
    return importer
  }

  /// Whether a source is text that is cut into posts, so that a preview is due.
  public static func isPastedText(_ source: Source) -> Bool {
    (try? detect(source)) is PastedText.Type
  }
}
