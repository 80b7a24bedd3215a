window.YTD.like.part0 = [
  {
    "like": {
      "tweetId": "1985352791846887864",
      "fullText": "Line one line two &amp; three",
      "expandedUrl": "https://twitter.com/i/web/status/1985352791846887864"
    }
  },
  {
    "like": {
      "tweetId": "1985352791846887865",
      "expandedUrl": "x"
    }
  }
]