window.__THAR_CONFIG = {
  "userInfo" : { "accountId" : "7", "userName" : "ada_volt", "displayName" : "Ada Volt ⚡" },
  "archiveInfo" : { "generationDate" : "2025-11-16T11:33:22.222Z" },
  "dataTypes" : {
    "tweets" : { "files" : [ { "fileName" : "data/tweets.js", "count" : "9" } ] },
    "noteTweet" : { "files" : [ { "fileName" : "data/note-tweet.js", "count" : "1" } ] }
  }
}
