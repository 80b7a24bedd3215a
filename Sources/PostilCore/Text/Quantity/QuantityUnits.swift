/// The units that posts use, by the words that name them.
enum QuantityUnits {
  /// The unit of one or two words; a name that holds a capital has to be written so.
  static func unit(named words: String) -> Quantity.Unit? {
    cased[words] ?? plain[words] ?? plain[words.lowercased()]
  }

  /// The power of ten that a word stands for.
  static func scale(of word: String) -> Int? { scales[word] ?? scales[word.lowercased()] }

  /// The currency of a sign.
  static func currency(_ sign: Unicode.Scalar) -> String? { signs[sign] }

  /// The currency of the letters before a dollar sign, as in `HK$`.
  static func dollar(of letters: String) -> String? { dollars[letters] }

  /// The currency of an ISO 4217 code or of a coin, in capitals.
  static func currency(code: String) -> String? { codes.contains(code) ? code : nil }

  private static let scales: [String: Int] = [
    "k": 3, "thousand": 3, "thousands": 3, "thsd": 3, "hundred": 2, "lakh": 5, "lakhs": 5,
    "m": 6, "mm": 6, "mn": 6, "mln": 6, "mio": 6, "mil": 6, "million": 6, "millions": 6,
    "crore": 7, "crores": 7,
    "b": 9, "bn": 9, "bln": 9, "bil": 9, "billion": 9, "billions": 9, "mrd": 9,
    "T": 12, "tn": 12, "trn": 12, "tln": 12, "trillion": 12, "trillions": 12,
  ]

  private static let signs: [Unicode.Scalar: String] = [
    "$": "USD", "＄": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "₹": "INR",
    "₩": "KRW", "₽": "RUB", "₿": "BTC", "₺": "TRY", "₪": "ILS", "₫": "VND", "₦": "NGN", "฿": "THB",
    "₱": "PHP", "₴": "UAH",
  ]

  private static let dollars = [
    "US": "USD", "C": "CAD", "CA": "CAD", "CAD": "CAD", "A": "AUD", "AU": "AUD", "AUD": "AUD",
    "HK": "HKD", "NT": "TWD", "S": "SGD", "SG": "SGD", "NZ": "NZD", "R": "BRL", "MX": "MXN",
  ]

  private static let codes: Set<String> = [
    "USD", "EUR", "GBP", "JPY", "CNY", "RMB", "HKD", "CAD", "AUD", "NZD", "CHF", "INR", "KRW",
    "TWD", "SGD", "SEK", "NOK", "DKK", "BRL", "MXN", "ZAR", "TRY", "ILS", "PLN", "BTC", "ETH",
    "SOL", "USDC", "USDT",
  ]

  private static let cased: [String: Quantity.Unit] = Dictionary(
    names.filter { $0.0 != $0.0.lowercased() }, uniquingKeysWith: { first, _ in first })

  private static let plain: [String: Quantity.Unit] = Dictionary(
    names.filter { $0.0 == $0.0.lowercased() }, uniquingKeysWith: { first, _ in first })

  private static let names: [(String, Quantity.Unit)] =
    rows.flatMap { row in row.names.split(separator: ",").map { (String($0), row.unit) } }
    + prefixed + codes.map { ($0, Quantity.Unit(.money, $0)) }

  /// Units with prefixes of a thousand each, as `kW`, `MW` and `megawatts`.
  private static let prefixed: [(String, Quantity.Unit)] = [
    (Quantity.Unit(.power, "W"), "watt", 0...4), (Quantity.Unit(.energy, "Wh"), "watt hour", 0...4),
    (Quantity.Unit(.hashrate, "H/s"), "hash", 0...7),
    (Quantity.Unit(.compute, "FLOPS"), "flop", 2...7),
    (Quantity.Unit(.data, "B"), "byte", 1...6), (Quantity.Unit(.data, "bps"), "bit", 1...5),
    (Quantity.Unit(.frequency, "Hz"), "hertz", 0...4),
    (Quantity.Unit(.voltage, "V"), "volt", 0...2), (Quantity.Unit(.power, "VA"), "", 1...3),
  ].flatMap { base, long, steps in
    steps.flatMap { step in
      let (sign, word) = prefixes[step]
      let symbol = sign + base.symbol
      let unit = Quantity.Unit(base.dimension, symbol, base: base.symbol, exponent: step * 3)
      // `W`, `V` and `H/s` alone are words and names too often in lower case.
      var names = [step == 0 ? symbol : symbol.lowercased()]
      if !long.isEmpty { names += [word + long, word + long + "s"] }
      if base.symbol == "W" {
        names += step > 1 ? ["e", "ac", "dc", "t", "p"].map { symbol + $0 } : []
      }
      if base.symbol == "H/s", step > 1 { names += [String(symbol.dropLast(2)), word + "hashes"] }
      return Set(names).map { ($0, unit) }
    }
  }

  private static let prefixes = [
    ("", ""), ("k", "kilo"), ("M", "mega"), ("G", "giga"), ("T", "tera"), ("P", "peta"),
    ("E", "exa"), ("Z", "zetta"),
  ]

  /// Units by name, several of them parted by commas.
  private static let rows: [(unit: Quantity.Unit, names: String)] =
    [
      (Quantity.Unit(.share, "%"), "%,％,pct,percent,per cent,prozent"),
      (Quantity.Unit(.share, "‰", base: "%", exponent: -1), "‰"),
      (
        Quantity.Unit(.share, "bps", base: "%", exponent: -2),
        "bps,bp,basis point,basis points,bips"
      ),
      (
        Quantity.Unit(.share, "pp", base: "%"),
        "pp,ppt,ppts,pps,percentage point,percentage points,percentage pts"
      ),
      (Quantity.Unit(.multiple, "x"), "x,×,times,fold"),
      (Quantity.Unit(.money, "USD"), "dollar,dollars,bucks,us dollars"),
      (Quantity.Unit(.money, "USD", exponent: -2), "cent,cents,¢"),
      (Quantity.Unit(.money, "EUR"), "euro,euros,€"),
      (Quantity.Unit(.money, "GBP"), "£,quid"),
      (Quantity.Unit(.money, "JPY"), "yen,円"),
      (Quantity.Unit(.money, "CNY"), "yuan,renminbi"),
      (Quantity.Unit(.money, "INR"), "rupees,₹"),
      (Quantity.Unit(.money, "BTC"), "bitcoin,bitcoins"),
      (Quantity.Unit(.money, "BTC", exponent: -8), "sats,satoshis"),
      (Quantity.Unit(.time, "second"), "sec,secs,second,seconds"),
      (Quantity.Unit(.time, "minute"), "min,mins,minute,minutes"),
      (Quantity.Unit(.time, "hour"), "h,hr,hrs,hour,hours"),
      (Quantity.Unit(.time, "day"), "d,day,days"),
      (Quantity.Unit(.time, "week"), "wk,wks,week,weeks"),
      (Quantity.Unit(.time, "month"), "mo,mos,mth,mths,month,months"),
      (Quantity.Unit(.time, "quarter"), "quarter,quarters"),
      (Quantity.Unit(.time, "year"), "y,yr,yrs,year,years"),
      (Quantity.Unit(.time, "decade"), "decade,decades"),
      (Quantity.Unit(.length, "km"), "km,kms,kilometer,kilometers,kilometre,kilometres"),
      (Quantity.Unit(.length, "m"), "meter,meters,metre,metres"),
      (Quantity.Unit(.length, "cm"), "cm"),
      (Quantity.Unit(.length, "nm"), "nm,nanometer,nanometers"),
      (Quantity.Unit(.length, "mi"), "mi,mile,miles"),
      (Quantity.Unit(.length, "ft"), "ft,foot,feet"),
      (Quantity.Unit(.area, "acre"), "acre,acres"),
      (Quantity.Unit(.area, "ha"), "hectare,hectares"),
      (Quantity.Unit(.area, "sq ft"), "sqft,sq ft,sf,square feet,square foot"),
      (Quantity.Unit(.area, "m²"), "m²,sqm,square meters,square metres"),
      (Quantity.Unit(.area, "km²"), "km²,sq km,square kilometers"),
      (Quantity.Unit(.area, "sq mi"), "square miles"),
      (Quantity.Unit(.mass, "kg"), "kg,kgs,kilo,kilos,kilogram,kilograms"),
      (Quantity.Unit(.mass, "t"), "ton,tons,tonne,tonnes,metric tons,short tons,mt"),
      (Quantity.Unit(.mass, "lb"), "lb,lbs,pounds"),
      (Quantity.Unit(.mass, "oz"), "oz,ounce,ounces,toz"),
      (Quantity.Unit(.volume, "bbl"), "bbl,bbls,barrel,barrels"),
      (Quantity.Unit(.volume, "boe"), "boe"),
      (Quantity.Unit(.volume, "bbl/d"), "bpd,boepd"),
      (Quantity.Unit(.volume, "gal"), "gal,gallon,gallons"),
      (Quantity.Unit(.volume, "l"), "liter,liters,litre,litres"),
      (Quantity.Unit(.volume, "cf", exponent: 9), "bcf"),
      (Quantity.Unit(.volume, "cf", exponent: 6), "mmcf"),
      (Quantity.Unit(.volume, "cf", exponent: 3), "mcf"),
      (Quantity.Unit(.volume, "cf"), "cubic feet"),
      (Quantity.Unit(.energy, "BTU"), "btu,btus"),
      (Quantity.Unit(.energy, "MMBtu", base: "BTU", exponent: 6), "mmbtu"),
      (Quantity.Unit(.energy, "J/TH"), "j/th"),
      (Quantity.Unit(.compute, "TOPS"), "TOPS"),
      (Quantity.Unit(.temperature, "°"), "°"),
      (Quantity.Unit(.temperature, "°C"), "°c,celsius"),
      (Quantity.Unit(.temperature, "°F"), "°f,fahrenheit"),
      (Quantity.Unit(.count, "points"), "pt,pts,point,points"),
      (Quantity.Unit(.count, "people"), "people,persons"),
    ] + counted.map { (Quantity.Unit(.count, $0), $0) }

  /// What posts count in a word that does not end in `s`.
  private static let counted = [
    "staff", "men", "women", "children", "headcount", "data center", "data centre", "datacenter",
  ]
}
