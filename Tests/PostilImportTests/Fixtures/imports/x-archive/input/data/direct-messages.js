window.YTD.direct_messages.part0 = [ {"tweet": {"id_str": "1985352791846887001", "full_text": "private, must never show"}} ]
