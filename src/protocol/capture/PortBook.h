#pragma once

#include <map>
#include <optional>

#include "protocol/capture/PacketParser.h"
#include "protocol/epmd/EpmdMessages.h"

namespace nodescope::protocol::capture {

/// Which ports are nodes, as the conversations with port mappers in a capture tell. A value.
class PortBook
{
public:
    static constexpr std::size_t MaxEntries = 65536;

    /// A port mapper at `server` was asked by `client`.
    void learn(const epmd::Request &request, const Endpoint &server, const Endpoint &client);
    /// A port mapper at `server` answered.
    void learn(const epmd::Reply &reply, const Endpoint &server);

    /// The name (the part before `@`) of the node that listens there.
    [[nodiscard]] std::optional<QString> nodeAt(const Endpoint &endpoint) const;
    /// Grows with every new entry.
    [[nodiscard]] std::size_t version() const { return m_version; }

private:
    void add(Endpoint host, quint16 port, const QString &name);

    std::map<Endpoint, QString> m_nodes;
    std::size_t m_version = 0;
};

} // namespace nodescope::protocol::capture
