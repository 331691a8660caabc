#include "protocol/capture/PortBook.h"

namespace nodescope::protocol::capture {

void PortBook::add(Endpoint host, quint16 port, const QString &name)
{
    host.port = port;
    if (port == 0 || m_nodes.size() >= MaxEntries)
        return;
    QString &known = m_nodes[host];
    if (known == name)
        return;
    known = name;
    ++m_version;
}

void PortBook::learn(const epmd::Request &request, const Endpoint &server, const Endpoint &client)
{
    const auto *alive = std::get_if<epmd::AliveRequest>(&request);
    if (!alive)
        return;
    for (const Endpoint &host : {server, client}) // mostly the same one
        add(host, alive->registration.port, alive->registration.name);
}

void PortBook::learn(const epmd::Reply &reply, const Endpoint &server)
{
    if (const auto *port = std::get_if<epmd::PortReply>(&reply)) {
        if (port->found())
            add(server, port->registration.port, port->registration.name);
    } else if (const auto *names = std::get_if<epmd::NamesReply>(&reply)) {
        for (const epmd::NamePort &name : names->names)
            add(server, name.port, name.name);
    } else if (const auto *dump = std::get_if<epmd::DumpReply>(&reply)) {
        for (const epmd::DumpLine &line : dump->lines) {
            if (line.active)
                add(server, line.port, line.name);
        }
    }
}

std::optional<QString> PortBook::nodeAt(const Endpoint &endpoint) const
{
    const auto found = m_nodes.find(endpoint);
    return found == m_nodes.end() ? std::nullopt : std::optional(found->second);
}

} // namespace nodescope::protocol::capture
