import { PREFERRED_CHECKPOINT } from '../../../models/catalogue.ts';
import type { DeclinedFamily } from '../../answer.ts';
import type { Words } from './en.ts';
import { FIGURES } from './figures.ts';

const ASK_MENU = 'この画像について質問する';
const AGAIN = 'もう一度質問する';

const DECLINED: Readonly<Record<DeclinedFamily, string>> = {
  'reads-text':
    '画像の中の文字や数字は読めません。どんな標識や物なのかを聞いていただくか、文字の読み取りには文字認識（OCR）をお使いください。',
  why: '理由や用途まではわかりません。誰かが何をしているか、何があるか、どこにあるかなど、見てわかることを聞いてください。',
  'who-is-this':
    '人物の特定はできません。名前や出身の推測もしません。何をしているか、何を着ているか、何を持っているかを聞いてください。',
  'not-about-the-picture':
    'お答えできるのは画像についての質問だけです。「What animal is this?」や「How many people are there?」のように、画像に写っているものについて聞いてください。',
  'other-language':
    '今のところ英語しかわかりません。「What animal is this?」のように、英語でもう一度質問してください。',
};

/** What Glimpse says in Japanese, politely. */
export const JA: Words = {
  commands: {
    ask: {
      name: '質問',
      description: '画像について質問します',
      options: {
        question: { name: '質問文', description: '英語で入力してください。例：what animal is this?' },
        image: { name: '画像', description: 'PNG、JPEG、WebP、GIF。省略すると、チャンネルの最新の画像を使います' },
        choices: { name: '選択肢', description: '答えの候補を英語で、カンマ区切りで指定します。例：a cat, a dog' },
        private: { name: '非公開', description: '回答を自分だけに表示します' },
      },
    },
    caption: {
      name: '説明文',
      description: '画像を一文で説明します',
      options: {
        image: { name: '画像', description: 'PNG、JPEG、WebP、GIF。省略すると、チャンネルの最新の画像を使います' },
        style: {
          name: '形式',
          description: '短い文、コピー用の代替テキスト、タグ付きから選べます',
          choices: { short: '短い一文', 'alt-text': '代替テキスト（コピー用）', tags: 'タグとその合い具合' },
        },
        private: { name: '非公開', description: '回答を自分だけに表示します' },
      },
    },
    rank: {
      name: 'ランキング',
      description: '入力したテキストを、画像によく合う順に並べます',
      options: {
        texts: {
          name: 'テキスト',
          description: '英語のテキストを2〜25個、カンマ・セミコロン・改行区切りで。例：a cat, a dog, a fox',
        },
        image: { name: '画像', description: 'PNG、JPEG、WebP、GIF。省略すると、チャンネルの最新の画像を使います' },
        private: { name: '非公開', description: '回答を自分だけに表示します' },
      },
    },
    match: {
      name: '画像選び',
      description: '最大10枚の画像から、テキストに一番合うものを選びます',
      options: {
        text: { name: 'テキスト', description: '英語で入力してください。例：a dog on a beach' },
        picture: (number) => ({ name: `画像${number}`, description: `画像${number}` }),
        private: { name: '非公開', description: '回答を自分だけに表示します' },
      },
    },
    where: {
      name: 'どこ',
      description: '画像のどこに何があるかを示します',
      options: {
        thing: { name: 'もの', description: '英語で入力してください。例：the red car' },
        image: { name: '画像', description: 'PNG、JPEG、WebP、GIF。省略すると、チャンネルの最新の画像を使います' },
        private: { name: '非公開', description: '回答を自分だけに表示します' },
      },
    },
    settings: { name: '設定', description: 'このサーバーでのGlimpseの動作を設定します' },
    help: { name: 'ヘルプ', description: 'Glimpseに質問できることと、その方法' },
    about: { name: 'このボットについて', description: 'このGlimpseのバージョンと現在の状態' },
    privacy: { name: 'プライバシー', description: 'Glimpseが保存しているあなたの情報の確認と削除' },
  },
  menus: {
    ask: ASK_MENU,
    caption: 'この画像を説明する',
    altText: '代替テキストを作成する',
  },

  answer: {
    cantTell: (guesses) => `はっきりとはわかりません。有力な候補：${guesses}`,
    cantTellAtAll: 'わかりません。',
    noDescription: 'うまく説明できない画像',
    declined: (family) => DECLINED[family],
    unfamiliar: '私がわかるのはイラストだけです。これは写真など、描かれたものではない画像のようです。',
    unfamiliarRemedy: `フル版のCLIPなら写真もわかります。ボットの運用者が CLIP_MODEL=${PREFERRED_CHECKPOINT} で切り替えられます。`,
    unfamiliarRanking: '私がわかるのはイラストだけで、これはイラストではなさそうです。順位はあまり当てになりません。',
    unfamiliarMatch:
      '私がわかるのはイラストだけですが、イラストではなさそうな画像があります。順位はあまり当てになりません。',
    fitsBest: (text, share) => `${text} が一番合っています · ${share}`,
    matchesBest: (picture, text, share) => `${picture} が ${text} に一番合っています · ${share}`,
    pictureNumber: (number) => `画像${number}`,
    altTextReady: 'これを画像の代替テキストとしてコピーしてください：',
    aiCaption: 'AIによる説明',
  },
  footer: {
    smallModel: (model) => `${model}（オフラインの小型モデル。イラストが得意です）`,
    firstPictures: (shown, all) => `${all}枚のうち最初の${shown}枚`,
    onePicture: (number, all) => `${all}枚中${number}枚目`,
    thePicture: '画像',
    newestPicture: 'ここの最新の画像',
  },

  buttons: { why: 'なぜ？', where: 'どこ？', again: AGAIN, wrong: '間違い？', remove: '削除' },
  why: {
    compared: '答えの候補ごとに文を一つ用意し、画像と比べました。割合は、それぞれの候補が得た分です：',
    comparedCaptions: '画像を次の文と比べました。割合は、それぞれの文が得た分です：',
    nothing: 'ここでは何も比べていません。比較して答える質問ではないためです。',
    more: (count) => `……ほか${count}件`,
    numbers:
      'その次の三つの数は、画像との類似度（コサイン）、そこから引かれるバイアス、加えられる事前の値（ナット）です。',
    chart: {
      similarity: '類似度',
      bias: 'バイアス',
      prior: '事前',
      share: '割合',
      cosine: 'コサイン',
      more: (count) => `……ほか${count}件`,
      average: (count) => `ほかの${count}文の平均`,
      closest: 'そのうち最も近い文',
      formula: '（類似度 − バイアス）× モデルの尺度 + 事前 が割合を決めます。',
      formulaOfYesNo: (slope) =>
        `割合はロジスティック関数 1 ÷ (1 + e^−x) の値です。x = ${slope} × モデルの尺度 ×（類似度 − バイアス）のもう一方の行との差 + 事前の差。`,
      formulaOfPlaces: 'ここでは、質問に出てくるすべてのものの差を足し合わせています。行に示すのは最初のものです。',
      formulaOfNone: (zero, slope) =>
        `${zero} の割合はロジスティック関数の値で、その変数は ${slope} × モデルの尺度 ×（その（類似度 − バイアス）が、行のない、数えるもの自体のそれをどれだけ上回るか）です。残りの割合は、ほかの答えの間で（類似度 − バイアス）× モデルの尺度 + 事前 が決めます。`,
      described: (question) => `「${question}」について画像と比べたものの図。`,
      captions: '比べた説明文',
      captionsDescribed: '画像と比べた説明文の図。',
    },
  },
  where: {
    found: (thing, place, share) => `${thing}：${place} · 写っている確信度 ${share}`,
    absent: (thing, share) => `${thing} は写っていないようです · 確信度 ${share}`,
    unknown: (thing) => `分かりません。${thing} を知りません。`,
    mapFound: (thing, place) => `${thing} を探した画像のヒートマップ。一番合う場所を枠で囲んでいます：${place}。`,
    mapAbsent: (thing) => `${thing} を探した画像のヒートマップ。写っていないようです。`,
    low: '低',
    high: '高',
    places: {
      'top left': '左上',
      top: '上',
      'top right': '右上',
      left: '左',
      middle: '中央',
      right: '右',
      'bottom left': '左下',
      bottom: '下',
      'bottom right': '右下',
      'top, most of the width': '上、幅の大部分',
      'halfway up, most of the width': '上下の中央、幅の大部分',
      'bottom, most of the width': '下、幅の大部分',
      'left, most of the height': '左、高さの大部分',
      'halfway across, most of the height': '左右の中央、高さの大部分',
      'right, most of the height': '右、高さの大部分',
      'most of the picture': '画像の大部分',
    },
  },
  asking: {
    title: ASK_MENU,
    question: '質問（英語で）',
    example: 'What animal is this?',
    which: 'どの画像ですか？',
    all: (count) => `${count}枚すべて`,
    first: (shown, all) => `${all}枚のうち最初の${shown}枚`,
  },
  wrong: {
    title: '正しい答えは何ですか？',
    pick: '正しい答えを選ぶ',
    type: 'または入力する',
    which: 'どの答えが間違っていますか？',
    thanks: 'ありがとうございます。このサーバーの管理者が確認できるように記録しました。',
    nothing: '正しい答えを選ぶか、入力してください。',
  },

  waiting: {
    loading: '起動したばかりで、モデルを読み込んでいます。回答はここに表示されます。',
    downloading: (percent) => `モデルをダウンロードしています（${percent}完了）。回答はここに表示されます。`,
    queue: (ahead) => `先に${ahead}件のリクエストがあります。回答はここに表示されます。`,
    tooLong: 'モデルの準備がまだできていません。しばらくしてからもう一度質問してください。',
  },

  settings: {
    title: 'このサーバーでのGlimpseの動作',
    hint: 'ここでの変更はすぐに反映されます。',
    captions: 'すべての画像を自動で説明するチャンネル',
    captionsHint: '画像ごとに説明文を返信します。通知は送りません。',
    captionsBlind:
      '**まだできません：** 質問されていない画像は、Discordから私に届きません。ボットの運用者が、Discordの開発者ポータルで Message Content Intent を許可し、`MESSAGE_CONTENT=1` を付けて起動する必要があります。',
    lacks: (channel, permissions) => `${channel} で足りない権限：${permissions}`,
    lacksInMore: (channels) => `ほか${channels}個のチャンネルでも権限が足りません。`,
    cantAttach: (channels) =>
      `「ファイルを添付」の権限がないため、コマンドに添えられた画像を ${channels} で表示できません。`,
    permissions: {
      ViewChannel: 'チャンネルを見る',
      SendMessages: 'メッセージを送信',
      SendMessagesInThreads: 'スレッドでメッセージを送信',
      ReadMessageHistory: 'メッセージ履歴を読む',
    },
    silent: '一切回答しないチャンネル',
    silentHint: 'ここで選んだチャンネルでは画像の自動説明をやめます。逆も同じです。',
    noChannel: 'チャンネルなし',
    nowCaptioned: (channels) => `${channels}：画像を自動で説明するようになり、回答もするようになりました。`,
    nowSilent: (channels) => `${channels}：回答しなくなり、画像の自動説明もやめました。`,
    roles: '質問できる人',
    rolesHint: (everybody) => (everybody ? '全員が質問できます。' : '次のいずれかのロールを持つ人だけです。'),
    rolesGone: (count) => `選ばれていたロールのうち${count}個がなくなっています。`,
    rolesAllGone: '選ばれていたロールがすべてなくなったため、誰も質問できません。',
    noRole: '全員',
    everybody: '全員に許可',
    threshold: '回答に必要な確信度',
    thresholdHint: 'これを下回るときは、わからないと伝えて有力な候補を示します。',
    ownThreshold: 'おまかせ',
    thresholdOf: (percent) => `${percent}以上`,
    style: '回答に表示する内容',
    styles: {
      short: '答えと説明文',
      bars: '答え、説明文、検討した候補（バー表示）',
      chart: '答え、説明文、検討した候補（グラフ画像）',
    },
    wrongAnswers: (count) => `間違った回答（${count}）`,
    reset: 'リセット',
    resetQuestion: 'このサーバーの設定をすべてリセットしますか？',
    resetHint:
      '画像の自動説明と、回答しないチャンネルの指定はなくなります。全員が質問できるようになり、回答の表示は最初の状態に戻ります。報告された間違いは残ります。',
    resetYes: 'リセットする',
    resetNo: 'キャンセル',
    resetDone: 'すべての設定を最初の状態に戻しました。',
    notMember:
      'このサーバーにあるのは私のコマンドだけで、私自身は参加していません。サーバーの管理者がボットとして招待できます。',
    corrections: {
      title: '間違いと報告された回答',
      none: 'このサーバーでは、まだ間違いの報告がありません。',
      said: (given, right) => `私の答え：${given}、正解：${right}`,
      saidNothing: (right) => `私の答え：なし、正解：${right}`,
      more: (count) => `これより古い${count}件はファイルにあります。`,
      export: 'すべてファイルで取得',
      exported: (count) => `間違った回答${count}件（JSON）です。`,
      exportedNewest: (count, all) =>
        `間違った回答${all}件のうち、新しい${count}件（JSON）です。ここでは、これ以上ファイルに入りません。`,
      cantAttach:
        'このチャンネルではファイルを添付できません。ここで「ファイルを添付」の権限を付与するか、別のチャンネルで試してください。',
    },
  },
  help: {
    title: '質問できること',
    intro:
      '画像を見て、質問に対する答えの候補を比べ、一番合うものと確信度をお伝えします。質問は英語でお願いします。例：',
    more: '素材、天気、スポーツ、食べ物、部屋、形、模様、雰囲気など、見てわかることなら何でも聞いてください。一度に複数の質問があるときは、最初の2つに答えます。',
    ways: '質問のしかた',
    mention: (mention) => `画像を添付して、次のように書きます：${mention} what animal is this?`,
    reply: '画像のあるメッセージに返信し、質問と一緒に私にメンションします。',
    replyToAnswer: '私の回答に返信して、私にメンションします。画像は覚えています。',
    direct: 'ダイレクトメッセージなら、画像と質問だけで十分です。',
    menu: (ask, caption, altText) =>
      `すでにある画像なら、そのメッセージのメニューから「アプリ」>「**${ask}**」「**${caption}**」「**${altText}**」。`,
    ask: (command) => `${command}：画像についての質問。答えの選択肢も指定できます。`,
    caption: (command) => `${command}：画像を一文で説明します。`,
    rank: (command) => `${command}：画像に一番合うテキストを選びます。`,
    match: (command) => `${command}：テキストに一番合う画像を選びます。`,
    where: (command) => `${command}：画像のどこに何があるかを示します。`,
    buttons: (why, again) =>
      `回答の下の「**${why}**」で検討した候補をすべて表示し、「**${again}**」で続けて質問できます。`,
    cant: 'できないこと',
    cantRead: '画像の中の文字や数字を読むこと。',
    cantReason: '理由や用途を答えること。',
    cantName: '誰なのかを答えること。',
    cantCount: 'たくさんのものを数えること。',
    cantOtherLanguages: '英語以外の質問を理解すること。',
    cantPhotographs:
      '写真をよく理解すること。ここで使っている小型モデルがわかるのはイラストだけです。写真の場合、多くはそうお伝えしますが、そうでないときはよく間違えます。',
    unsure: '確信が持てないときは、そうお伝えして有力な候補を示します。',
    also: (privacy, about, settings) =>
      `${privacy}：あなたについて保存している情報。${about}：現在の状態。${settings}：サーバーの管理者向け。`,
  },

  about: {
    title: (version) => `Glimpse ${version}`,
    intro: 'ボットの運用者のマシン上で、画像についての質問に答えています。',
    model: (model) => `モデル：${model}`,
    modelLoading: 'モデル：読み込み中',
    modelDownloading: (percent) => `モデル：ダウンロード中（${percent}完了）`,
    modelFailed: 'モデル：なし。読み込めなかったため、再起動されるまで回答できません。',
    started: (ago) => `起動：${ago}`,
    answers: (count) => `起動してからの回答数：${count}`,
    median: (milliseconds) => `回答にかかる時間：${milliseconds} ms（中央値）`,
    pictures: '画像がそのマシンの外に出ることはありません。見て、答えて、忘れます。保存もしません。',
    licence: (name) => `ライセンス：${name}`,
    source: (address) => `ソースコード：${address}`,
  },

  privacy: {
    title: 'あなたについて保存している情報',
    nothing: '今は何もありません。',
    recentQuestions: (count) => `最近の質問${count}件（入力中の候補として表示するため）`,
    answers: (count) => `あなたへの回答${count}件：質問、検討した候補、画像の場所`,
    corrections: (count) => `間違った回答の訂正${count}件（あなたによるもの、またはあなたへの回答に対するもの）`,
    howLong: (days) =>
      `質問と回答は${days}日後に自動で削除します。訂正は、あなたがここで削除するまで、そのサーバーのモデレーターのために残ります。`,
    leftServers: (days) => `サーバーから外されたときは、${days}日後にそのサーバーの回答と訂正を削除します。`,
    never: '画像は一切保存しません。ボットの運用者のマシン上で見て、答えて、忘れます。',
    logs: 'ログに残るのは、問題が起きた、またはお断りした人とメッセージのIDだけです。言葉や画像は残りません。',
    delete: 'すべて削除',
    sure: 'あなたについて保存している情報をすべて削除しますか？',
    sureHint:
      'すべてのサーバーとダイレクトメッセージが対象で、元に戻せません。Discordに書かれた内容は残りますが、あなたへの回答の下にあるボタンは使えなくなります。',
    deleteYes: '削除する',
    deleteNo: 'キャンセル',
    deleted: (questions, answers, corrections) =>
      `質問${questions}件、回答${answers}件、訂正${corrections}件を削除しました。あなたについての情報はもう何も保存していません。`,
    nothingDeleted: '削除するものはありませんでした。あなたについての情報は何も保存していません。',
  },

  refusals: {
    restarting: 'まもなく再起動します。1分ほどしてからもう一度質問してください。',
    oneAtATime: '前のリクエストを処理しています。回答が出てからもう一度質問してください。',
    tooMuch: (count) => `リクエストが多すぎます。${count}秒待ってからもう一度質問してください。`,
    channelBusy: (count) => `このチャンネルからの質問が集中しています。${count}秒後にもう一度お試しください。`,
    serverBusy: (count) => `このサーバーからの質問が集中しています。${count}秒後にもう一度お試しください。`,
    silentChannel: 'このチャンネルでは回答しません。サーバーの管理者が無効にしています。',
    notAllowed: 'このサーバーでは、一部のロールだけが質問できます。サーバーの管理者に問い合わせてください。',
    managersOnly: 'このサーバーでの私の動作を変えられるのは、サーバーを管理できる人だけです。',
    serverOnly: 'これはサーバーごとの設定です。サーバーでコマンドを使ってください。',
    deleteNotYours: 'これを削除できるのは、質問した本人かモデレーターだけです。',
    pictureGone: 'その画像はもう手元にありません。もう一度添付するか、画像のメッセージのメニューから質問してください。',
    answerGone: '何についてのことだったか、もうわかりません。もう一度質問してください。',
    noPictureInMessage:
      'そのメッセージに画像が見つかりませんでした。PNG、JPEG、WebP、GIFのあるメッセージを選んでください。',
    notAPicture: 'そのファイルは画像ではありません。PNG、JPEG、WebP、GIFを添付してください。',
    noPictureHere: `最近のメッセージに画像が見つかりませんでした。画像を添付するか、画像のメッセージのメニューから「アプリ」>「${ASK_MENU}」を選んでください。`,
    cantSeePictures: `ここでは、ほかの人の画像は自動では見られません。画像を添付するか、画像のメッセージのメニューから「アプリ」>「${ASK_MENU}」を選んでください。`,
    cantReadChannel: `このチャンネルの中は見られません。画像を添付するか、画像のメッセージのメニューから「アプリ」>「${ASK_MENU}」を選んでください。`,
    pictureDeleted: 'その画像は削除されたため、もう見ることはできません。',
    messageGone: '返信先のメッセージは削除されたため、その画像はもう見られません。',
    cantSeeReplied: `返信先のメッセージの画像が見られません。そのメッセージのメニューから「アプリ」>「${ASK_MENU}」を選んでください。`,
    cantSeeWords: `そこに書かれた内容はDiscordから届きません。回答の下の「${AGAIN}」ボタンを使うか、メッセージで私にメンションしてください。`,
    lottieSticker: 'そのアニメーションスタンプは、私には開けない形式です。画像を送ってください。',
    tooFewTexts: '比べるテキストを2つ以上、カンマ区切りで入力してください：`a cat, a dog, a fox`',
    tooManyTexts: (count, most) =>
      `テキストが${count}個あります。一度に比べられるのは${most}個までなので、減らしてください。`,
    oldCommand:
      'このコマンドはもう使えません。Discordを再読み込みしてください。それでも表示される場合は、ボットの運用者が npm run deploy-commands を実行する必要があります。',
    bug: (id) => `こちらで問題が発生しました。エラーIDは ${id} です。`,
  },
  failures: {
    busy: '今は手いっぱいです。1分ほどしてからもう一度お試しください。',
    'choices-invalid': `その選択肢では答えられません。異なる答えを2〜${FIGURES.textsCount}個、それぞれ${FIGURES.text}文字以内で入力してください。「はい」か「いいえ」で答える質問や、左右を尋ねる質問では、選択肢を省いてください。`,
    'model-unavailable': 'モデルを読み込めないため、今は回答できません。ボットの運用者に知らせてください。',
    'no-picture': '画像が見つかりませんでした。PNG、JPEG、WebP、GIFを添付してください。',
    'picture-corrupt':
      'この画像のファイルは空か、壊れているか、途中で切れています。保存し直して、もう一度送ってください。',
    'picture-host': '開けるのはDiscordに投稿された画像だけです。リンクではなく画像をアップロードしてください。',
    'picture-refused': 'この画像は処理に2回失敗したため、開かないことにしました。別の形式で保存して送ってください。',
    'picture-too-large': `この画像は、開ける上限の${FIGURES.megabytes}MBを超えています。もっと小さいものか、圧縮したものを送ってください。`,
    'picture-too-many-pixels': `この画像は、開ける上限の${FIGURES.megapixels}メガピクセルを超えています。もっと小さいものを送ってください。`,
    'picture-type': 'このファイルは画像として開けません。PNG、JPEG、WebP、GIFを送ってください。',
    'picture-unavailable':
      'この画像を取得できませんでした。1分ほどしてからもう一度試すか、アップロードし直してください。',
    'question-empty': '「What animal is this?」のように、画像について英語で質問してください。',
    'question-too-long': `質問が長すぎます。読めるのは${FIGURES.question}文字までです。`,
    'texts-invalid': `そのテキストは比べられません。2〜${FIGURES.textsCount}個のテキストを、それぞれ${FIGURES.text}文字以内で、カンマ区切りで入力してください。`,
    'thing-invalid': `探すものを1つだけ、英語で${FIGURES.thing}文字以内で入力してください（例：red car）。`,
    timeout: '時間がかかりすぎました。1分ほどしてからもう一度試すか、もっと小さい画像をお試しください。',
  },
};
