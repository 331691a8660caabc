#include <algorithm>

#include <QHostAddress>

#include "doctor/lint/LintRules.h"

namespace nodescope::doctor::lint_rules {

using namespace cluster;

namespace {

constexpr int NotTheOwner = 0077; // of the permission bits

/// Whether the whole Internet might reach the address, if nothing stands before it.
bool isPublic(const QString &text)
{
    const QHostAddress address(text);
    if (!address.isGlobal())
        return false;
    constexpr const char *Inside[] = {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"};
    return std::none_of(std::begin(Inside), std::end(Inside), [&address](const char *subnet) {
        return address.isInSubnet(QHostAddress::parseSubnet(QLatin1String(subnet)));
    });
}

/// Which roles take any certificate, or none at all: `server`, `client`.
QStringList unverified(const NodeSettings &node)
{
    if (node.usesTls() != true || !node.tls)
        return {};
    QStringList roles;
    // A server asks for no certificate unless it is told to; a client verifies by itself from OTP 26 on.
    if (node.tls->server.verify != QLatin1String("verify_peer"))
        roles.append(QStringLiteral("server"));
    const QString &client = node.tls->client.verify;
    if (client == QLatin1String("verify_none") || (client.isEmpty() && node.releaseNumber() < 26))
        roles.append(QStringLiteral("client"));
    return roles;
}

} // namespace

Found epmdOpen(const LintInput &input)
{
    Grouping groups;
    QStringList all;
    QList<quint16> ports;
    bool anyPublic = false;
    for (const NodeSettings &node : input.nodes) {
        if (!node.epmdAnswersAt || node.epmdAnswersAt->isEmpty())
            continue;
        if (node.epmdPort && !ports.contains(*node.epmdPort))
            ports.append(*node.epmdPort);
        groups.add(node.epmdAnswersAt->join(QStringLiteral(", ")), node.node);
        for (const QString &address : *node.epmdAnswersAt) {
            anyPublic = anyPublic || isPublic(address);
            if (!all.contains(address))
                all.append(address);
        }
    }
    if (groups.isEmpty())
        return std::nullopt;
    // Nodes on several hosts need it; only an address of the Internet is more than worth knowing.
    Found found = finding(LintRule::EpmdOpen, anyPublic ? LintSeverity::Warning : LintSeverity::Note, groups,
                          all.mid(0, 8).join(QStringLiteral(", ")));
    if (found)
        found->epmdPorts = ports;
    return found;
}

Found cookieFileReadable(const LintInput &input)
{
    Grouping groups;
    for (const NodeSettings &node : input.nodes) {
        for (const int mode : node.cookieFileModes) {
            if ((mode & NotTheOwner) != 0) {
                groups.add(QStringLiteral("%1").arg(mode, 4, 8, QLatin1Char('0')), node.node);
                break;
            }
        }
    }
    if (groups.isEmpty())
        return std::nullopt;
    return finding(LintRule::CookieFileReadable, LintSeverity::Danger, groups);
}

Found tlsWithoutVerification(const LintInput &input)
{
    Grouping groups;
    for (const NodeSettings &node : input.nodes) {
        const QStringList roles = unverified(node);
        if (!roles.isEmpty())
            groups.add(roles.join(QStringLiteral(", ")), node.node);
    }
    if (groups.isEmpty())
        return std::nullopt;
    return finding(LintRule::TlsWithoutVerification, LintSeverity::Warning, groups);
}

Found autoConnectOff(const LintInput &input)
{
    Grouping groups;
    for (const NodeSettings &node : input.nodes) {
        if (node.autoConnect == QLatin1String("never") || node.autoConnect == QLatin1String("once"))
            groups.add(node.autoConnect, node.node);
    }
    if (groups.isEmpty())
        return std::nullopt;
    return finding(LintRule::AutoConnectOff, LintSeverity::Warning, groups);
}

Found cookieWeak(const LintInput &input)
{
    Grouping groups;
    bool anyKnown = false;
    for (const NodeSettings &node : input.nodes) {
        if (node.cookieWellKnown == true)
            groups.add(QStringLiteral("well known"), node.node);
        else if (node.cookieLength == NodeSettings::CookieLength::Short)
            groups.add(QStringLiteral("below 8 characters"), node.node);
        anyKnown = anyKnown || node.cookieWellKnown == true;
    }
    if (groups.isEmpty())
        return std::nullopt;
    return finding(LintRule::CookieWeak, anyKnown ? LintSeverity::Danger : LintSeverity::Warning, groups);
}

} // namespace nodescope::doctor::lint_rules
