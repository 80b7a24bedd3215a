/// What exports repeat of a claim's file.
extension Claim {
  /// Its spans as front matter has them, `38-64 90-113`; nil when it has none.
  public var at: String? {
    spans.isEmpty
      ? nil : spans.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
  }
}
