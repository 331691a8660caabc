(fun() ->
    C = fun({proc_lib, _, _} = F) ->
            try proc_lib:translate_initial_call(P) catch _:_ -> F end;
           (F) -> F
        end,
    N = fun(X) when is_pid(X), node(X) =:= node() -> erlang:process_info(X, registered_name);
           (X) when is_port(X), node(X) =:= node() -> erlang:port_info(X, name);
           (_) -> undefined
        end,
    T = fun(K, Xs) -> [{K, X, N(X)} || X <- lists:sublist(Xs, Most)] end,
    case erlang:process_info(P, [registered_name, initial_call, current_function, memory, message_queue_len,
                                 status, reductions, group_leader, links, monitors, monitored_by]) of
        [R, {_, F}, {_, G}, {_, M}, {_, Q}, {_, S}, {_, E}, {_, Z}, {_, L}, {_, W}, {_, V}] ->
            {process, {P, R, C(F), G, M, Q, length(L), length(W)}, S, E, Z,
             lists:sum([max(0, length(X) - Most) || X <- [L, W, V]]),
             T(link, L) ++ T(monitors, [X || {_, X} <- W]) ++ T(monitored_by, V)};
        _ -> gone
    end
 end)().
