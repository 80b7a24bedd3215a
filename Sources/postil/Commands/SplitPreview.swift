import Foundation
import PostilCore

/// Lets a person cut a pasted text on the screen before anything is written.
enum SplitPreview {
  /// Whether a person sits at both ends.
  static var isPossible: Bool { false }

  /// The text as the person cut it; nil when they left it.
  static func draft(of source: Source, _ options: ImportOptions) throws(Problem) -> SplitDraft? {
    nil
  }
}
