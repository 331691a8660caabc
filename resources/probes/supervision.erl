(fun() ->
    S = fun(F) -> try F() catch _:_ -> undefined end end,
    N = fun(P) -> S(fun() -> erlang:process_info(P, registered_name) end) end,
    K = fun(P) ->
            {_, D} = erlang:process_info(P, dictionary),
            case lists:keyfind('$initial_call', 1, D) of
                {_, {supervisor, _, _}} -> true;
                _ -> false
            end
        end,
    C = fun(P) ->
            case S(fun() ->
                       true = K(P),
                       {_, A} = lists:keyfind(active, 1, gen_server:call(P, count_children, 500)),
                       true = is_integer(A),
                       case A > Most of
                           true -> {A, []};
                           false -> {0, gen_server:call(P, which_children, 500)}
                       end
                   end) of
                {X, L} when is_list(L) -> {X, L};
                _ -> {0, []}
            end
        end,
    W = fun W(Id, P, Type, Mods, Left) ->
            {X, L} = case Left > 0 andalso is_pid(P) andalso Type =:= supervisor of
                         true -> C(P);
                         false -> {0, []}
                     end,
            {Cs, Rest} = lists:mapfoldl(
                fun({I, Q, T, M}, Y) when Y > 0 -> W(I, Q, T, M, Y - 1);
                   (_, Y) -> {left_out, Y}
                end, Left, L),
            Ds = [D || D <- Cs, D =/= left_out],
            {{Id, P, Type, Mods, N(P), X + length(L) - length(Ds), Ds}, Rest}
        end,
    R = fun(A) ->
            case S(fun() -> {Q, _} = application_master:get_child(application_controller:get_master(A)), Q end) of
                Q when is_pid(Q) -> {Q, case S(fun() -> K(Q) end) of true -> supervisor; _ -> worker end};
                _ -> {undefined, worker}
            end
        end,
    {As, _} = lists:mapfoldl(
        fun({A, _, V}, Left) ->
            {Q, T} = R(A),
            W(A, Q, T, V, Left)
        end, Total, lists:sort(application:which_applications(2000))),
    {supervision, As}
 end)().
