// The figures of erl_interface as a C node.
//
//   ei_links NODE COOKIE SECTION       with ERL_EPMD_PORT; SECTION: connect, call, small, large
#include <cstdlib>
#include <cstring>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <unistd.h>

#include <ei.h>

#include "../Sample.h"

using namespace nodescope::bench;

namespace {

constexpr const char *Who = "ei";

[[noreturn]] void give_up(const char *why)
{
    std::fprintf(stderr, "ei_links: %s (%d)\n", why, erl_errno);
    std::exit(1);
}

struct Client
{
    ei_cnode self;
    std::string node;
    int connection = -1;

    void connect()
    {
        connection = ei_connect(&self, node.data());
        if (connection < 0)
            give_up("no connection");
    }
    void sendTo(const char *name, ei_x_buff &message)
    {
        std::string to(name);
        if (ei_reg_send(&self, connection, to.data(), message.buff, message.index) != 0)
            give_up("sending failed");
        ei_x_free(&message);
    }
    void receive(ei_x_buff &into)
    {
        erlang_msg head;
        int kind = 0;
        do {
            into.index = 0;
            kind = ei_xreceive_msg(connection, &head, &into);
        } while (kind == ERL_TICK);
        if (kind != ERL_MSG)
            give_up("receiving failed");
    }
};

void measureConnect(Client &client)
{
    std::vector<double> times;
    for (int i = 0; i < Amount::Connects; ++i) {
        const double begin = wallTime();
        client.connect();
        times.push_back(wallTime() - begin);
        ei_close_connection(client.connection);
        usleep(2000);
    }
    sample(Who, "connect", quantile(times, 0.5));
}

void call(Client &client)
{
    char arguments[8];
    int size = 0;
    ei_encode_empty_list(arguments, &size);
    ei_x_buff result;
    ei_x_new(&result);
    char module[] = "erlang";
    char function[] = "node";
    if (ei_rpc(&client.self, client.connection, module, function, arguments, size, &result) < 0)
        give_up("the call failed");
    ei_x_free(&result);
}

void measureCalls(Client &client)
{
    for (int i = 0; i < Amount::CallsBefore; ++i)
        call(client);
    std::vector<double> times;
    const double start = wallTime();
    for (int i = 0; i < Amount::Calls; ++i) {
        const double begin = wallTime();
        call(client);
        times.push_back(wallTime() - begin);
    }
    sample(Who, "call.rate", Amount::Calls * 1e6 / (wallTime() - start));
    sample(Who, "call.median", quantile(times, 0.5));
    sample(Who, "call.p99", quantile(times, 0.99));
}

void measureSending(Client &client, const char *name, int count, int size)
{
    const std::string bytes(static_cast<std::size_t>(size), '\7');
    const double wall = wallTime();
    const double processor = processorTime();
    ei_x_buff message;
    for (int i = 0; i < count; ++i) {
        ei_x_new_with_version(&message);
        ei_x_encode_binary(&message, bytes.data(), size);
        client.sendTo("bench_count", message);
    }
    ei_x_new_with_version(&message);
    ei_x_encode_tuple_header(&message, 2);
    ei_x_encode_atom(&message, "done");
    ei_x_encode_pid(&message, ei_self(&client.self));
    client.sendTo("bench_count", message);
    ei_x_new(&message);
    client.receive(message);
    ei_x_free(&message);
    sampleTraffic(Who, name, count, size, wallTime() - wall, processorTime() - processor);
}

void measureReceiving(Client &client, const char *name, int count, int size)
{
    const double wall = wallTime();
    const double processor = processorTime();
    ei_x_buff message;
    ei_x_new_with_version(&message);
    ei_x_encode_tuple_header(&message, 3);
    ei_x_encode_pid(&message, ei_self(&client.self));
    ei_x_encode_long(&message, count);
    ei_x_encode_long(&message, size);
    client.sendTo("bench_source", message);
    ei_x_new(&message);
    for (int i = 0; i < count; ++i)
        client.receive(message);
    ei_x_free(&message);
    sampleTraffic(Who, name, count, size, wallTime() - wall, processorTime() - processor);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    Client client{{}, argv[1], -1};
    const std::string section = argv[3];
    ei_init();
    in_addr address{};
    address.s_addr = htonl(INADDR_LOOPBACK);
    if (ei_connect_xinit(&client.self, "127.0.0.1", "eibench", "eibench@127.0.0.1", &address, argv[2], 1) < 0)
        give_up("no node");
    if (section == "connect") {
        measureConnect(client);
        return 0;
    }
    client.connect();
    if (section == "call") {
        measureCalls(client);
    } else if (section == "small") {
        measureSending(client, "send64", Amount::SmallMessages, Amount::SmallSize);
        measureReceiving(client, "receive64", Amount::SmallMessages, Amount::SmallSize);
    } else {
        measureSending(client, "send64k", Amount::LargeMessages, Amount::LargeSize);
        measureReceiving(client, "receive64k", Amount::LargeMessages, Amount::LargeSize);
    }
    return 0;
}
