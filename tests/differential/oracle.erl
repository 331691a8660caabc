%% The real node's side of the comparison: takes batches of encoded terms on its standard input, says what
%% it makes of each on its standard output. Both in packets with a length of four bytes.
%%
%% In:  for each term, <<Size:32, Bytes, Used:32, OurSize:32, OurBytes>>; OurBytes is the other side's
%%      re-encoding, empty if it refuses; Used is how many bytes it took.
%% Out: <<AtomCount:32>>, then for each term <<Flags>> (see check/3) and, with the flag 16, <<Size:32, Bytes>>,
%%      this node's re-encoding.
-module(oracle).
-export([main/0]).

main() ->
    Port = open_port({fd, 0, 1}, [binary, {packet, 4}, eof]),
    loop(Port).

loop(Port) ->
    receive
        {Port, {data, Batch}} ->
            Verdicts = batch(Batch),
            true = port_command(Port, [<<(erlang:system_info(atom_count)):32>> | Verdicts]),
            erlang:garbage_collect(),
            loop(Port);
        {Port, eof} ->
            halt(0)
    end.

batch(<<Size:32, Bytes:Size/binary, Used:32, OurSize:32, Ours:OurSize/binary, Rest/binary>>) ->
    [check(Bytes, Used, Ours) | batch(Rest)];
batch(<<>>) ->
    [].

check(Bytes, Used, Ours) ->
    case decode(Bytes) of
        refused -> 0;
        {Term, Took} -> accepted(Term, Took =:= Used, Ours)
    end.

%% 1: accepted. 2: as many bytes taken. 4: the other side's re-encoding is this very term. 8: it is byte for
%% byte what this node writes. 16: it is not, and what this node writes follows.
accepted(Term, SameSize, Ours) ->
    Flags = 1 bor flag(SameSize, 2),
    case term_to_binary(Term, [{minor_version, 2}]) of
        Ours -> Flags bor 4 bor 8;
        Mine ->
            Same = case decode(Ours) of
                {Term, _} -> true;
                _ -> false
            end,
            [Flags bor flag(Same, 4) bor 16, <<(byte_size(Mine)):32>>, Mine]
    end.

flag(true, Value) -> Value;
flag(false, _) -> 0.

decode(Bytes) ->
    try binary_to_term(Bytes, [used])
    catch error:badarg -> refused
    end.
