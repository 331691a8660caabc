#pragma once

#include <optional>
#include <vector>

#include <QHash>
#include <QString>

#include "base/NodeName.h"
#include "base/Secret.h"

namespace nodescope::dist {

/// Why a cookie was chosen: the most specific entry wins.
enum class CookieScope : quint8 { None, Default, Host, Node, Override };

/// The cookie for a peer, and where it comes from.
struct CookieChoice
{
    base::Secret secret; ///< null if there is none
    CookieScope scope = CookieScope::None;
};

/// The cookies of one cluster: a default, and exceptions for hosts and for nodes, as
/// `erlang:set_cookie/1,2` knows them. OTP uses one cookie for a peer in both directions of dialling,
/// and so do we.
///
/// A value; copies share the secrets. It is never written to settings, logs or recordings.
class CookieStore
{
public:
    void setDefault(base::Secret cookie);
    void setForHost(const QString &host, const base::Secret &cookie);
    void setForNode(const base::NodeName &node, const base::Secret &cookie);
    void removeForHost(const QString &host) { m_hosts.remove(host); }
    void removeForNode(const base::NodeName &node) { m_nodes.remove(node); }

    /// The cookie for dialling, or being dialled by, this node.
    [[nodiscard]] CookieChoice forNode(const base::NodeName &node) const;
    /// The cookie for a caller that asks for a dynamic name: it has only a host.
    [[nodiscard]] CookieChoice forHost(const QString &host) const;
    [[nodiscard]] bool isEmpty() const
    {
        return m_default.isNull() && m_hosts.isEmpty() && m_nodes.isEmpty();
    }

    /// Every cookie with where it stands, for testing a digest against each.
    struct Entry
    {
        CookieScope scope = CookieScope::Default;
        QString subject; ///< the host or node; empty for the default
        base::Secret secret;
    };
    [[nodiscard]] std::vector<Entry> entries() const;

private:
    base::Secret m_default;
    QHash<QString, base::Secret> m_hosts;
    QHash<base::NodeName, base::Secret> m_nodes;
};

} // namespace nodescope::dist
