Grailbird.data.tweets_2013_01 = 
 [ {
  "source" : "web",
  "entities" : { "user_mentions" : [ ], "media" : [ ], "hashtags" : [ ],
    "urls" : [ { "url" : "http:\/\/t.co\/abc", "expanded_url" : "http:\/\/grid.example\/study", "display_url" : "grid.example\/study", "indices" : [ 20, 36 ] } ] },
  "geo" : { },
  "id_str" : "296775461839671296",
  "text" : "Turbines &amp; wires: http:\/\/t.co\/abc",
  "id" : 296775461839671296,
  "created_at" : "2013-01-31 00:13:32 +0000",
  "user" : { "name" : "Ada Volt", "screen_name" : "ada_volt", "id_str" : "77" }
}, {
  "id_str" : "296775461839671297",
  "text" : "RT @bob_ohm: the whole grid is one machine, and whoever runs it knows what the n\u2026",
  "id" : 296775461839671297,
  "created_at" : "Thu Jan 31 00:13:32 +0000 2013",
  "retweeted_status" : {
    "id_str" : "296775000000000000",
    "text" : "the whole grid is one machine, and whoever runs it knows what the next hour asks of it",
    "created_at" : "Thu Jan 31 00:11:42 +0000 2013",
    "user" : { "name" : "Bob Ohm", "screen_name" : "bob_ohm", "id_str" : "78" }
  },
  "user" : { "name" : "Ada Volt", "screen_name" : "ada_volt", "id_str" : "77" }
}, { "id_str" : "1", "broken" }, {
  "id_str" : "1234",
  "text" : "from before the snow",
  "created_at" : "Tue Mar 21 20:50:14 +0000 2006",
  "user" : { "name" : "Ada Volt", "screen_name" : "ada_volt", "id_str" : "77" }
} ]
