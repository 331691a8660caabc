// A C node (erl_interface) for tests: registers, accepts one connection after the other, and echoes what
// is sent to any registered name as {Pid, Term}. Ends when its input ends.
//
//   ei_node NAME COOKIE        with ERL_EPMD_PORT as for every node
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <ei.h>

namespace {

int listenOnLoopback(int *port)
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(listener, 5) != 0 ||
        getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return -1;
    *port = ntohs(address.sin_port);
    return listener;
}

/// Sends Term of `{Pid, Term}` back to Pid.
void echo(int connection, ei_x_buff *message)
{
    int index = 0;
    int version = 0;
    int arity = 0;
    erlang_pid sender;
    if (ei_decode_version(message->buff, &index, &version) != 0 ||
        ei_decode_tuple_header(message->buff, &index, &arity) != 0 || arity != 2 ||
        ei_decode_pid(message->buff, &index, &sender) != 0)
        return;
    ei_x_buff reply;
    ei_x_new_with_version(&reply);
    ei_x_append_buf(&reply, message->buff + index, message->index - index);
    ei_send(connection, &sender, reply.buff, reply.index);
    ei_x_free(&reply);
}

void serve(int connection)
{
    ei_x_buff message;
    ei_x_new(&message);
    erlang_msg what;
    int got = 0;
    do {
        message.index = 0;
        got = ei_xreceive_msg(connection, &what, &message);
        if (got == ERL_MSG && (what.msgtype == ERL_SEND || what.msgtype == ERL_REG_SEND))
            echo(connection, &message);
    } while (got != ERL_ERROR);
    ei_x_free(&message);
    ei_close_connection(connection);
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    ei_init();
    char name[MAXATOMLEN] = {};
    std::snprintf(name, sizeof name, "%s", arguments[1]);
    char *at = std::strchr(name, '@');
    if (!at)
        return 2;
    char alive[MAXATOMLEN] = {};
    std::snprintf(alive, sizeof alive, "%.*s", int(at - name), name);
    in_addr loopback = {htonl(INADDR_LOOPBACK)};
    ei_cnode node;
    if (ei_connect_xinit(&node, at + 1, alive, name, &loopback, arguments[2], 1) < 0)
        return 1;
    int port = 0;
    const int listener = listenOnLoopback(&port);
    if (listener < 0 || ei_publish(&node, port) < 0)
        return 1;
    std::printf("@@ready %s@@\n", name);
    std::fflush(stdout);
    for (;;) {
        ErlConnect peer;
        const int connection = ei_accept(&node, listener, &peer);
        if (connection >= 0)
            serve(connection);
    }
}
