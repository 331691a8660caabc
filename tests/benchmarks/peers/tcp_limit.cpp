// What the system itself can do on loopback.
//
//   tcp_limit          a ping-pong of 64 bytes, and a stream in writes of 64 KiB
//   tcp_limit port     prints a free port
#include <cstdlib>
#include <cstring>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../Sample.h"

using namespace nodescope::bench;

namespace {

constexpr int PingPongs = 3000;

bool transfer(ssize_t (*how)(int, void *, std::size_t), int socket, char *bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t count = how(socket, bytes, size);
        if (count <= 0)
            return false;
        bytes += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}
bool receiveAll(int socket, char *bytes, std::size_t size)
{
    return transfer([](int s, void *b, std::size_t n) { return recv(s, b, n, 0); }, socket, bytes, size);
}
bool sendAll(int socket, char *bytes, std::size_t size)
{
    return transfer([](int s, void *b, std::size_t n) { return send(s, b, n, MSG_NOSIGNAL); }, socket, bytes,
                    size);
}

struct Listener
{
    int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};

    Listener()
    {
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(socket, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(socket, 1) != 0 ||
            getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            std::exit(1);
    }
};

void prompt(int socket)
{
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void answer(int listener)
{
    const int peer = accept(listener, nullptr, nullptr);
    prompt(peer);
    std::vector<char> bytes(Amount::LargeSize);
    for (int i = 0; i < PingPongs; ++i) {
        if (!receiveAll(peer, bytes.data(), Amount::SmallSize) ||
            !sendAll(peer, bytes.data(), Amount::SmallSize))
            return;
    }
    for (int i = 0; i < Amount::LargeMessages; ++i) {
        if (!receiveAll(peer, bytes.data(), bytes.size()))
            return;
    }
    sendAll(peer, bytes.data(), 1);
    close(peer);
}

} // namespace

int main(int argc, char **argv)
{
    Listener listener;
    if (argc > 1 && std::strcmp(argv[1], "port") == 0) {
        std::printf("%d\n", ntohs(listener.address.sin_port));
        return 0;
    }
    std::thread other(answer, listener.socket);
    const int peer = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(peer, reinterpret_cast<sockaddr *>(&listener.address), sizeof listener.address) != 0)
        std::exit(1);
    prompt(peer);
    std::vector<char> bytes(Amount::LargeSize);
    std::vector<double> times;
    for (int i = 0; i < PingPongs; ++i) {
        const double begin = wallTime();
        if (!sendAll(peer, bytes.data(), Amount::SmallSize) ||
            !receiveAll(peer, bytes.data(), Amount::SmallSize))
            std::exit(1);
        times.push_back(wallTime() - begin);
    }
    sample("limit", "pingpong", quantile(times, 0.5));
    const double begin = wallTime();
    for (int i = 0; i < Amount::LargeMessages; ++i) {
        if (!sendAll(peer, bytes.data(), bytes.size()))
            std::exit(1);
    }
    if (!receiveAll(peer, bytes.data(), 1))
        std::exit(1);
    sample("limit", "stream",
           static_cast<double>(Amount::LargeMessages) * Amount::LargeSize / (wallTime() - begin));
    other.join();
    return 0;
}
