/// Words of dates in other languages than English, as spreadsheets and extensions write them.
enum DateWords {
  /// The number of a month by its full name, or by a short form that only one month has.
  static func month(_ word: Substring) -> Int? {
    months[word.lowercased().replacing(".", with: "")]
  }

  /// Whether a word says nothing that the others do not: a day of the week, `de`, `Uhr`.
  static func isFiller(_ word: Substring) -> Bool {
    fillers.contains(word.lowercased().replacing(".", with: ""))
  }

  /// `2025年11月3日 14時26分` with the marks of other dates; nil for what is no such date.
  static func western(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard scalars.contains("年") || scalars.contains("년") else { return nil }
    var result: [Unicode.Scalar] = []
    for (index, scalar) in scalars.enumerated() {
      // In Korean a blank follows, which the date's parts must not have between them.
      if scalar == " ", result.last == "-" { continue }
      guard index > 0, "0"..."9" ~= scalars[index - 1] else {
        result.append(scalar)
        continue
      }
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "年", "월", "년", "月": result.append("-")
      case "日", "일": result.append(" ")
      case "時", "时", "시": result.append(":")
      case "分", "분": result.append("0"..."9" ~= next ? ":" : " ")
      case "秒", "초": result.append(" ")
      default: result.append(scalar)
      }
    }
    return result
  }

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for names in [
      "januar februar märz april mai juni juli august september oktober november dezember",
      "jänner feber märz apr mai juni juli aug sept okt nov dez",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "janv févr mars avr mai juin juil août sept oct nov déc",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "ene feb marzo abr mayo jun jul ago setiembre oct nov dic",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    ] {
      for (number, name) in names.split(separator: " ").enumerated() {
        months[String(name)] = number + 1
      }
    }
    return months
  }()

  private static let fillers = Set(
    """
    de del do à um uhr le el den às alle ore г
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    月 火 水 木 金 土 日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日
    星期一 星期二 星期三 星期四 星期五 星期六 星期日 周一 周二 周三 周四 周五 周六 周日
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
