window.YTD.note_tweet.part0 = [
  {
    "noteTweet": {
      "noteTweetId": "1985352821911608837",
      "createdAt": "2025-11-03T14:26:13.000Z",
      "core": {
        "text": "Three things about interconnects that nobody prices in: queue position is not power, a signed study is not power, and a poured pad is not power. queue position is not power, a signed study is not power, and a poured pad is not power. queue position is not power, a signed study is not power, and a poured pad is not power. \n\nMore & more: https://t.co/eeeeeeeeee",
        "urls": [
          {
            "shortUrl": "https://t.co/eeeeeeeeee",
            "expandedUrl": "https://volt.example/queue",
            "fromIndex": "338",
            "toIndex": "361"
          }
        ]
      }
    }
  }
]