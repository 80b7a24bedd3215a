import PostilCore
import TestSupport
import Testing

@Suite struct QuantityTests {
  /// A quantity in one line: `~ >= 50000..60000 GPUs /year (IT load)`.
  private func line(_ quantity: Quantity) -> String {
    var parts: [String] = []
    if quantity.isApproximate { parts.append("~") }
    switch quantity.bound {
    case .exact: break
    case .atLeast: parts.append(">=")
    case .moreThan: parts.append(">")
    case .atMost: parts.append("<=")
    case .lessThan: parts.append("<")
    }
    if let numbers = quantity.numbers {
      parts.append(
        quantity.isRange
          ? "\(numbers.lowerBound)..\(numbers.upperBound)" : "\(numbers.lowerBound)")
    }
    if let period = quantity.period {
      switch period.part {
      case .year: parts.append("year")
      case .half(let half): parts.append("H\(half)")
      case .quarter(let quarter): parts.append("Q\(quarter)")
      case .month(let month): parts.append("month \(month)")
      case .day(let month, let day): parts.append("day \(month)/\(day)")
      }
      if let year = period.year { parts.append("\(year)") }
      if period.isFiscal { parts.append("fiscal") }
    }
    if !quantity.unit.symbol.isEmpty { parts.append(quantity.unit.symbol) }
    if let per = quantity.per { parts.append("/\(per)") }
    if let qualifier = quantity.qualifier { parts.append("(\(qualifier))") }
    return parts.joined(separator: " ")
  }

  private func text(_ quantity: Quantity, in text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: Array(text.unicodeScalars)[quantity.range])
    return String(view)
  }

  @Test(arguments: [
    ("a $9.7bn contract", "$9.7bn", "9700000000 USD"),
    ("20% prepayment", "20%", "20 %"),
    ("blocks (~150MW of something)", "~150MW", "~ 150 MW"),
    ("towards 31 EH/s", "31 EH/s", "31 EH/s"),
    ("- 200MW (IT load) data", "200MW (IT load)", "200 MW (IT load)"),
    ("- 5-year average", "5-year", "5 year"),
    ("a five-year deal", "five-year", "5 year"),
    ("short dated 08/29 calls", "08/29", "day 8/29"),
    ("Q3 was good", "Q3", "Q3"),
    ("with 50–60k GPUs", "50–60k GPUs", "50000..60000 GPUs"),
    ("between 5 and 6% growth", "between 5 and 6%", "5..6 %"),
    ("raise $9-10bn", "$9-10bn", "9000000000..10000000000 USD"),
    ("raise $9bn to $10bn", "$9bn to $10bn", "9000000000..10000000000 USD"),
    ("$900M–1.1bn", "$900M–1.1bn", "900000000..1100000000 USD"),
    ("over 400 people on site", "over 400 people", "> 400 people"),
    ("at least ~50 MW", "at least ~50 MW", "~ >= 50 MW"),
    ("up to 1.2GW", "up to 1.2GW", "<= 1.2 GW"),
    ("400+ employees", "400+", ">= 400"),
    ("400 employees or more", "400 employees or more", ">= 400 employees"),
    ("<=3.5x sales", "<=3.5x", "<= 3.5 x"),
    ("> 80 bps", "> 80 bps", "> 80 bps"),
    ("approx. 3 million shares", "approx. 3 million shares", "~ 3000000 shares"),
    ("circa €5m", "circa €5m", "~ 5000000 EUR"),
    ("US$40 a share", "US$40", "40 USD"),
    ("about $1.5 trillion", "about $1.5 trillion", "~ 1500000000000 USD"),
    ("USD 5 mm of debt", "USD 5 mm", "5000000 USD"),
    ("5 million dollars", "5 million dollars", "5000000 USD"),
    ("12,000 BTC held", "12,000 BTC", "12000 BTC"),
    ("3.2 cents", "3.2 cents", "0.032 USD"),
    ("$0.05/kWh", "$0.05/kWh", "0.05 USD /kWh"),
    ("$2M a year", "$2M a year", "2000000 USD /year"),
    ("$2.10 per GPU", "$2.10 per GPU", "2.1 USD /GPU"),
    ("revenue -5% YoY", "-5% YoY", "-5 % (YoY)"),
    ("margins +120bps", "+120bps", "120 bps"),
    ("EPS of -$0.30", "-$0.30", "-0.3 USD"),
    ("10-fold", "10-fold", "10 x"),
    ("15 J/TH fleet", "15 J/TH", "15 J/TH"),
    ("2,900 acres", "2,900 acres", "2900 acre"),
    ("1,00,000 units", "1,00,000 units", "100000 units"),
    ("12-18 months", "12-18 months", "12..18 month"),
    ("two tranches", "two tranches", "2 tranches"),
    ("twenty-five years", "twenty-five years", "25 year"),
    ("3nm chips", "3nm", "3 nm"),
    ("25 basis points", "25 basis points", "25 bps"),
    ("99.8% uptime", "99.8%", "99.8 %"),
    (".5% off", ".5%", "0.5 %"),
    ("1,5 Mrd EUR", "1,5 Mrd EUR", "1500000000 EUR"),
    ("3Q25 results", "3Q25", "Q3 2025"),
    ("Q3'25 results", "Q3'25", "Q3 2025"),
    ("Q3 FY26", "Q3 FY26", "Q3 2026 fiscal"),
    ("FY26 guide", "FY26", "year 2026 fiscal"),
    ("H1 2026", "H1 2026", "H1 2026"),
    ("2H26", "2H26", "H2 2026"),
    ("live by March 31, 2026", "March 31, 2026", "day 3/31 2026"),
    ("on 15 Nov", "15 Nov", "day 11/15"),
    ("in March 2026", "March 2026", "month 3 2026"),
    ("on 2026-11-15", "2026-11-15", "day 11/15 2026"),
    ("by 8/29/26", "8/29/26", "day 8/29 2026"),
    ("in 2027.", "2027", "year 2027"),
  ])
  func `a quantity is read`(sentence: String, words: String, expected: String) {
    let found = Quantity.all(in: sentence)
    #expect(found.map { text($0, in: sentence) } == [words])
    #expect(found.map(line) == [expected])
  }

  @Test(arguments: [
    "GB300 and H100 and T1", "GPT-4o or GPT-4", "see (1), [2]", "1. First\n2) Second", "v1.2.3",
    "at 12:30", "3D and 5G and the 2nd", "https://x.example/2025/11/5 $IREN #100k @n25", "24/7",
    "a 5-star 3-for-1", "No one. Ten of them. Two!", "123456789012345678901234567890", "$", "%",
    "100x100", "ab12cd", "the one who",
  ])
  func `what only looks like a quantity is none`(sentence: String) {
    #expect(Quantity.all(in: sentence).map(line) == [])
  }

  @Test func `a change has two numbers, and a range one`() {
    #expect(Quantity.all(in: "rose from 5% to 6%").map(line) == ["5 %", "6 %"])
    #expect(Quantity.all(in: "5% to 6%").map(line) == ["5..6 %"])
    #expect(Quantity.all(in: "8 MW - 5 MW").map(line) == ["8 MW", "5 MW"])
    #expect(
      Quantity.all(in: "20% of $4bn is $800M").map(line) == [
        "20 %", "4000000000 USD", "800000000 USD",
      ])
  }

  @Test func `units of one base are compared`() {
    let found = Quantity.all(in: "1.2GW, 1,200 MW; 0.5%, 50 bps")
    #expect(found.count == 4)
    guard found.count == 4 else { return }
    #expect(found[0].baseNumbers == found[1].baseNumbers)
    #expect(found[2].baseNumbers == found[3].baseNumbers)
    #expect(found[0].unit.base == found[1].unit.base)
  }

  @Test func `no unit reaches over the end of a line`() {
    #expect(Quantity.all(in: "We have 5\nMW of it").map(line) == ["5"])
    #expect(Quantity.all(in: "about\n5%").map(line) == ["5 %"])
  }

  /// Any number that is written is read again, whatever stands around it.
  @Test func `a number written is the number read`() {
    var chance = SeededNumbers(3)
    let units = [
      ("%", "%"), (" MW", "MW"), ("MW", "MW"), (" EH/s", "EH/s"), ("x", "x"), (" bps", "bps"),
    ]
    let scales = [("", 0), ("k", 3), (" million", 6), ("bn", 9)]
    for _ in 0..<2_000 {
      let whole = Int.random(in: 0...99_999, using: &chance)
      let cents = Int.random(in: 0...99, using: &chance)
      let amount = Amount(whole * 100 + cents, exponent: -2)
      let (scale, power) = scales[Int.random(in: 0..<scales.count, using: &chance)]
      let isMoney = Bool.random(using: &chance)
      let (unit, symbol) = units[Int.random(in: 0..<units.count, using: &chance)]
      let digits = "\(whole).\(cents < 10 ? "0" : "")\(cents)"
      let written = isMoney ? "$\(digits)\(scale)" : "\(digits)\(unit)"
      let found = Quantity.all(in: "It says \(written), they say.")
      #expect(found.count == 1, "\(written)")
      #expect(
        found.first?.numbers?.lowerBound == amount.scaled(by: isMoney ? power : 0), "\(written)")
      #expect(found.first?.unit.symbol == (isMoney ? "USD" : symbol), "\(written)")
      #expect(found.first?.range == 8..<8 + written.unicodeScalars.count, "\(written)")
    }
  }

  @Test func `amounts are ordered as the numbers they are`() {
    var chance = SeededNumbers(5)
    for _ in 0..<5_000 {
      let (a, b) = (
        Int.random(in: -5_000...5_000, using: &chance),
        Int.random(in: -5_000...5_000, using: &chance)
      )
      let zeros = Int.random(in: 0...9, using: &chance)
      let wide = (0..<zeros).reduce(a) { number, _ in number * 10 }
      #expect((Amount(wide, exponent: -zeros) < Amount(b)) == (a < b))
      #expect((Amount(wide, exponent: -zeros) == Amount(b)) == (a == b))
      #expect(Amount(a).double == Double(a))
    }
    #expect(Amount(97, exponent: 8).description == "9700000000")
    #expect(Amount(-5, exponent: -3).description == "-0.005")
    #expect(Amount(1, exponent: -1).double == 0.1)
  }

  @Test func `hostile texts end, and no two quantities overlap`() {
    var chance = SeededNumbers(7)
    let pieces = [
      "$", "1", "9.7", "bn", " ", "-", "–", "%", "~", "(", "IT load", ")", "about", "between",
      "and",
      "to", "\n", "\r\n", "Q3", "FY", "26", "/", ",", "000", ".", "at least", "March", "31", "2026",
      "k",
      "MW", "EH/s", "é", "e\u{301}", "👩‍💻", "漢", "five", "per", "year", "+", "x", "'", ":", "#", "@",
      "https://t.co/a", "\u{202E}", "１２", "US", "or more",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...24, using: &chance))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &chance)] }.joined()
      check(text)
    }
    for piece in pieces { check(String(repeating: piece, count: 10_000)) }
    for piece in [
      "$1-", "1 to ", "about 5 ", "5 (a ", "1,000,", "1/2/", "~~~~1", "Q3 ", "1.1.", "a-1",
    ] {
      check(String(repeating: piece, count: 10_000))
    }
  }

  private func check(_ text: String) {
    let count = text.unicodeScalars.count
    let found = Quantity.all(in: text)
    #expect(
      found.allSatisfy {
        !$0.range.isEmpty && 0 <= $0.range.lowerBound && $0.range.upperBound <= count
      })
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    #expect(found.allSatisfy { ($0.numbers == nil) != ($0.period == nil) })
  }
}
