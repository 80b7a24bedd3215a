import PostilCore

/// What columns are called in tables that no program's names explain: in other languages, and as
/// browser extensions head them.
enum ColumnWords {
  /// What a column means by its name alone; nil when nothing tells.
  static func meaning(of name: String) -> ColumnMapping.Meaning? { meanings[folded(name)] }

  /// Whether a name speaks of posts, and not of any text: `Beitragstext`, and not `Inhalt`.
  static func isOfPosts(_ name: String) -> Bool {
    let name = folded(name)
    return posts.contains { name.contains($0) }
  }

  private static let posts =
    "tweet tuit post beitrag publica твит пост ツイート 投稿 ポスト 推文 帖 貼文 트윗 게시"
    .split(separator: " ").map { folded(String($0)) }

  private static func folded(_ name: String) -> String {
    Fold.folded(RecordField.normalised(name))
  }

  private static let meanings: [String: ColumnMapping.Meaning] = {
    var meanings: [String: ColumnMapping.Meaning] = [:]
    for (meaning, names) in words {
      for name in names.split(separator: ",") { meanings[folded(String(name))] = meaning }
    }
    return meanings
  }()

  /// German, French, Spanish, Portuguese, Italian, Russian, Japanese, Chinese in both scripts, Korean.
  private static let words: [(ColumnMapping.Meaning, String)] = [
    (
      .text,
      """
      Inhalt,Beitrag,Beitragstext,Beitragsinhalt,Nachricht,Nachrichtentext,Volltext,\
      Text des Tweets,\
      Texte,Contenu,Texte du tweet,Contenu du tweet,Texte du post,Texte de la publication,\
      Contenu de la publication,Texto,Contenido,Texto del tweet,Texto del tuit,\
      Contenido del tweet,\
      Texto de la publicación,Contenido de la publicación,Mensaje,Tuit,Conteúdo,Texto do tweet,\
      Texto do post,Mensagem,Testo,Contenuto,Testo del tweet,Testo del post,Messaggio,\
      Текст,Текст твита,Текст поста,Содержание,Сообщение,本文,内容,テキスト,ツイート,ツイート本文,ツイート内容,投稿本文,\
      投稿内容,投稿,ポスト本文,ポスト内容,ポスト,\
      正文,推文,推文内容,推文正文,帖子内容,帖子,文本,內容,推文內容,貼文,貼文內容,内文,\
      내용,본문,텍스트,트윗,트윗 내용,게시물,게시물 내용
      """
    ),
    (
      .date,
      """
      Datum,Datum Uhrzeit,Datum und Uhrzeit,Zeitpunkt,Zeitstempel,Veröffentlicht,\
      Veröffentlicht am,\
      Veröffentlichungsdatum,Erstellt,Erstellt am,Gepostet am,Beitragsdatum,Tweet-Datum,\
      Date de publication,Publié le,Date du tweet,Date de création,Date et heure,Horodatage,\
      Fecha,Fecha de publicación,Fecha y hora,Publicado,Publicado el,Creado el,Fecha de creación,\
      Fecha del tweet,Data,Data de publicação,Data da publicação,Publicado em,Criado em,\
      Data e hora,\
      Data e ora,Data di pubblicazione,Pubblicato il,Дата,Дата публикации,Дата и время,\
      日時,日付,投稿日時,投稿日,作成日時,作成日,ツイート日時,投稿時刻,ポスト日時,\
      日期,时间,发布时间,发布日期,发表时间,创建时间,推文时间,日期时间,時間,發佈時間,發布時間,發佈日期,建立時間,\
      날짜,일시,작성일,작성일시,게시일,작성 시간
      """
    ),
    (
      .author,
      """
      Verfasser,Verfasserin,Autor,Autorin,Benutzername,Nutzername,Benutzer,Nutzer,\
      Kontoname,\
      Auteur,Autrice,Utilisateur,Nom d'utilisateur,Pseudo,Autora,Usuario,\
      Nombre de usuario,\
      Usuário,Nome de usuário,Autore,Utente,Nome utente,Автор,Пользователь,\
      Имя пользователя,ユーザー名,ユーザー,ユーザーID,投稿者,作者,アカウント,アカウント名,スクリーンネーム,\
      用户名,用户,账号,帐号,发布者,博主,使用者,使用者名稱,帳號,작성자,사용자,사용자 이름,아이디
      """
    ),
    (
      .name,
      """
      Anzeigename,Vollständiger Name,Voller Name,Nom complet,Nom affiché,Nom,Nombre,\
      Nombre completo,\
      Nombre para mostrar,Nome,Nome completo,Nome de exibição,Имя,表示名,名前,昵称,显示名称,名称,暱稱,顯示名稱,\
      이름,표시 이름
      """
    ),
    (
      .url,
      """
      Adresse,Webadresse,Beitragslink,Link zum Beitrag,Link zum Tweet,Lien,Lien du tweet,\
      Lien vers le tweet,URL du tweet,Lien de la publication,Enlace,Vínculo,Enlace al tweet,\
      Enlace del tweet,URL del tweet,Enlace a la publicación,Link do tweet,Ligação,Collegamento,\
      Link al tweet,Link del tweet,Indirizzo,Ссылка,Ссылка на твит,リンク,ツイートURL,ツイートのURL,投稿URL,\
      投稿のURL,ポストURL,ポストのURL,链接,推文链接,帖子链接,原文链接,网址,連結,推文連結,貼文連結,網址,\
      링크,주소,트윗 링크,트윗 주소
      """
    ),
    (
      .id,
      """
      Beitrags-ID,Nachrichten-ID,ID du tweet,Identifiant du tweet,ID del tweet,ID do tweet,\
      ID твита,ツイートID,投稿ID,ポストID,推文ID,帖子ID,貼文ID,트윗 ID
      """
    ),
    (.title, "Titel,Überschrift,Betreff,Titre,Título,Titolo,Заголовок,タイトル,件名,标题,標題,제목"),
    (
      .likes,
      """
      Gefällt mir,Gefällt-mir-Angaben,J'aime,Mentions J'aime,Me gusta,Curtidas,Mi piace,Лайки,\
      いいね,いいね数,点赞,点赞数,喜欢,喜欢数,按讚數,喜歡數,좋아요,좋아요 수
      """
    ),
    (
      .reposts,
      """
      Geteilt,Partages,Compartidos,Retuits,Compartilhamentos,Condivisioni,Ретвиты,リツイート,リツイート数,\
      リポスト,リポスト数,转发,转发数,转推,转推数,轉推數,轉發數,리트윗,리트윗 수
      """
    ),
    (
      .replies,
      """
      Antworten,Kommentare,Réponses,Commentaires,Respuestas,Comentarios,Respostas,Comentários,\
      Risposte,Commenti,Ответы,返信,返信数,リプライ,リプライ数,评论,评论数,回复,回复数,回覆數,留言數,댓글,답글,댓글 수
      """
    ),
    (
      .views,
      """
      Aufrufe,Ansichten,Impressionen,Vues,Vistas,Visualizaciones,Impresiones,Visualizações,\
      Visualizzazioni,Просмотры,表示回数,表示数,インプレッション,インプレッション数,浏览,浏览量,阅读量,查看次数,瀏覽量,\
      觀看次數,조회수
      """
    ),
    (.lang, "Sprache,Langue,Idioma,Lingua,Язык,言語,语言,語言,언어"),
  ]
}
