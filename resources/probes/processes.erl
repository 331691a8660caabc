(fun() ->
    C = fun(P, {proc_lib, _, _} = F) ->
            try erlang:process_info(P, {dictionary, '$initial_call'}) of
                {_, {_, _, _} = V} -> V;
                _ -> F
            catch _:_ ->
                try proc_lib:translate_initial_call(P) catch _:_ -> F end
            end;
           (_, F) -> F
        end,
    I = fun(P) when is_port(P) ->
            [{P, erlang:port_info(P, registered_name), undefined, undefined, -1, -1, -1, -1}];
           (P) ->
            case erlang:process_info(P, [registered_name, initial_call, current_function, memory,
                                         message_queue_len, links, monitors]) of
                [N, {_, F}, {_, G}, {_, M}, {_, Q}, {_, L}, {_, W}] ->
                    [{P, N, C(P, F), G, M, Q, length(L), length(W)}];
                _ -> []
            end
        end,
    A = case Scope of
            registered -> [V || N <- erlang:registered(), V <- [erlang:whereis(N)], V =/= undefined];
            all -> erlang:processes()
        end,
    B = lists:sort([P || P <- A, After =:= none orelse P > After]),
    D = lists:sublist(B, Count),
    {processes, erlang:system_info(process_count),
     case length(B) > Count of true -> lists:last(D); false -> none end,
     lists:append([I(P) || P <- D])}
 end)().
