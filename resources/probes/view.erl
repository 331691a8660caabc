F = case init:get_argument(proto_dist) of {ok, [["inet6" ++ _ | _] | _]} -> inet6; _ -> inet end,
E = case init:get_argument(epmd_port) of {ok, [[Z | _] | _]} -> list_to_integer(Z); _ -> 4369 end,
M = net_kernel:epmd_module(),
T = fun(A, P) ->
        case gen_tcp:connect(A, P, [F], 3000) of
            {ok, C} -> gen_tcp:close(C);
            V -> V
        end
    end,
R = inet:getaddr(Host, F),
X = inet:getaddr(Host, case F of inet -> inet6; inet6 -> inet end),
Q = case {R, init:get_argument(erl_epmd_port)} of
        {{ok, A}, error} when M =:= erl_epmd -> T(A, E);
        _ -> skipped
    end,
Y = case {R, Q} of
        {{ok, B}, ok} -> try M:port_please(Name, B, 3000) catch _:W -> {error, W} end;
        {{ok, _}, skipped} -> try M:port_please(Name, Host) catch _:W -> {error, W} end;
        _ -> skipped
    end,
O = case {R, Y} of
        {{ok, B1}, {port, P1, _}} when Knock -> T(B1, P1);
        _ -> skipped
    end,
{R, X, Q, Y, O}.
