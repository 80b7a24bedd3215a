extension Notebook {
  /// The nearest folder upward from `folder` that holds `postil.yaml`.
  public static func find(from folder: String) -> String? {
    guard var place = Disk.realPath(folder) else { return nil }
    let disk = Disk()
    while true {
      if disk.exists(place + "/" + Layout.settings) { return place }
      let parent = Disk.folder(of: place)
      guard parent != place else { return nil }
      place = parent
    }
  }

  /// Makes an empty notebook; refuses a folder that already is one.
  ///
  /// Files that are in the folder stay as they are; `.gitattributes` is added to.
  public static func create(at folder: String, title: String?) throws(Problem) -> Notebook {
    let disk = Disk()
    guard !disk.exists(folder + "/" + Layout.settings) else {
      throw Problem(
        "this is a notebook already", at: .init(folder), hint: "`postil \(folder)` opens it")
    }
    try disk.makeFolder(folder)
    let attributes = folder + "/.gitattributes"
    let present = try disk.text(attributes) ?? ""
    let lines = BodyLines.split(present).map { String(BodyLines.content($0)) }
    let missing = gitAttributes.filter { !lines.contains($0) }
    if !missing.isEmpty {
      let separator = present.isEmpty || present.hasSuffixBytes("\n") ? "" : "\n"
      try disk.write(
        present + separator + missing.joined(separator: "\n") + "\n", to: attributes)
    }
    let name = title.map { "title: \(Scalar.written($0))\n" } ?? ""
    try disk.write("format: \(format)\n" + name, to: folder + "/" + Layout.settings)
    return try Notebook(at: folder)
  }

  private static let gitAttributes = [
    "posts/** -text", "notes/**/on-*.md merge=union", "reading.log merge=union",
  ]
}
