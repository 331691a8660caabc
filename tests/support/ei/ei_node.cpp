// A C node (erl_interface) for tests. It registers with EPMD and accepts connections on loopback. Of what is
// sent to any registered name as {Pid, Term} it makes the Term anew and sends it back. A line of its input is
// a command:
//
//   connect NODE                 answers ok or failed
//   rpc NODE MODULE FUNCTION     a call without arguments by `rex`: answers the result, or failed
//
// Answers are `@@value …@@`. Ends when its input ends.
//
//   ei_node NAME COOKIE          with ERL_EPMD_PORT as for every node
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "Terms.h"

namespace {

constexpr unsigned ConnectTimeout = 10'000; // milliseconds

struct Node
{
    ei_cnode ei = {};
    int listener = -1;
    std::map<std::string, int> connections; // by the peer's name
};

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

bool open(Node &node, const char *text, const char *cookie)
{
    char name[MAXATOMLEN] = {};
    std::snprintf(name, sizeof name, "%s", text);
    const char *at = std::strchr(name, '@');
    if (!at)
        return false;
    char alive[MAXATOMLEN] = {};
    std::snprintf(alive, sizeof alive, "%.*s", int(at - name), name);
    char host[MAXATOMLEN] = {};
    std::snprintf(host, sizeof host, "%s", at + 1);
    in_addr loopback = {htonl(INADDR_LOOPBACK)};
    int port = 0;
    if (ei_connect_xinit(&node.ei, host, alive, name, &loopback, cookie, 1) < 0)
        return false;
    node.listener = listenOnLoopback(&port);
    return node.listener >= 0 && ei_publish(&node.ei, port) >= 0;
}

/// Makes Term of `{Pid, Term}` anew, and sends it to Pid.
void echo(int connection, const ei_x_buff &message)
{
    int index = 0;
    int version = 0;
    int arity = 0;
    erlang_pid sender;
    if (ei_decode_version(message.buff, &index, &version) != 0 ||
        ei_decode_tuple_header(message.buff, &index, &arity) != 0 || arity != 2 ||
        ei_decode_pid(message.buff, &index, &sender) != 0)
        return;
    ei_x_buff reply;
    ei_x_new_with_version(&reply);
    if (!remake(message.buff, &index, &reply)) {
        ei_x_free(&reply);
        ei_x_new_with_version(&reply);
        ei_x_encode_atom(&reply, "unreadable");
    }
    ei_send(connection, &sender, reply.buff, reply.index);
    ei_x_free(&reply);
}

/// One message, or a tick. False when the connection is over.
bool serve(int connection)
{
    ei_x_buff message;
    ei_x_new(&message);
    erlang_msg what;
    const int got = ei_xreceive_msg(connection, &what, &message);
    if (got == ERL_MSG && (what.msgtype == ERL_SEND || what.msgtype == ERL_REG_SEND))
        echo(connection, message);
    ei_x_free(&message);
    return got != ERL_ERROR;
}

std::string connectTo(Node &node, const std::string &peer)
{
    std::vector<char> name(peer.c_str(), peer.c_str() + peer.size() + 1);
    const int connection = ei_connect_tmo(&node.ei, name.data(), ConnectTimeout);
    if (connection < 0)
        return "failed";
    node.connections[peer] = connection;
    return "ok";
}

std::string call(Node &node, const std::string &peer, const std::string &module, const std::string &function)
{
    const auto found = node.connections.find(peer);
    if (found == node.connections.end())
        return "not connected";
    ei_x_buff arguments;
    ei_x_new(&arguments);
    ei_x_encode_empty_list(&arguments);
    ei_x_buff result;
    ei_x_new(&result);
    std::vector<char> m(module.c_str(), module.c_str() + module.size() + 1);
    std::vector<char> f(function.c_str(), function.c_str() + function.size() + 1);
    std::string answer = "failed";
    if (ei_rpc(&node.ei, found->second, m.data(), f.data(), arguments.buff, arguments.index, &result) >= 0) {
        int index = 0;
        char *text = nullptr;
        if (ei_s_print_term(&text, result.buff, &index) >= 0)
            answer = text;
        std::free(text);
    }
    ei_x_free(&arguments);
    ei_x_free(&result);
    return answer;
}

std::string obey(Node &node, const std::string &line)
{
    std::istringstream words(line);
    std::string command;
    std::string peer;
    std::string module;
    std::string function;
    words >> command >> peer >> module >> function;
    if (command == "connect")
        return connectTo(node, peer);
    if (command == "rpc")
        return call(node, peer, module, function);
    return "unknown command";
}

void accept(Node &node)
{
    ErlConnect peer;
    const int connection = ei_accept(&node.ei, node.listener, &peer);
    if (connection >= 0)
        node.connections[peer.nodename] = connection;
}

void serveAll(Node &node, const std::vector<pollfd> &sources)
{
    for (std::size_t i = 2; i < sources.size(); ++i) {
        if (sources[i].revents == 0 || serve(sources[i].fd))
            continue;
        ei_close_connection(sources[i].fd);
        for (auto entry = node.connections.begin(); entry != node.connections.end();)
            entry = entry->second == sources[i].fd ? node.connections.erase(entry) : std::next(entry);
    }
}

void run(Node &node)
{
    for (;;) {
        std::vector<pollfd> sources = {{STDIN_FILENO, POLLIN, 0}, {node.listener, POLLIN, 0}};
        for (const auto &[name, connection] : node.connections)
            sources.push_back({connection, POLLIN, 0});
        if (poll(sources.data(), sources.size(), -1) < 0)
            return;
        serveAll(node, sources);
        if (sources[1].revents != 0)
            accept(node);
        std::string line;
        if (sources[0].revents == 0)
            continue;
        if (!std::getline(std::cin, line))
            return;
        std::cout << "@@value " << obey(node, line) << "@@" << std::endl;
    }
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    ei_init();
    Node node;
    if (!open(node, arguments[1], arguments[2]))
        return 1;
    std::cout << "@@ready " << arguments[1] << "@@" << std::endl;
    run(node);
}
