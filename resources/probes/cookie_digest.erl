erlang:md5([atom_to_list(auth:get_cookie(Peer)), Nonce]).
