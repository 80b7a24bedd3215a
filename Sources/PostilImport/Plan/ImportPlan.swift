public import PostilCore

/// What an import would do to a notebook; nothing is written before `change` is carried out.
public struct ImportPlan: Sendable {
  /// One undoable step; nil when everything is there already.
  public let change: Change?
  /// What was found and what becomes of it.
  public let report: ImportReport
}
