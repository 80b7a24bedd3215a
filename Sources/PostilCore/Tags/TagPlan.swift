/// What renaming or merging a tag would do, record by record: a dry run.
public struct TagPlan: Hashable, Sendable {
  /// What is asked for.
  public enum Deed: Hashable, Sendable {
    /// Another name, to which those below go along.
    case rename(String, to: String)
    /// One tag made of two.
    case merge(String, into: String)

    /// The tag that goes, and the one that is there afterwards.
    public var names: (from: String, to: String) {
      switch self {
      case .rename(let from, let to), .merge(let from, let to): (from, to)
      }
    }

    /// The edit that carries it out.
    public var edit: Edit {
      switch self {
      case .rename(let from, let to): .renameTag(from, to: to)
      case .merge(let from, let to): .mergeTag(from, into: to)
      }
    }
  }

  /// A record that changes, or that names the tag and stays as it is.
  public struct Item: Hashable, Sendable {
    /// Its file, relative to the notebook's root.
    public var path: String
    /// What kind of record it is.
    public var kind: RecordKind
    /// What it says, in a few words.
    public var words: String
    /// What becomes of it, `power/btm → energy/btm`.
    public var effect: String

    /// A line of a dry run.
    public init(path: String, kind: RecordKind, words: String, effect: String) {
      self.path = path
      self.kind = kind
      self.words = words
      self.effect = effect
    }

    /// Its base name.
    public var id: String { Layout.id(of: path) }
  }

  /// What was asked for.
  public var deed: Deed
  /// What would be written: one step of undo.
  public var change: Change
  /// The records that change, in the order of their paths.
  public var items: [Item]
  /// Saved queries that name the tag; the alias lets them find what they found before.
  public var mentions: [Item]

  /// A plan by its parts.
  public init(deed: Deed, change: Change, items: [Item], mentions: [Item]) {
    self.deed = deed
    self.change = change
    self.items = items
    self.mentions = mentions
  }
}
