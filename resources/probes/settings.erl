S = fun(K, F) -> try [{K, F()}] catch _:_ -> [] end end,
D = fun(C) -> erlang:md5([atom_to_list(C), Nonce]) end,
{P, R} = erlang:spawn_monitor(
    fun() ->
        exit({net_kernel, net_kernel:longnames(), net_kernel:get_net_ticktime(), net_kernel:allowed()})
    end),
N = receive
        {'DOWN', R, _, _, {net_kernel, L, T, W}} -> [{longnames, L}, {net_ticktime, T}, {allowed, W}];
        {'DOWN', R, _, _, _} -> []
    after 3000 -> exit(P, kill), [{net_kernel, timeout}]
    end,
G = fun G([K, V | Ws]) -> [{K, V} | G(Ws)]; G(_) -> [] end,
Ts = G([W1 || {ok, Vs} <- [init:get_argument(ssl_dist_opt)], V <- Vs, W1 <- V]),
Tls = fun(Role) ->
        Os = case ets:whereis(ssl_dist_opts) of
                 undefined -> [];
                 _ -> [O || {K, Vs} <- ets:tab2list(ssl_dist_opts), K =:= Role, O <- Vs]
             end,
        X = atom_to_list(Role),
        {Role,
         lists:keymember(cacertfile, 1, Os) orelse lists:keymember(cacerts, 1, Os)
             orelse lists:keymember(X ++ "_cacertfile", 1, Ts),
         case {lists:keyfind(verify, 1, Os), lists:keyfind(X ++ "_verify", 1, Ts)} of
             {{_, V}, _} -> V;
             {_, {_, V}} -> V;
             _ -> undefined
         end}
    end,
E = case init:get_argument(epmd_port) of
        {ok, [[Z | _] | _]} -> list_to_integer(Z);
        _ -> 4369
    end,
N ++ lists:append([
    S(otp_release, fun() -> erlang:system_info(otp_release) end),
    S(version, fun() -> erlang:system_info(version) end),
    S(kernel, fun() -> {ok, V} = application:get_key(kernel, vsn), V end),
    S(elixir, fun() -> {ok, V} = application:get_key(elixir, vsn), V end),
    S(args, fun() ->
        [{K, V} || K <- [proto_dist, dist_listen, start_epmd, epmd_module, erl_epmd_port, connect_all,
                         hidden],
                   {ok, V} <- [init:get_argument(K)]]
    end),
    S(env, fun() ->
        [{K, V} || K <- [connect_all, dist_auto_connect, prevent_overlapping_partitions,
                         inet_dist_listen_min, inet_dist_listen_max],
                   {ok, V} <- [application:get_env(kernel, K)]]
    end),
    S(visible, fun() -> erlang:nodes(visible) end),
    S(hidden, fun() -> erlang:nodes(hidden) end),
    S(cookie, fun() -> D(auth:get_cookie()) end),
    S(cookies, fun() -> [{V, D(auth:get_cookie(V))} || V <- Peers] end),
    S(length, fun() ->
        case length(atom_to_list(auth:get_cookie())) of
            V when V < 8 -> short;
            V when V < 16 -> medium;
            _ -> long
        end
    end),
    S(setcookie, fun() -> init:get_argument(setcookie) =/= error end),
    S(mode, fun() ->
        {ok, [[H | _] | _]} = init:get_argument(home),
        [element(8, I) band 511
         || F <- [H, filename:basedir(user_config, "erlang")],
            {ok, I} <- [file:read_file_info(filename:join(F, ".erlang.cookie"))]]
    end),
    S(ssl_dist_opt, fun() ->
        {Ts =/= [] orelse init:get_argument(ssl_dist_optfile) =/= error, [Tls(server), Tls(client)]}
    end),
    [{epmd_port, E}],
    S(address, fun() -> os:getenv("ERL_EPMD_ADDRESS") end),
    S(epmd, fun() ->
        case erl_epmd:names({127, 0, 0, 1}) of
            {ok, Ns} -> lists:keyfind(hd(string:lexemes(atom_to_list(node()), "@")), 1, Ns);
            V -> V
        end
    end),
    S(addresses, fun() ->
        {ok, Is} = inet:getifaddrs(),
        As = [V || Far, {_, Os} <- Is, {addr, V} <- Os, tuple_size(V) =:= 4, element(1, V) =/= 127],
        [V || V <- lists:sublist(As, 4),
              {ok, C} <- [gen_tcp:connect(V, E, [], 300)], ok <- [gen_tcp:close(C)]]
    end)
]).
