%% The node that all clients talk to, and OTP's own figures as a client.
%%
%%   erl ... -s bench_peer serve FILE          writes its name to FILE when it is ready
%%   erl ... -s bench_peer client NODE SECTION
%%   erl ... -s bench_peer terms DIRECTORY     of the files NAME.etf
-module(bench_peer).
-export([serve/1, client/1, terms/1]).

serve([File]) ->
    register(bench_count, spawn(fun() -> count(0) end)),
    register(bench_source, spawn(fun source/0)),
    Name = atom_to_list(File),
    ok = file:write_file(Name ++ ".new", atom_to_list(node())),
    ok = file:rename(Name ++ ".new", Name),
    receive stop -> ok end.

%% Counts what comes, and answers {done, From} with the number.
count(N) ->
    receive
        {done, From} -> From ! {count, N}, count(0);
        _ -> count(N + 1)
    end.

%% Sends N binaries of Size bytes.
source() ->
    receive
        {From, N, Size} -> pour(From, N, binary:copy(<<7>>, Size)), source()
    end.

pour(_, 0, _) -> ok;
pour(To, N, Bytes) -> To ! Bytes, pour(To, N - 1, Bytes).

client([Node, Section]) ->
    true = net_kernel:connect_node(Node),
    section(Section, Node),
    halt().

section(call, Node) ->
    Call = fun() -> Node = erpc:call(Node, erlang, node, []) end,
    _ = [Call() || _ <- lists:seq(1, 200)],
    Times = lists:sort([time(Call) || _ <- lists:seq(1, 2000)]),
    sample("call.median", lists:nth(1000, Times)),
    sample("call.p99", lists:nth(1980, Times)),
    sample("call.rate", 2000 * 1.0e6 / lists:sum(Times));
section(small, Node) -> traffic(Node, "64", 64, 200000);
section(large, Node) -> traffic(Node, "64k", 65536, 8000).

traffic(Node, Name, Size, N) ->
    Bytes = binary:copy(<<7>>, Size),
    Sent = time(fun() ->
        pour({bench_count, Node}, N, Bytes),
        {bench_count, Node} ! {done, self()},
        receive {count, N} -> ok end
    end),
    figures("send" ++ Name, N, Size, Sent),
    Received = time(fun() -> {bench_source, Node} ! {self(), N, Size}, drain(N) end),
    figures("receive" ++ Name, N, Size, Received).

drain(0) -> ok;
drain(N) -> receive Bytes when is_binary(Bytes) -> drain(N - 1) end.

figures(Name, N, Size, Time) ->
    sample(Name ++ ".rate", N * 1000 / Time),
    sample(Name ++ ".mbs", N * Size / Time).

%% Microseconds.
time(What) ->
    Start = erlang:monotonic_time(nanosecond),
    What(),
    (erlang:monotonic_time(nanosecond) - Start) / 1000.

terms([Directory]) ->
    {ok, Files} = file:list_dir(atom_to_list(Directory)),
    _ = [codec(filename:join(Directory, File), filename:rootname(File)) ||
         File <- lists:sort(Files), filename:extension(File) =:= ".etf"],
    halt().

%% Each time in a process of its own, so that nothing is collected while it is measured.
codec(File, Name) ->
    {ok, Bytes} = file:read_file(File),
    Term = binary_to_term(Bytes),
    persistent_term:put(bench, {Bytes, Term}),
    Decoding = median(fun() -> binary_to_term(element(1, persistent_term:get(bench))) end),
    Encoding = median(fun() -> term_to_binary(element(2, persistent_term:get(bench))) end),
    sample("decode." ++ Name, Decoding),
    sample("encode." ++ Name, Encoding).

median(What) ->
    Times = [alone(What) || _ <- lists:seq(1, 7)],
    lists:nth(4, lists:sort(Times)).

alone(What) ->
    Self = self(),
    {Pid, Monitor} = spawn_opt(fun() ->
        Start = erlang:monotonic_time(nanosecond),
        Result = What(),
        End = erlang:monotonic_time(nanosecond),
        erlang:phash2(Result, 1),
        Self ! {time, (End - Start) / 1000}
    end, [monitor]),
    Time = receive {time, T} -> T end,
    receive {'DOWN', Monitor, process, Pid, _} -> Time end.

sample(Measure, Value) -> io:format("otp ~s ~.6f~n", [Measure, float(Value)]).
