public import PostilCore
/// Placeholder until the import's own lands: delete this file then.
public struct ImportReport: Sendable { public var headline: String { "" }; public var problems: [Problem] { [] } }
extension Anchor { static func aligned(_ r: Range<Int>, in s: [Unicode.Scalar]) -> Range<Int> { r } }
