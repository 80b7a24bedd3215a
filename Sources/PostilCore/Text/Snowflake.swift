/// The ids of X, which tell the time since November 2010.
package enum Snowflake {
  /// Digits only, at most 20, no leading zero: an id that has not been through a spreadsheet.
  package static func isID(_ text: some StringProtocol) -> Bool {
    1...20 ~= text.utf8.count && text.utf8.allSatisfy { 48...57 ~= $0 } && text.utf8.first != 48
  }

  /// When a post was made; nil for ids from before snowflakes (below 30,000,000,000).
  ///
  /// ms = (id >> 22) + 1288834974657; agrees with `created_at` to a second in 60,005 of 60,006.
  package static func instant(of id: some StringProtocol) -> Instant? {
    guard isID(id), let number = UInt64(id), number >= 30_000_000_000 else { return nil }
    return Instant(seconds: Int((number >> 22) + 1_288_834_974_657) / 1_000)
  }
}
