ok = net_kernel:monitor_nodes(true, [{node_type, all}, nodedown_reason]),
R = erlang:monitor(process, P),
erlang:send(P, {nodescope_hello, self(), erlang:nodes(visible), erlang:nodes(hidden)}, [noconnect]),
L = fun L() ->
        receive
            {'DOWN', R, _, _, _} -> stop;
            M -> erlang:send(P, {nodescope_event, self(), M}, [noconnect]), L()
        end
    end,
L().
