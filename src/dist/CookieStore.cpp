#include "dist/CookieStore.h"

namespace nodescope::dist {

void CookieStore::setDefault(base::Secret cookie)
{
    m_default = std::move(cookie);
}

void CookieStore::setForHost(const QString &host, const base::Secret &cookie)
{
    m_hosts.insert(host, cookie);
}

void CookieStore::setForNode(const base::NodeName &node, const base::Secret &cookie)
{
    m_nodes.insert(node, cookie);
}

CookieChoice CookieStore::forNode(const base::NodeName &node) const
{
    if (const auto entry = m_nodes.constFind(node); entry != m_nodes.constEnd())
        return {entry.value(), CookieScope::Node};
    return forHost(node.host());
}

CookieChoice CookieStore::forHost(const QString &host) const
{
    if (const auto entry = m_hosts.constFind(host); entry != m_hosts.constEnd())
        return {entry.value(), CookieScope::Host};
    if (!m_default.isNull())
        return {m_default, CookieScope::Default};
    return {};
}

std::vector<CookieStore::Entry> CookieStore::entries() const
{
    std::vector<Entry> all;
    if (!m_default.isNull())
        all.push_back({CookieScope::Default, {}, m_default});
    for (auto entry = m_hosts.constBegin(); entry != m_hosts.constEnd(); ++entry)
        all.push_back({CookieScope::Host, entry.key(), entry.value()});
    for (auto entry = m_nodes.constBegin(); entry != m_nodes.constEnd(); ++entry)
        all.push_back({CookieScope::Node, entry.key().text(), entry.value()});
    return all;
}

} // namespace nodescope::dist
