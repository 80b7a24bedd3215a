/// A time of the day where the person is, as a clock on the wall shows it.
public struct ClockTime: Hashable, Sendable, CustomStringConvertible {
  /// 0–23.
  public var hour: Int
  /// 0–59.
  public var minute: Int

  /// The time at a minute of an hour.
  public init(hour: Int, minute: Int) {
    self.hour = hour
    self.minute = minute
  }

  /// `09:05`.
  public var description: String {
    (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}
