extension Notebook {
  /// Paths of all files below a folder, relative to the root; hidden ones and links are left out.
  package func names(below folder: String) -> [String] {
    guard let walk = try? Walk(root, [folder]) else { return [] }
    return walk.stamps.map(\.path) + walk.others
  }
}
