M = erlang:monitor(process, P),
L = fun L() ->
        receive
            {'DOWN', M, _, _, _} ->
                stop;
            {T, stop} ->
                stop;
            {T, send, To, X} ->
                R = try erlang:send(To, X) of _ -> sent catch _:E -> {error, E} end,
                erlang:send(P, {T, did, R}, [noconnect]),
                L();
            {T, monitor, To} ->
                R = try erlang:monitor(process, To) catch _:E -> {error, E} end,
                erlang:send(P, {T, did, R}, [noconnect]),
                L();
            X ->
                erlang:send(P, {T, got, X}, [noconnect]),
                L()
        end
    end,
L().
