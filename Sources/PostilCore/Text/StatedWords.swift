/// Short words of the languages that posts are most often written in: what negates, what counts, and
/// what begins a sentence with a capital and names nobody.
enum StatedWords {
  /// Whether a folded word says that something is not so.
  static func isNegation(_ word: String) -> Bool {
    negations.contains(word) || word.hasSuffix("n't")
  }

  /// Whether a folded word is a number by itself, with nothing that it counts.
  static func isNumber(_ word: String) -> Bool { numbers.contains(word) }

  /// Whether a folded word names nobody wherever it stands.
  static func isCommon(_ word: String) -> Bool { common.contains(word) || isNegation(word) }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let negations = words(
    """
    not no never none nothing nobody without cannot neither nor hardly barely unlikely denies denied
    deny false dont doesnt didnt isnt arent wasnt wont cant
    nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne weder kaum
    ne pas jamais aucun aucune rien sans ni non sin nunca ningun ninguna ningun nada tampoco
    nao sem nunca nenhum nenhuma nem mai senza nessun nessuno niente niet geen nooit zonder
    inte ingen inga aldrig ikke aldri uden uten ei eikä nie bez nigdy не нет ни без никогда ні
    değil yok nem
    """)

  private static let numbers = words(
    """
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty
    seventy eighty ninety hundred thousand million billion trillion dozen half third quarter twice
    thrice double triple doubled tripled halved first second both zero
    zwei drei vier funf sechs sieben acht neun zehn elf zwolf hundert tausend million millionen
    milliarde milliarden halb halbe doppelt dreifach erste zweite beide null
    deux trois quatre cinq sept huit neuf dix cent mille millions milliard milliards double moitie
    dos tres cuatro cinco seis siete ocho nueve diez cien mil millones doble mitad ambos
    dois duas quatro sete oito nove dez milhoes bilhoes due tre quattro cinque sei sette otto dieci
    """)

  private static let common = words(
    """
    i the a an this that these those it its he she they we you i'm i've i'll my our your their his
    her if and but or so as at by for from in on of to with when while what why how who where there
    here then now yes just also after before because some all any many most more is are was were be
    will would could should can has have had let let's still even since once only every each last
    next today tomorrow yesterday it rt we're we've they're it'll
    der die das den dem des ein eine einen einem einer eines und oder aber wir ihr sie er es ich du
    im in am an auf aus bei mit nach von vor zu zum zur fur um uber unter wenn weil dass ob wie was
    wer wo hier da dann jetzt heute morgen gestern auch nur noch schon ist sind war wird werden hat
    le la les un une des du de et ou mais nous vous ils elles il elle je tu on ce cette ces dans en
    sur sous avec pour par si quand comme aujourd'hui hier demain est sont etait
    el los las una unos y o pero nosotros ellos ella yo este esta estos en con por para del al si
    cuando como hoy ayer manana es son era lo gli il i uno e ma noi loro io questo questa con per da
    oggi ieri domani sono os as um uma mas nos eles ele ela eu esta com por para do da dos das hoje
    ontem amanha het een en of maar wij zij hij ik dit dat met voor van naar vandaag
    """)
}
