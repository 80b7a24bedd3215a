window.YTD.tweets.part0 = [
  {
    "tweet": {
      "id_str": "1985352796141855061",
      "full_text": "Power &gt; chips 👨‍💻 see https://t.co/aaaaaaaaaa &amp; the call https://t.co/bbbbbbbbbb",
      "created_at": "Mon Nov 03 14:26:07 +0000 2025",
      "lang": "en",
      "favorite_count": "3",
      "retweet_count": "1",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1985352796141855061"
          ]
        }
      },
      "entities": {
        "urls": [
          {
            "url": "https://t.co/aaaaaaaaaa",
            "expanded_url": "https://volt.example/a?x=1&y=2",
            "indices": [
              "25",
              "48"
            ]
          }
        ],
        "media": [
          {
            "url": "https://t.co/bbbbbbbbbb",
            "media_url_https": "https://pics.example/b.jpg",
            "type": "photo",
            "indices": [
              "0",
              "1"
            ]
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "id_str": "1985352800436822357",
      "full_text": "A thread on it.",
      "created_at": "Mon Nov 03 14:26:08 +0000 2025",
      "lang": "en",
      "favorite_count": "3",
      "retweet_count": "1",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1985352800436822357"
          ]
        }
      },
      "entities": {
        "urls": [],
        "user_mentions": [],
        "symbols": [],
        "hashtags": []
      },
      "in_reply_to_status_id_str": "1985352796141855061",
      "in_reply_to_screen_name": "ada_volt"
    }
  },
  {
    "tweet": {
      "id_str": "1985352791846887000", "full_text": "broken" "lang": "en"
    }
  },
  {
    "tweet": {
      "id_str": "1985352804731789653",
      "full_text": "And its end.",
      "created_at": "Mon Nov 03 14:26:09 +0000 2025",
      "lang": "en",
      "favorite_count": "3",
      "retweet_count": "1",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1985352804731789653"
          ]
        }
      },
      "entities": {
        "urls": [],
        "user_mentions": [],
        "symbols": [],
        "hashtags": []
      },
      "in_reply_to_status_id_str": "1985352800436822357",
      "in_reply_to_screen_name": "ada_volt"
    }
  },
  {
    "tweet": {
      "id_str": "1985352809026756949",
      "full_text": "RT @bob_ohm: Transformers are the bottleneck, not turbines, and anyone who has ordered one will tell you that the wait is by now well over two y…",
      "created_at": "Mon Nov 03 14:26:10 +0000 2025",
      "lang": "en",
      "favorite_count": "0",
      "retweet_count": "1",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1985352809026756949"
          ]
        }
      },
      "entities": {
        "urls": [],
        "user_mentions": [],
        "symbols": [],
        "hashtags": []
      }
    }
  },
  {
    "tweet": {
      "id_str": "1985352813321724245",
      "full_text": "First power in Marhc.",
      "created_at": "Mon Nov 03 14:26:11 +0000 2025",
      "lang": "en",
      "favorite_count": "3",
      "retweet_count": "1",
      "edit_info": {
        "edit": {
          "initialTweetId": "1985352813321724245",
          "editControlInitial": {
            "editTweetIds": [
              "1985352813321724245",
              "1985352817616691541"
            ]
          }
        }
      },
      "entities": {
        "urls": [],
        "user_mentions": [],
        "symbols": [],
        "hashtags": []
      }
    }
  },
  {
    "tweet": {
      "id_str": "1985352817616691541",
      "full_text": "First power in March.",
      "created_at": "Mon Nov 03 14:26:12 +0000 2025",
      "lang": "en",
      "favorite_count": "3",
      "retweet_count": "1",
      "edit_info": {
        "edit": {
          "initialTweetId": "1985352813321724245",
          "editControlInitial": {
            "editTweetIds": [
              "1985352813321724245",
              "1985352817616691541"
            ]
          }
        }
      },
      "entities": {
        "urls": [],
        "user_mentions": [],
        "symbols": [],
        "hashtags": []
      }
    }
  },
  {
    "tweet": {
      "id_str": "1985352821911658837",
      "full_text": "Three things about interconnects that nobody prices in: queue position is not power, a signed study is not power, and a poured pad is not power. queue position is not power, a signed study is not power, and a poured pad is not power. queue position is not power, a signe… https://t.co/cccccccccc",
      "created_at": "Mon Nov 03 14:26:13 +0000 2025",
      "lang": "en",
      "favorite_count": "3",
      "retweet_count": "1",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1985352821911658837"
          ]
        }
      },
      "entities": {
        "urls": [
          {
            "url": "https://t.co/cccccccccc",
            "expanded_url": "https://twitter.com/i/web/status/1985352821911658837",
            "indices": [
              "272",
              "295"
            ]
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "id_str": "1985352826206626133",
      "full_text": "This. https://t.co/dddddddddd",
      "created_at": "Mon Nov 03 14:26:14 +0000 2025",
      "lang": "en",
      "favorite_count": "3",
      "retweet_count": "1",
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1985352826206626133"
          ]
        }
      },
      "entities": {
        "urls": [
          {
            "url": "https://t.co/dddddddddd",
            "expanded_url": "https://twitter.com/bob_ohm/status/1985352791846880000",
            "indices": [
              "6",
              "29"
            ]
          }
        ]
      }
    }
  }
]