extension Notebook {
  /// A post with everything that hangs on it.
  public func dossier(of post: String, in catalog: any Catalog) throws(Problem) -> Dossier {
    throw Problem("not yet")
  }

  /// What an edit means for the files as they stand on the disk now.
  ///
  /// - Throws: when the target is missing, or the disk no longer says what `from` says.
  public func change(for edit: Edit, at now: Instant, in catalog: any Catalog) throws(Problem)
    -> Change
  {
    throw Problem("not yet")
  }
}
